import type { MappingConfig } from '../config/config';
import type { Roster } from '../model/roster';
import type { Steps } from '../steps';
import { countPeople } from './count-people';
import { findPeopleOfNote, type RosterBefore } from './findings';
import { countGroups } from './groups';
import { placePeople } from './place-people';
import { findingKinds, type DeliveredBefore, type Preview } from './preview';

export interface PreviewOptions {
  readonly mapping: MappingConfig;
  /** Whether names of people may be in it; false where it is left out. */
  readonly names?: boolean;
  /** How many people are listed of each finding; all where it is left out. */
  readonly most?: number | undefined;
  /** What was delivered before, to compare with. */
  readonly before?: { readonly delivery: DeliveredBefore; readonly roster: Roster } | undefined;
}

/** What the consumer of the roster's profile would make of its people, in steps. Time is linear in records. */
export function* previewSteps(roster: Roster, options: PreviewOptions): Steps<Preview> {
  const { mapping, before } = options;
  const { profile, version, say } = roster;
  const people = yield* placePeople(roster, mapping);
  const placedBefore = before === undefined ? undefined : yield* placePeople(before.roster, mapping);
  const old: RosterBefore | undefined = placedBefore;
  const counts = yield* countPeople(roster, people, mapping);
  const groups = yield* countGroups(roster, people, mapping.groups);
  const findings =
    people === undefined
      ? findingKinds.map((kind) => ({ kind, total: 0, byReason: [], people: [] }))
      : yield* findPeopleOfNote(people, old, {
          names: options.names ?? false,
          most: options.most ?? Infinity,
          roles: mapping.roles,
          accountColumns: profile.preview.accountColumns,
        });
  const { deletedPeople, known, assumed } = profile.preview;
  return {
    version,
    profile: { id: profile.id, title: say(profile.title) },
    mode: people?.table.mode ?? 'bulk',
    isMapped: mapping.schools !== undefined,
    defaultLocation: mapping.defaultLocation,
    ...counts,
    groups,
    findings,
    against: before?.delivery,
    deletedPeople,
    known: known.map((statement) => ({ ...statement, text: say(statement.text) })),
    assumed: assumed.map((text) => say(text)),
  };
}
