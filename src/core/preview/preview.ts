import type { GroupSource } from '../config/config';
import type { TableMode } from '../model/table';
import type { ProfileStatement } from '../spec/types';

/** What a consumer would make of a roster's people. Plain data; holds names of people only where they were asked for. */
export interface Preview {
  readonly version: string;
  readonly profile: { readonly id: string; readonly title: string };
  readonly mode: TableMode;
  readonly people: PeopleCounts;
  /** Whether the configuration says which school is which location. */
  readonly isMapped: boolean;
  /** Where everybody without a location of their own lands, if that is configured. */
  readonly defaultLocation: string | undefined;
  /** In the order of their names; at last the default location, and people without any. */
  readonly locations: readonly LocationCount[];
  readonly roles: readonly RoleCount[];
  readonly schools: readonly SchoolRow[];
  /** The ids in the mapping of schools that the roster does not have. */
  readonly unknownSchools: readonly string[];
  readonly groups: GroupCounts | undefined;
  readonly findings: readonly Finding[];
  /** The delivery that it was compared with. */
  readonly against: DeliveredBefore | undefined;
  readonly deletedPeople: 'frozen' | 'removed';
  readonly known: readonly ProfileStatement[];
  readonly assumed: readonly string[];
}

/** How many records of users.csv there are of each kind. */
export interface PeopleCounts {
  readonly total: number;
  readonly active: number;
  /** Marked `tobedeleted`, or `inactive` where the version has that. */
  readonly deleted: number;
  /** Too broken to be read by column. */
  readonly unreadable: number;
}

export interface LocationCount {
  /** Undefined stands for no location at all: there is no default location. */
  readonly name: string | undefined;
  readonly isDefault: boolean;
  readonly people: number;
  readonly roles: Readonly<Record<string, number>>;
}

export interface RoleCount {
  /** As the roster has it; empty where a person has none. */
  readonly role: string;
  /** As the consumer calls it; undefined where roles are mapped and this one is not. */
  readonly mappedTo: string | undefined;
  readonly people: number;
}

export interface SchoolRow {
  readonly record: number;
  readonly sourcedId: string;
  readonly name: string;
  /** Undefined where it has none. */
  readonly location: string | undefined;
  /** The people whose first organization it is. */
  readonly people: number;
}

export interface GroupCounts {
  readonly from: GroupSource;
  readonly groups: number;
  readonly memberships: number;
  /** The largest first, capped. */
  readonly largest: readonly { readonly name: string; readonly members: number }[];
}

/** What a preview looks for, in the order in which it is shown. */
export const findingKinds = [
  'default-location',
  'no-usable-school',
  'several-schools',
  'marked-deleted',
  'shared-account',
  'role-not-mapped',
  'new',
  'gone',
  'moved',
] as const;

export type FindingKind = (typeof findingKinds)[number];

/** Why a person is where the preview says. */
export type PlaceReason =
  'mapped' | 'school-not-mapped' | 'not-a-school' | 'no-school' | 'unknown-school' | 'deleted-school';

/** Why a person is in a finding. */
export type Reason =
  | PlaceReason
  | 'several-schools'
  | 'tobedeleted'
  | 'inactive'
  | 'same-sourcedId'
  | 'same-username'
  | 'same-email'
  | 'role-not-mapped'
  | 'no-role'
  | 'new'
  | 'left-out'
  | 'now-deleted'
  | 'moved';

export interface Finding {
  readonly kind: FindingKind;
  /** The true number, whatever is listed. */
  readonly total: number;
  readonly byReason: readonly { readonly reason: Reason; readonly total: number }[];
  readonly people: readonly PersonRow[];
}

export interface PersonRow {
  /** As a spreadsheet numbers it: the header is record 1. 0 where the person is only in the delivery before. */
  readonly record: number;
  readonly sourcedId: string;
  /** Only where names were asked for. */
  readonly name?: string;
  readonly role: string;
  /** The sourcedId of the organization that counts, as it stands there; empty where there is none. */
  readonly school: string;
  /** Empty where there is none. */
  readonly location: string;
  readonly reason: Reason;
  /** The other half: the other schools, the other record's id, the location before. */
  readonly detail?: string;
}

/** A delivery, as a preview names it. */
export interface DeliveredBefore {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly time: string;
}
