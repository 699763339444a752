import { defineRule } from './engine/define-rule';
import { eachCombination } from './shared/combinations';
import { linkOf } from './shared/links';
import { meaningReader, textIn } from './shared/meanings';

type Message = 'other' | 'class';

export default defineRule<Message>({
  id: 'enrollment-school-mismatch',
  area: 'sense',
  severity: 'warning',
  summary: 'An enrollment names another school than its class.',
  messages: {
    other: '{field} is "{value}", but the class "{class}" is at "{school}"',
    class: 'The school of the class',
  },
  *rosterSteps({ roster, at, report }) {
    const classes = linkOf(roster, 'enrollments', 'classSourcedId');
    const schools = linkOf(roster, 'enrollments', 'schoolSourcedId');
    const classSchools = linkOf(roster, 'classes', 'schoolSourcedId');
    if (classes === undefined || schools === undefined || classSchools === undefined) return;
    const typeOf = meaningReader(schools.target, 'type');
    const isSchool = (record: number) => (typeOf?.(record) ?? 'school') === 'school';
    const { table } = schools;
    const columns = [classes.references.values, schools.references.values];
    yield* eachCombination(table.active(), columns, (record) => {
      const school = schools.of(record);
      const held = classes.of(record);
      const expected = classSchools.of(held);
      if (school === expected || school === 0 || expected === 0 || held === 0) return false;
      // What is no school is an error of its own.
      if (!isSchool(school) || !isSchool(expected)) return false;
      report({
        at: () => at(table).field(record, schools.column),
        message: 'other',
        data: {
          class: textIn(table, record, 'classSourcedId'),
          school: textIn(classSchools.table, held, 'schoolSourcedId'),
        },
        group: `${String(held)} ${String(school)}`,
        related: [{ at: () => at(classSchools.table).field(held, classSchools.column), message: 'class' }],
      });
      return true;
    });
  },
});
