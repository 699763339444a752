import type { DeliveredAmounts } from './delivery/delivered-amounts';
import type { JobKey } from './schedule/job-controls';
import type { LoggedRun } from './schedule/logged-run';
import type { TableName } from './spec/catalog.generated';

// The part of the protocol (see protocol.ts) that is about a roster as a tree. Every request is answered with an `Outcome`, and no
// answer holds more than some hundred nodes: longer lists are taken apart. Lines and characters count from 0.

/** Lists what is below a place in the tree of a roster; answers with an `Outcome<readonly ExplorerNode[]>`. */
export const explorerChildren = 'oneroster/explorerChildren';

export interface ExplorerParams {
  readonly rosterUri: string;
  readonly of: ExplorerList;
}

/** What of a roster is listed: its groups, the roles of its people, files that have no group of their own, or records. */
export type ExplorerList =
  { readonly kind: 'groups' } | { readonly kind: 'roles' } | { readonly kind: 'files' } | RecordList;

export interface RecordList {
  readonly kind: 'records';
  readonly of: RecordSet;
  readonly part?: ListPart;
}

/** Which records are meant. Ids are those of the records that the others belong to. */
export type RecordSet =
  | { readonly kind: 'table'; readonly table: TableName }
  | { readonly kind: 'role'; readonly role: RoleGroup }
  | { readonly kind: 'classes'; readonly table: 'orgs' | 'courses'; readonly id: string }
  | { readonly kind: 'members'; readonly id: string };

/** A part of a long list: those whose names begin with a letter, and of these a stretch, in alphabetical order. */
export interface ListPart {
  readonly letter?: string;
  readonly from?: number;
  readonly count?: number;
}

/** A role that the specification knows, as it writes it; or people without a role, or with one that it does not know. */
export type RoleGroup = { readonly role: string } | 'none' | 'other';

/** How many problems there are. */
export interface ProblemCounts {
  readonly error: number;
  readonly warning: number;
  readonly information: number;
  /** There are more, for not every problem is listed. */
  readonly isAtLeast?: true;
}

/** A place in a file. */
export interface NodePlace {
  readonly uri: string;
  readonly line: number;
  readonly character: number;
}

export type ExplorerNode = GroupNode | RoleNode | PartNode | RecordNode | FileNode;

interface NodeBase {
  /** Tells it apart from its siblings, and stays while the roster is edited. */
  readonly id: string;
  readonly problems: ProblemCounts;
  /** What is below it; missing where there is nothing. */
  readonly children?: ExplorerList;
}

export type GroupId = 'schools' | 'sessions' | 'courses' | 'classes' | 'people' | 'files' | 'targets';

/** A part of a roster as people speak of it. */
export interface GroupNode extends NodeBase {
  readonly kind: 'group';
  readonly group: GroupId;
  readonly count: number;
  /** How many are no schools, but what is above or beside them; of the group of schools alone. */
  readonly others?: number;
  /** The file that it is made from. */
  readonly uri?: string;
}

export interface RoleNode extends NodeBase {
  readonly kind: 'role';
  readonly role: RoleGroup;
  readonly count: number;
}

/** A part of a long list. */
export interface PartNode extends NodeBase {
  readonly kind: 'part';
  /** The letter that names in it begin with, `#` for what is no letter; or its first and last name. */
  readonly names: readonly [string] | readonly [string, string];
  readonly count: number;
}

export interface RecordNode extends NodeBase {
  readonly kind: 'record';
  readonly type: RecordType;
  readonly name: string;
  /** Empty where the record has none. */
  readonly sourcedId: string;
  /** Further things that tell it apart, each a short phrase out of the files: its school, its dates. */
  readonly words: readonly string[];
  /** How many of them belong to it. */
  readonly people?: number;
  readonly classes?: number;
  /** Where the record begins, or its id where it has one. */
  readonly place: NodePlace;
  /** For a member of a class: where the enrollment is. */
  readonly enrollment?: NodePlace;
}

export type RecordType = 'school' | 'organization' | 'session' | 'course' | 'class' | 'person' | 'nobody';

/** A file of the roster. */
export interface FileNode extends NodeBase {
  readonly kind: 'file';
  readonly name: string;
  readonly records: number;
  readonly uri: string;
}

/** Says where a roster is delivered to; answers with an `Outcome<readonly ExplorerTarget[]>`. */
export const explorerTargets = 'oneroster/explorerTargets';

export interface ExplorerTargetsParams {
  readonly rosterUri: string;
}

export interface ExplorerTarget {
  readonly name: string;
  readonly user: string;
  readonly host: string;
  readonly isDefault: boolean;
  /** The configuration, where it names the target. */
  readonly place: NodePlace;
  readonly last?: LastDelivery;
  /** Set where the receipt of the last delivery cannot be read, so that nobody knows what was delivered. */
  readonly isDamaged?: true;
  /** The jobs on this computer that deliver to it, the next run first. */
  readonly runs: readonly PlannedRun[];
}

export interface LastDelivery extends DeliveredAmounts {
  /** As ISO 8601. */
  readonly time: string;
  readonly receiptUri: string;
}

export interface PlannedRun {
  readonly job: JobKey;
  /** As ISO 8601; missing where the job is disabled. */
  readonly next?: string;
  /** How the last run went, as far as the log says so. */
  readonly last?: LoggedRun;
  /** The file that says so, where it is one. */
  readonly uri?: string;
}
