import {
  contentRange,
  fieldCount,
  fieldText,
  isBlankRecord,
  isEmptyFrom,
  recordRange,
  type ByteRange,
} from '../csv/field';
import type { CsvScan } from '../csv/csv-scan';
import type { ColumnFact, ManifestFact, TableFact } from '../spec/types';
import { activeRecords } from './active-records';
import type { DistinctValues } from './distinct-values';
import { otherDelimiter, readHeader } from './header';
import { indexColumn, type IndexedCsv } from './index-csv';
import type { RecordEdit } from './record-edit';
import type { Table, TableMode } from './table';
import { Source, type Tracker } from './tracker';
import { looksLikeRecord, widthWithoutTrailing } from './trailing-columns';
import type { ValueIndex } from './value-index';

/** A table whose file can be edited. What is looked at in it is noted by the tracker. */
export class ScannedTable implements Table {
  readonly file: string;
  readonly fact: TableFact | ManifestFact | undefined;
  readonly mode: TableMode;
  readonly header: readonly string[];
  readonly readable: boolean;
  readonly trailingFrom: () => number | undefined;
  readonly active: () => Uint8Array;
  readonly #tracker: Tracker;
  readonly #places: ReadonlyMap<string, number>;
  readonly #facts: ReadonlyMap<string, ColumnFact>;
  readonly #columns: (ValueIndex | undefined)[];
  readonly #dataRecords: () => number;
  /** The bytes of the file. */
  readonly #whole = new Source();
  /** How many records there are, and which of them have how many fields. */
  readonly #shape = new Source();
  readonly #values: Source[];
  #scan: CsvScan;

