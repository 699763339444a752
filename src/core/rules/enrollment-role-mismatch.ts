import { noField } from '../model/distinct-values';
import { defineRule } from './engine/define-rule';
import { eachCombination } from './shared/combinations';
import { columnOf, linkOf, runsOfKinds } from './shared/links';
import { meaningReader, meanings } from './shared/meanings';

type Message = 'other' | 'person';

export default defineRule<Message>({
  id: 'enrollment-role-mismatch',
  area: 'sense',
  severity: 'information',
  // Official test cases of 1.2 have such enrollments and are valid.
  versions: ['1.1'],
  summary: 'A person is a student in users.csv and a teacher in a class, or the other way round.',
  messages: {
    other: '{field} is "{value}", but {usersFile} calls this person a {role}',
    person: 'The role of the person',
  },
  *rosterSteps({ roster, at, report }) {
    const users = linkOf(roster, 'enrollments', 'userSourcedId');
    const role = columnOf(roster, 'enrollments', 'role');
    const roleOf = users === undefined ? undefined : meaningReader(users.target, 'role');
    if (users === undefined || role === undefined || roleOf === undefined) return;
    const { table, target } = users;
    const enrolledAs = meanings(table, role.column);
    const values = table.values(role.column);
    const { codes } = values;
    const ownRoles = target.values(target.columnIndex('role')).codes;
    const people = runsOfKinds(users, (user) => ownRoles[user] ?? noField);
    yield* eachCombination(table.active(), [people, values], (record) => {
      const user = users.of(record);
      if (user === 0) return false;
      const found = enrolledAs[codes[record] ?? noField];
      const own = found === undefined ? undefined : roleOf(user);
      if (own === undefined || own === found || !opposites.has(`${own} ${found ?? ''}`)) return false;
      report({
        at: () => at(table).field(record, role.column),
        message: 'other',
        data: { role: own, usersFile: target.file },
        group: String(user),
        related: [{ at: () => at(target).field(user, target.columnIndex('role')), message: 'person' }],
      });
      return true;
    });
  },
});

/** An aide who teaches, or a teacher who supervises, is nothing to wonder at. */
const opposites: ReadonlySet<string> = new Set(['student teacher', 'teacher student']);
