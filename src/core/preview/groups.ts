import type { GroupSource } from '../config/config';
import type { Roster } from '../model/roster';
import type { Table } from '../model/table';
import { eachRecord } from '../rules/shared/each-record';
import { linkOf } from '../rules/shared/links';
import { PairNumbers } from '../rules/shared/pair-numbers';
import type { Steps } from '../steps';
import { fieldReader } from './belonging';
import { standings, type PlacedPeople } from './place-people';
import type { GroupCounts } from './preview';

/** How many groups are listed by name. */
const mostListed = 50;

/** One group; its name is made where it is listed. */
interface Group {
  readonly name: () => string;
  readonly members: number;
}

/** The groups that would be made, and how many people are in them. */
export function* countGroups(
  roster: Roster,
  people: PlacedPeople | undefined,
  from: GroupSource | undefined,
): Steps<GroupCounts | undefined> {
  if (from === undefined || people === undefined) return undefined;
  const groups = from === 'grades' ? yield* byGrade(people) : yield* byClass(roster, people);
  const largest = [...groups].sort((a, b) => b.members - a.members).slice(0, mostListed);
  return {
    from,
    groups: groups.length,
    memberships: groups.reduce((sum, { members }) => sum + members, 0),
    largest: largest.map(({ name, members }) => ({ name: name(), members })),
  };
}

function* byGrade({ table, standing }: PlacedPeople): Steps<readonly Group[]> {
  const gradesOf = fieldReader(table, 'grades');
  const members = new Map<string, number>();
  yield* eachRecord(table.recordCount, (record) => {
    if (standing[record] !== standings.active) return;
    for (const grade of new Set(
      gradesOf(record)
        .split(',')
        .map((each) => each.trim()),
    )) {
      if (grade !== '') members.set(grade, (members.get(grade) ?? 0) + 1);
    }
  });
  return [...members].map(([name, count]) => ({ name: () => name, members: count }));
}

/** A group for each class that counts, with everybody who is enrolled in it, each once. */
function* byClass(roster: Roster, { standing }: PlacedPeople): Steps<readonly Group[]> {
  const classes = linkOf(roster, 'enrollments', 'classSourcedId');
  const users = linkOf(roster, 'enrollments', 'userSourcedId');
  if (classes === undefined || users === undefined) return [];
  const { table, target } = classes;
  const active = table.active();
  const pairs = new PairNumbers();
  const counts = new Uint32Array(target.recordCount);
  yield* eachRecord(active.length, (record) => {
    const group = active[record] === 1 ? classes.of(record) : 0;
    const user = group === 0 ? 0 : users.of(record);
    if (user === 0 || standing[user] !== standings.active) return;
    const known = pairs.count;
    if (pairs.numberOf(group, user) > known) counts[group] = (counts[group] ?? 0) + 1;
  });
  return groupsOf(target, counts);
}

/** Classes of one title are told apart by their ids. */
function groupsOf(classes: Table, counts: Uint32Array): readonly Group[] {
  const idOf = fieldReader(classes, 'sourcedId');
  const titleOf = fieldReader(classes, 'title');
  const counting = classes.active();
  const groups: Group[] = [];
  for (let record = 1; record < counts.length; record++) {
    if (counting[record] !== 1) continue;
    const name = () => `${titleOf(record)} (${idOf(record)})`.trim();
    groups.push({ name, members: counts[record] ?? 0 });
  }
  return groups;
}
