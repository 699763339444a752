import type { ColumnChoice, MissingColumn } from './features/table-columns';
import type { FoundRecord } from './features/find-records';
import type { Outcome } from './protocol';
import type { TableWindow, WindowChoice } from './features/table-window';
import type { Order } from './table-edits/sort-order';

// The part of the protocol (see protocol.ts) that is about a table as a whole. Lines and characters are those of the language server
// protocol; records and columns count from 0, the header included, unless something else is said. A request about a file that is no
// table of a roster is answered with null.

export interface TextPlace {
  readonly line: number;
  readonly character: number;
}

export interface TextRange {
  readonly start: TextPlace;
  readonly end: TextPlace;
}

interface TableParams {
  readonly uri: string;
}

/** A request: its method, and for the compiler alone, what is asked and what is answered. */
export interface TableRequest<Params extends TableParams, Answer> {
  readonly method: string;
  readonly types?: (params: Params) => Answer;
}

// --- from the server ---------------------------------------------------------------------------------------------------

/** Sent whenever a roster has been checked, whether or not something new was found: its records may be others. */
export const rosterChecked = 'oneroster/rosterChecked';

export interface RosterCheckedParams {
  readonly rosterUri: string;
}

// --- to the server: looking --------------------------------------------------------------------------------------------

/** The columns of a table, and those that it lacks. */
export const tableColumns: TableRequest<TableColumnsParams, TableColumns> = {
  method: 'oneroster/tableColumns',
};

export interface TableColumnsParams extends TableParams {
  /** Where the cursor is. */
  readonly place: TextPlace;
}

export interface TableColumns {
  readonly columns: readonly ColumnChoice[];
  readonly missing: readonly MissingColumn[];
  /** The column that the place lies in. */
  readonly current: number;
}

/** Where the contents of whole columns lie, the header left out. */
export const columnFields: TableRequest<ColumnFieldsParams, ColumnFields> = {
  method: 'oneroster/columnFields',
};

export interface ColumnFieldsParams extends TableParams {
  /** Places in the columns. */
  readonly places: readonly TextPlace[];
  /** At most so many fields are answered. */
  readonly most: number;
}

export interface ColumnFields {
  readonly names: readonly string[];
  /** How many fields there are. */
  readonly total: number;
  /** Start line, start character, end line and end character of each, one after the other. */
  readonly ranges: readonly number[];
}

/** Finds records by number, id or name. */
export const findRecords: TableRequest<FindRecordsParams, RecordsFound> = { method: 'oneroster/findRecords' };

export interface FindRecordsParams extends TableParams {
  readonly query: string;
  readonly most: number;
}

export interface RecordsFound {
  readonly records: readonly FoundRecord[];
  readonly total: number;
}

/** Where a record or a field lies, its content without quotes. */
export const fieldPlace: TableRequest<FieldPlaceParams, TextRange | null> = {
  method: 'oneroster/fieldPlace',
};

export interface FieldPlaceParams extends TableParams {
  readonly record: number;
  /** Without it the whole record is meant. */
  readonly column?: number | undefined;
}

/** The part of a table that a preview shows. */
export const tableWindow: TableRequest<TableWindowParams, TableWindow> = { method: 'oneroster/tableWindow' };

export interface TableWindowParams extends TableParams, WindowChoice {}

export type { TableWindow };

/** The room that aligns the columns of some lines. */
export const alignment: TableRequest<AlignmentParams, Alignment> = { method: 'oneroster/alignment' };

export interface AlignmentParams extends TableParams {
  readonly firstLine: number;
  readonly lastLine: number;
}

export interface Alignment {
  /** Line, character and cells of each place before whose comma room is needed, one after the other. */
  readonly padding: readonly number[];
}

// --- to the server: edits of a whole table -----------------------------------------------------------------------------

/** Puts an empty column into a table. */
export const insertColumn: TableRequest<InsertColumnParams, Outcome<TableEdit>> = {
  method: 'oneroster/insertColumn',
};

export interface InsertColumnParams extends TableParams {
  readonly place: TextPlace;
  readonly name: string;
  /** Before the column that stands there, or at the end. */
  readonly at: number;
}

/** Moves a column. */
export const moveColumn: TableRequest<MoveColumnParams, Outcome<TableEdit>> = {
  method: 'oneroster/moveColumn',
};

export interface MoveColumnParams extends TableParams {
  readonly place: TextPlace;
  readonly from: number;
  readonly to: number;
}

/** Sorts the records of a table. */
export const sortRecords: TableRequest<SortRecordsParams, Outcome<TableEdit>> = {
  method: 'oneroster/sortRecords',
};

export interface SortRecordsParams extends TableParams {
  readonly place: TextPlace;
  readonly column: number;
  readonly order: Order;
}

/** An edit of a table, to be made as one: its parts in the order of their places. */
export interface TableEdit {
  readonly edits: readonly TableTextEdit[];
  /** Where the cursor belongs afterwards. */
  readonly place: TextPlace;
}

export interface TableTextEdit {
  readonly range: TextRange;
  /** The new text in pieces: whoever reads one at a time is not held by megabytes. */
  readonly text: readonly string[];
}
