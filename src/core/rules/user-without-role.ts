import { defineRule } from './engine/define-rule';
import { unnamedRecords } from './shared/completeness';
import { linkOf } from './shared/links';

type Message = 'none';

export default defineRule<Message>({
  id: 'user-without-role',
  area: 'sense',
  severity: 'warning',
  versions: ['1.2'],
  summary: 'A person has no role in any organization.',
  messages: { none: 'The person "{value}" has no role: no record of {rolesFile} names this person' },
  *rosterSteps({ roster, at, report }) {
    const link = linkOf(roster, 'roles', 'userSourcedId');
    if (link === undefined) return;
    for (const record of yield* unnamedRecords(link)) {
      report({
        at: () => at(link.target).field(record, link.targetColumn),
        message: 'none',
        data: { rolesFile: link.table.file },
      });
    }
  },
});
