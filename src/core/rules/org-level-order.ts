import { defineRule } from './engine/define-rule';
import { linkOf } from './shared/links';
import { meaningReader } from './shared/meanings';
import { parentCycles, parentsOf } from './shared/parent-cycles';

type Message = 'notAbove' | 'parent';

/** From the top down. A department may stand anywhere below a state. */
const levels = ['national', 'state', 'local', 'district', 'school'];

export default defineRule<Message>({
  id: 'org-level-order',
  area: 'sense',
  severity: 'information',
  summary: 'The parent of an organization is not of a higher level.',
  messages: {
    notAbove: '{field} names "{value}", a {parentType}, but this is a {type}; the order is {allowed}',
    parent: 'The type of the parent',
  },
  roster({ roster, at, report }) {
    const link = linkOf(roster, 'orgs', 'parentSourcedId');
    const typeOf = link === undefined ? undefined : meaningReader(link.table, 'type');
    if (link === undefined || typeOf === undefined) return;
    const { table, column } = link;
    const parents = parentsOf(link.references);
    const inRing = new Set(parentCycles(parents).flat());
    for (let record = 1; record < parents.length; record++) {
      const parent = parents[record] ?? 0;
      if (parent === 0 || inRing.has(record)) continue;
      const type = typeOf(record) ?? '';
      const parentType = typeOf(parent) ?? '';
      const level = levels.indexOf(type);
      const parentLevel = levels.indexOf(parentType);
      if (level < 0 || parentLevel < 0 || parentLevel < level) continue;
      report({
        at: () => at(table).field(record, column),
        message: 'notAbove',
        data: { type, parentType, allowed: levels.join(', ') },
        related: [{ at: () => at(table).field(parent, table.columnIndex('type')), message: 'parent' }],
      });
    }
  },
});