  constructor(
    file: string,
    { scan, columns }: IndexedCsv,
    fact: TableFact | ManifestFact | undefined,
    mode: TableMode,
    tracker: Tracker,
  ) {
    this.file = file;
    this.fact = fact;
    this.mode = mode;
    this.header = readHeader(scan);
    this.readable = this.header.length > 0 && otherDelimiter(this.header) === undefined;
    this.#scan = scan;
    this.#columns = [...columns];
    this.#tracker = tracker;
    this.#places = isFirstRecord(this.header, fact) ? new Map() : placesByName(this.header);
    this.#facts = factsByName(this.header, fact);
    this.#values = this.header.map(() => new Source());
    this.trailingFrom = tracker.derive(() => {
      tracker.note(this.#shape);
      return widthWithoutTrailing(this, this.#scan);
    });
    this.active = tracker.derive(() => activeRecords(this));
    this.#dataRecords = tracker.derive(() => {
      tracker.note(this.#shape);
      return countDataRecords(this.#scan);
    });
  }

  get scan(): CsvScan {
    this.#tracker.note(this.#whole);
    return this.#scan;
  }

  get bytes(): Uint8Array {
    return this.#scan.bytes;
  }

  get textStart(): number {
    return this.#scan.textStart;
  }

  get recordCount(): number {
    this.#tracker.note(this.#shape);
    return this.#scan.recordCount;
  }

  get dataRecords(): number {
    return this.#dataRecords();
  }

  get isRegular(): boolean {
    this.#tracker.note(this.#shape);
    return this.#scan.oddRecords === 0;
  }

  columnIndex(name: string): number {
    return this.#places.get(name) ?? -1;
  }

  columnFact(index: number): ColumnFact | undefined {
    const name = this.header[index] ?? '';
    return this.#places.get(name) === index ? this.#facts.get(name) : undefined;
  }

  isIntact(record: number): boolean {
    this.#tracker.note(this.#shape);
    const scan = this.#scan;
    if (scan.oddRecords === 0) return record < scan.recordCount;
    if (isBlankRecord(scan, record)) return false;
    const count = fieldCount(scan, record);
    if (count === this.header.length) return true;
    const width = this.trailingFrom();
    return width !== undefined && count >= width && isEmptyFrom(scan, record, width);
  }

  isBlank(record: number): boolean {
    this.#tracker.note(this.#shape);
    return isBlankRecord(this.#scan, record);
  }

  fieldCount(record: number): number {
    this.#tracker.note(this.#shape);
    return fieldCount(this.#scan, record);
  }

  range(record: number): ByteRange {
    this.#tracker.note(this.#shape);
    return recordRange(this.#scan, record);
  }

  isMalformed(record: number, column: number): boolean {
    this.#tracker.note(this.#shape);
    const scan = this.#scan;
    return (
      scan.malformedFields.size > 0 && scan.malformedFields.has((scan.firstFields[record] ?? 0) + column)
    );
  }

  values(index: number): DistinctValues {
    this.#note(index);
    return (this.#columns[index] ??= indexColumn(this.#scan, index));
  }

  content(record: number, column: number): ByteRange {
    this.#note(column);
    return contentRange(this.#scan, record, column);
  }

  text(record: number, column: number): string {
    this.#note(column);
    return fieldText(this.#scan, record, column);
  }

  /** What stands for a column's values in a basis. */
  valuesSource(column: number): Source {
    return this.#values[column] ?? this.#shape;
  }

  /** The file as it is, to be taken over by a table of another roster. */
  get indexed(): IndexedCsv {
    const columns = Array.from(this.#columns, (column, index) => column ?? indexColumn(this.#scan, index));
    return { scan: this.#scan, columns };
  }

  /** Takes over an edit of the file below its header. */
  edit(edit: RecordEdit): void {
    this.#scan = edit.scan;
    this.#whole.revision++;
    const keepsShape = edit.keepsShape && !this.#mayHaveTrailing(edit);
    if (!keepsShape) this.#shape.revision++;
    for (const [index, column] of this.#columns.entries()) {
      if (column?.edit(edit) === true || !keepsShape) this.valuesSource(index).revision++;
    }
  }

  /** Whether an edited record may have to do with columns that a spreadsheet left, which are none only while nothing stands in them. */
  #mayHaveTrailing({ scan, first, inserted }: RecordEdit): boolean {
    if ((this.header.at(-1) ?? '').trim() === '' || this.trailingFrom() !== undefined) return true;
    for (let record = first; record < first + inserted; record++) {
      if (fieldCount(scan, record) > this.header.length) return true;
    }
    return false;
  }

  #note(column: number): void {
    this.#tracker.note(this.valuesSource(column));
  }
}

/** Where each name stands first. */
function placesByName(header: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const [index, name] of header.entries()) if (!places.has(name)) places.set(name, index);
  return places;
}

/** The facts of a table's columns, with those of the document's variant that the header has. */
function factsByName(header: readonly string[], fact: Table['fact']): ReadonlyMap<string, ColumnFact> {
  const facts = new Map<string, ColumnFact>();
  for (const column of fact?.columns ?? []) facts.set(column.name, column);
  for (const variant of fact?.variants ?? []) {
    if (!isVariantHeader(header, variant.columns)) continue;
    for (const column of variant.additional) facts.set(column.name, column);
  }
  return facts;
}

/** Whether the one name in a header is none: a value may happen to be one, as `schoolYear` is a type and a column of sessions. */
function isFirstRecord(header: readonly string[], fact: Table['fact']): boolean {
  const known = header.filter((name) => fact?.columns.some((column) => column.name === name));
  return known.length === 1 && looksLikeRecord(header);
}

function isVariantHeader(header: readonly string[], columns: readonly string[]): boolean {
  const names = new Set(header);
  return columns.every((column) => names.has(column));
}

function countDataRecords(scan: CsvScan): number {
  if (scan.oddRecords === 0) return Math.max(scan.recordCount - 1, 0);
  let count = 0;
  for (let record = 1; record < scan.recordCount; record++) if (!isBlankRecord(scan, record)) count++;
  return count;
}
