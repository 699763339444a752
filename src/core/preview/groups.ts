import type { GroupSource } from '../config/config';
import type { Roster } from '../model/roster';
import { eachRecord } from '../rules/shared/each-record';
import { linkOf } from '../rules/shared/links';
import { PairNumbers } from '../rules/shared/pair-numbers';
import type { Steps } from '../steps';
import { fieldReader } from './belonging';
import { standings, type PlacedPeople } from './place-people';
import type { GroupCounts } from './preview';

/** How many groups are listed by name. */
const mostListed = 50;

/** The groups that would be made, and how many people are in them. */
export function* countGroups(
  roster: Roster,
  people: PlacedPeople | undefined,
  from: GroupSource | undefined,
): Steps<GroupCounts | undefined> {
  if (from === undefined || people === undefined) return undefined;
  const members = from === 'grades' ? yield* byGrade(people) : yield* byClass(roster, people);
  const listed = [...members].sort(([a, few], [b, many]) => many - few || (a < b ? -1 : 1));
  return {
    from,
    groups: listed.length,
    memberships: listed.reduce((sum, [, count]) => sum + count, 0),
    largest: listed.slice(0, mostListed).map(([name, count]) => ({ name, members: count })),
  };
}

function* byGrade(people: PlacedPeople): Steps<ReadonlyMap<string, number>> {
  const gradesOf = fieldReader(people.table, 'grades');
  const members = new Map<string, number>();
  yield* eachRecord(people.table.recordCount, (record) => {
    if (people.standing[record] !== standings.active) return;
    for (const grade of new Set(
      gradesOf(record)
        .split(',')
        .map((each) => each.trim()),
    )) {
      if (grade !== '') members.set(grade, (members.get(grade) ?? 0) + 1);
    }
  });
  return members;
}

/** A group for each class that counts, with everybody who is enrolled in it, each once. */
function* byClass(roster: Roster, people: PlacedPeople): Steps<ReadonlyMap<string, number>> {
  const classes = linkOf(roster, 'enrollments', 'classSourcedId');
  const users = linkOf(roster, 'enrollments', 'userSourcedId');
  if (classes === undefined || users === undefined) return new Map();
  const { table, target } = classes;
  const active = table.active();
  const pairs = new PairNumbers();
  const counts = new Uint32Array(target.recordCount);
  yield* eachRecord(active.length, (record) => {
    const group = active[record] === 1 ? classes.of(record) : 0;
    const user = group === 0 ? 0 : users.of(record);
    if (user === 0 || people.standing[user] !== standings.active) return;
    const known = pairs.count;
    if (pairs.numberOf(group, user) > known) counts[group] = (counts[group] ?? 0) + 1;
  });
  return namedCounts(target, counts);
}

/** Classes of one title are told apart by their ids. */
function namedCounts(classes: PlacedPeople['table'], counts: Uint32Array): ReadonlyMap<string, number> {
  const idOf = fieldReader(classes, 'sourcedId');
  const titleOf = fieldReader(classes, 'title');
  const counting = classes.active();
  const named = new Map<string, number>();
  for (let record = 1; record < counts.length; record++) {
    if (counting[record] !== 1) continue;
    const title = titleOf(record);
    named.set(title === '' ? idOf(record) : `${title} (${idOf(record)})`, counts[record] ?? 0);
  }
  return named;
}
