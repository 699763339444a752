import { defineRule } from './engine/define-rule';
import { unnamedRecords } from './shared/completeness';
import { linkOf } from './shared/links';
import { userKinds } from './shared/user-kinds';

type Message = 'none';

export default defineRule<Message>({
  id: 'student-without-enrollment',
  area: 'sense',
  severity: 'information',
  summary: 'A student is not enrolled in any class.',
  messages: { none: 'The student "{value}" is not enrolled in any class in {enrollmentsFile}' },
  *rosterSteps({ roster, at, report }) {
    const link = linkOf(roster, 'enrollments', 'userSourcedId');
    const kindOf = userKinds(roster);
    if (link === undefined || kindOf === undefined) return;
    for (const record of yield* unnamedRecords(link)) {
      const kind = kindOf(record);
      if (kind !== 'student' && kind !== 'both') continue;
      report({
        at: () => at(link.target).field(record, link.targetColumn),
        message: 'none',
        data: { enrollmentsFile: link.table.file },
      });
    }
  },
});
