import type { References } from '../model/references';
import { defineRule, type RosterContext } from './engine/define-rule';
import { parentCycles, parentsOf } from './shared/parent-cycles';

type Message = 'self' | 'ring' | 'next';

/** More links of a ring than this are not listed beside the first. */
const mostRelated = 20;

export default defineRule<Message>({
  id: 'reference-cycle',
  area: 'reference',
  severity: 'error',
  summary: 'A record is its own ancestor.',
  messages: {
    self: '{field} names "{value}", the {recordName} itself; leave it empty or name the {recordName} above it',
    ring: '{field} names "{value}", which in the end lies below this {recordName}: {length} of them form a ring',
    next: 'From here the ring goes on to "{value}"',
  },
  roster(context) {
    for (const table of context.roster.tables) {
      for (const column of table.header.keys()) {
        const references = context.roster.references(table, column);
        if (references?.target === table && table.columnFact(column)?.list !== true)
          check(context, references);
      }
    }
  },
});

function check(context: RosterContext<Message>, references: References): void {
  const { table, column } = references;
  const at = context.at(table);
  const recordName = table.fact?.record ?? 'record';
  for (const ring of parentCycles(parentsOf(references))) {
    const [first = 0, ...others] = ring;
    context.report({
      at: () => at.field(first, column),
      message: others.length === 0 ? 'self' : 'ring',
      data: { recordName, length: ring.length },
      related: others
        .slice(0, mostRelated)
        .map((record) => ({ at: () => at.field(record, column), message: 'next' }) as const),
    });
  }
}
