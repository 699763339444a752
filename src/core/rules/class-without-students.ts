import { noField } from '../model/distinct-values';
import { defineRule } from './engine/define-rule';
import { unnamedRecords } from './shared/completeness';
import { columnOf, linkOf } from './shared/links';
import { meanings, textIn } from './shared/meanings';

type Message = 'none';

export default defineRule<Message>({
  id: 'class-without-students',
  area: 'sense',
  severity: 'information',
  summary: 'A class has no students.',
  messages: {
    none: 'The class "{value}" ({title}) has no students: {enrollmentsFile} enrolls nobody in it as one',
  },
  roster({ roster, at, report }) {
    const link = linkOf(roster, 'enrollments', 'classSourcedId');
    const role = columnOf(roster, 'enrollments', 'role');
    if (link === undefined || role === undefined) return;
    const roles = meanings(link.table, role.column);
    const { codes } = link.table.values(role.column);
    // A role of one's own, or one that cannot be read, may be meant for a student's.
    const mayLearn = (record: number) => (roles[codes[record] ?? noField] ?? 'student') === 'student';
    for (const record of unnamedRecords(link, mayLearn)) {
      report({
        at: () => at(link.target).field(record, link.targetColumn),
        message: 'none',
        data: { title: textIn(link.target, record, 'title'), enrollmentsFile: link.table.file },
      });
    }
  },
});
