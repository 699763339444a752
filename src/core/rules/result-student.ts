import type { Roster } from '../model/roster';
import { defineRule } from './engine/define-rule';
import { linkOf, recordsByTarget, type Link } from './shared/links';
import { userKinds } from './shared/user-kinds';

type Message = 'notStudent' | 'notEnrolled' | 'person' | 'class';

export default defineRule<Message>({
  id: 'result-student',
  area: 'sense',
  severity: 'warning',
  versions: ['1.1', '1.2'],
  summary: 'A result is that of somebody who is no student, or not enrolled in the class.',
  messages: {
    notStudent: '{field} names "{value}", who is not a student',
    notEnrolled: '{field} names "{value}", who is not enrolled in the class of the line item',
    person: 'The person',
    class: 'The class of the line item',
  },
  roster({ roster, at, report }) {
    const students = linkOf(roster, 'results', 'studentSourcedId');
    if (students === undefined) return;
    const kindOf = userKinds(roster);
    const items = linkOf(roster, 'results', 'lineItemSourcedId');
    const classes = linkOf(roster, 'lineItems', 'classSourcedId');
    const isEnrolled = enrollmentCheck(roster);
    const { table, target, targetColumn, column } = students;
    const active = table.active();
    for (let record = 1; record < active.length; record++) {
      const person = active[record] === 1 ? students.of(record) : 0;
      if (person === 0) continue;
      const place = () => at(table).field(record, column);
      if (kindOf?.(person) === 'other') {
        const related = [{ at: () => at(target).field(person, targetColumn), message: 'person' }] as const;
        report({ at: place, message: 'notStudent', group: String(person), related });
        continue;
      }
      const item = items?.of(record) ?? 0;
      const held = classes?.of(item) ?? 0;
      if (classes === undefined || held === 0 || isEnrolled(person, held)) continue;
      const related = [
        { at: () => at(classes.table).field(item, classes.column), message: 'class' },
      ] as const;
      report({ at: place, message: 'notEnrolled', group: `${String(person)} ${String(held)}`, related });
    }
  },
});

/** Whether a person is enrolled in a class; what cannot be known, because enrollments are not all there, passes. */
function enrollmentCheck(roster: Roster): (person: number, held: number) => boolean {
  const users = linkOf(roster, 'enrollments', 'userSourcedId');
  const classes = linkOf(roster, 'enrollments', 'classSourcedId');
  if (users === undefined || classes === undefined || users.table.mode !== 'bulk') return () => true;
  const enrollments = recordsByTarget(users);
  const unsure = unsureEnrollments(users, classes);
  return (person, held) => {
    if (unsure.people[person] === 1 || unsure.classes[held] === 1) return true;
    for (let record = enrollments.first(person); record > 0; record = enrollments.next(record)) {
      const found = classes.of(record);
      if (found === held || found === 0) return true;
    }
    return false;
  };
}

/**
 * Whom and which classes the enrollments may mean of which that cannot be told: the person is not there, or the record has too
 * few or too many fields. Marked with 1.
 */
function unsureEnrollments(
  users: Link,
  classes: Link,
): { readonly people: Uint8Array; readonly classes: Uint8Array } {
  const { table } = users;
  const unsure = {
    people: new Uint8Array(users.target.recordCount),
    classes: new Uint8Array(classes.target.recordCount),
  };
  const active = table.active();
  for (let record = 1; record < active.length; record++) {
    const isUnsure = active[record] === 1 ? users.of(record) === 0 : !table.isIntact(record);
    if (!isUnsure) continue;
    unsure.people[users.of(record)] = 1;
    unsure.classes[classes.of(record)] = 1;
  }
  return unsure;
}
