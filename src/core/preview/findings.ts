import type { MappingConfig } from '../config/config';
import { eachRecord } from '../rules/shared/each-record';
import type { Steps } from '../steps';
import { fieldReader } from './belonging';
import { comparePeople } from './compare-people';
import { FindingList } from './finding-list';
import { locationName, placeReason, rowReader, type RowReader } from './person-row';
import { standings, type PlacedPeople } from './place-people';
import { findingKinds, type Finding, type FindingKind, type PlaceReason } from './preview';
import { sharedAccounts } from './shared-accounts';

/** The people of a roster that was delivered before. */
export type RosterBefore = PlacedPeople;

export interface FindingOptions {
  readonly names: boolean;
  readonly most: number;
  readonly roles: MappingConfig['roles'];
  readonly accountColumns: readonly ('username' | 'email')[];
}

const unusable: ReadonlySet<PlaceReason> = new Set(['no-school', 'unknown-school', 'deleted-school']);

type Lists = ReadonlyMap<FindingKind, FindingList>;

/** Whom somebody should look at before anything is sent. Every kind is there, be it empty. */
export function* findPeopleOfNote(
  people: PlacedPeople,
  before: RosterBefore | undefined,
  options: FindingOptions,
): Steps<readonly Finding[]> {
  const lists: Lists = new Map(findingKinds.map((kind) => [kind, new FindingList(kind, options.most)]));
  const rowOf = rowReader(people, options.names);
  yield* findByPlace(people, rowOf, lists, options);
  const idOf = fieldReader(people.table, 'sourcedId');
  for (const { record, first, reason } of yield* sharedAccounts(people, options.accountColumns)) {
    lists.get('shared-account')?.add(reason, () => rowOf(record, idOf(first)));
  }
  if (before !== undefined) yield* findChanges(people, before, rowOf, lists, options.names);
  return findingKinds.flatMap((kind) => lists.get(kind)?.finish() ?? []);
}

function* findByPlace(
  people: PlacedPeople,
  rowOf: RowReader,
  lists: Lists,
  { roles }: FindingOptions,
): Steps<void> {
  const { table, standing, belonging, schools } = people;
  const orgId = schools.table === undefined ? () => '' : fieldReader(schools.table, 'sourcedId');
  const mapped = roles === undefined ? undefined : new Set(Object.keys(roles));
  yield* eachRecord(table.recordCount, (record) => {
    const state = standing[record];
    if (state === standings.unreadable) return;
    if (state !== standings.active) {
      const reason = state === standings.deleted ? 'tobedeleted' : 'inactive';
      lists.get('marked-deleted')?.add(reason, () => rowOf(record));
      return;
    }
    const why = placeReason(people, record);
    if (why !== 'mapped') lists.get('default-location')?.add(why, () => rowOf(record));
    if (unusable.has(why)) lists.get('no-usable-school')?.add(why, () => rowOf(record));
    const orgs = belonging.orgsOf(record);
    if (orgs.length > 1)
      lists.get('several-schools')?.add('several-schools', () => rowOf(record, orgs.map(orgId).join(', ')));
    const role = belonging.roleOf(record);
    if (mapped === undefined || mapped.has(role)) return;
    lists.get('role-not-mapped')?.add(role === '' ? 'no-role' : 'role-not-mapped', () => rowOf(record));
  });
}

function* findChanges(
  people: PlacedPeople,
  before: RosterBefore,
  rowOf: RowReader,
  lists: Lists,
  names: boolean,
): Steps<void> {
  const oldRowOf = rowReader(before, names);
  yield* comparePeople(people, before, {
    isNew: (now) => lists.get('new')?.add('new', () => rowOf(now)),
    isMoved: (now, old) => lists.get('moved')?.add('moved', () => rowOf(now, locationName(before, old))),
    isGone(old, now) {
      if (now > 0) lists.get('gone')?.add('now-deleted', () => rowOf(now));
      else lists.get('gone')?.add('left-out', () => ({ ...oldRowOf(old), record: 0 }));
    },
  });
}
