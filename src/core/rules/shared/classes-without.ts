import { noField } from '../../model/distinct-values';
import type { Steps } from '../../steps';
import type { RosterContext } from '../engine/define-rule';
import { unnamedRecords } from './completeness';
import { columnOf, linkOf } from './links';
import { meanings, textIn } from './meanings';

/** Reports, as `none`, each class in which enrollments.csv enrolls nobody in a role. */
export function* reportClassesWithout(
  { roster, at, report }: RosterContext<'none'>,
  wanted: 'student' | 'teacher',
): Steps<void> {
  const link = linkOf(roster, 'enrollments', 'classSourcedId');
  const role = columnOf(roster, 'enrollments', 'role');
  if (link === undefined || role === undefined) return;
  const roles = meanings(link.table, role.column);
  const values = link.table.values(role.column);
  const { codes } = values;
  // A role of one's own, or one that cannot be read, may be meant for the wanted one.
  const counts = (record: number) => (roles[codes[record] ?? noField] ?? wanted) === wanted;
  for (const record of yield* unnamedRecords(link, { values, counts })) {
    report({
      at: () => at(link.target).field(record, link.targetColumn),
      message: 'none',
      data: { title: textIn(link.target, record, 'title'), enrollmentsFile: link.table.file },
    });
  }
}
