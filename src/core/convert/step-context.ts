import type { Roster } from '../model/roster';
import type { TableName } from '../spec/catalog.generated';
import type { Specification } from '../spec/types';
import type { ConversionStep } from './conversion-facts';
import type { NoteCollector } from './notes';
import type { TablePlan } from './table-plan';

/** A record that is added to a table, by the names of the new version. */
export interface AddedRecord {
  readonly table: TableName;
  readonly values: Readonly<Record<string, string>>;
}

/** What belongs to one step of a conversion. */
export interface StepContext {
  readonly step: ConversionStep;
  /** The roster before the step. */
  readonly roster: Roster;
  /** The version after it. */
  readonly target: Specification;
  readonly notes: NoteCollector;
  readonly plans: Map<TableName, TablePlan>;
  readonly added: AddedRecord[];
}
