import { noField } from '../model/distinct-values';
import type { Roster } from '../model/roster';
import { defineRule, type RosterContext } from './engine/define-rule';
import { identifiedRecords } from './shared/completeness';
import { columnOf, linkOf, recordsByTarget, type Link } from './shared/links';
import { codesMeaning, textIn } from './shared/meanings';

type Message = 'students' | 'classes';

export default defineRule<Message>({
  id: 'enrollment-limit',
  area: 'sense',
  severity: 'warning',
  summary: 'A class has more students, or a teacher more classes, than the profile allows.',
  messages: {
    students: 'The class "{value}" ({title}) has {count} students; {profile} takes {limit} at most',
    classes: 'The teacher "{value}" has {count} classes; {profile} takes {limit} at most',
  },
  roster(context) {
    const { studentsPerClass, classesPerTeacher } = context.roster.profile.limits;
    const { roster } = context;
    if (studentsPerClass !== undefined)
      reportOver(context, pairs(roster, 'student', 'class'), studentsPerClass);
    if (classesPerTeacher !== undefined)
      reportOver(context, pairs(roster, 'teacher', 'user'), classesPerTeacher);
  },
});

/** What enrollments of one role pair up: each record of `by` with distinct records of `counted`. */
interface Pairs {
  readonly message: Message;
  readonly by: Link;
  readonly counted: Link;
  readonly hasRole: (record: number) => boolean;
}

function pairs(roster: Roster, role: 'student' | 'teacher', by: 'class' | 'user'): Pairs | undefined {
  const classes = linkOf(roster, 'enrollments', 'classSourcedId');
  const users = linkOf(roster, 'enrollments', 'userSourcedId');
  const roles = columnOf(roster, 'enrollments', 'role');
  if (classes === undefined || users === undefined || roles === undefined) return undefined;
  const isRole = codesMeaning(roles.table, roles.column, role);
  const { codes } = roles.table.values(roles.column);
  const hasRole = (record: number) => isRole[codes[record] ?? noField] === 1;
  return by === 'class'
    ? { message: 'students', by: classes, counted: users, hasRole }
    : { message: 'classes', by: users, counted: classes, hasRole };
}

function reportOver(context: RosterContext<Message>, found: Pairs | undefined, limit: number): void {
  if (found === undefined) return;
  const { by, counted, hasRole, message } = found;
  const enrollments = recordsByTarget(by);
  const at = context.at(by.target);
  for (const record of identifiedRecords(by.target, by.targetColumn)) {
    const others = new Set<number>();
    for (let each = enrollments.first(record); each > 0; each = enrollments.next(each)) {
      if (hasRole(each) && counted.of(each) > 0) others.add(counted.of(each));
    }
    if (others.size <= limit) continue;
    context.report({
      at: () => at.field(record, by.targetColumn),
      message,
      data: {
        title: textIn(by.target, record, 'title'),
        count: others.size,
        limit,
        profile: context.roster.profile.title,
      },
    });
  }
}
