import { contentRange, fieldCount, isBlankRecord, type ByteRange } from '../csv/field';
import type { CsvScan } from '../csv/csv-scan';
import type { ScanChange } from '../csv/read-again';

/** What an edit has done to the records of a table, records left out that were read again and are the same. */
export interface RecordEdit {
  readonly scan: CsvScan;
  /** The `removed` records from `first` on have become the `inserted` ones. */
  readonly first: number;
  readonly removed: number;
  readonly inserted: number;
  /** What stood behind them stands so many bytes further on. */
  readonly shift: number;
  /** Whether a record has the same value in a column as the removed one in its place. */
  isSame(index: number, column: number): boolean;
  /** Whether all inserted records have as many fields as the removed ones in their places, and are blank where they were. */
  readonly keepsShape: boolean;
}

/** Finds out which records an edit has really changed. */
export function recordEdit(change: ScanChange, scan: CsvScan): RecordEdit {
  const ranges = new ChangedRanges(change, scan);
  const most = Math.min(change.removed, change.inserted);
  let front = 0;
  while (front < most && ranges.isSameRecord(front, front)) front++;
  let back = 0;
  while (front + back < most && ranges.isSameRecord(change.removed - back - 1, change.inserted - back - 1))
    back++;
  const removed = change.removed - front - back;
  const inserted = change.inserted - front - back;
  return {
    scan,
    first: change.firstRecord + front,
    removed,
    inserted,
    shift: change.shift,
    isSame: (index, column) => index < removed && ranges.isSameValue(front + index, front + index, column),
    keepsShape: removed === inserted && ranges.haveSameShape(front, removed),
  };
}

/** The content of a record's field; undefined where there is none, or nothing but commas in the record. */
export function fieldOf(scan: CsvScan, record: number, column: number): ByteRange | undefined {
  if (column >= fieldCount(scan, record) || isBlankRecord(scan, record)) return undefined;
  return contentRange(scan, record, column);
}

/** Compares removed records with inserted ones, by where their fields stand: bytes outside the edit are the same. */
class ChangedRanges {
  readonly #change: ScanChange;
  readonly #scan: CsvScan;

  constructor(change: ScanChange, scan: CsvScan) {
    this.#change = change;
    this.#scan = scan;
  }

  isSameRecord(old: number, now: number): boolean {
    const count = this.#oldCount(old);
    if (count !== fieldCount(this.#scan, this.#change.firstRecord + now)) return false;
    for (let column = 0; column < count; column++) if (!this.isSameField(old, now, column)) return false;
    return !this.#areMalformed(now, 1);
  }

  /** A field of a record that is blank has no value. */
  isSameValue(old: number, now: number, column: number): boolean {
    const isBlank = isBlankRecord(this.#scan, this.#change.firstRecord + now);
    return this.#wasBlank(old) === isBlank && this.isSameField(old, now, column);
  }

  isSameField(old: number, now: number, column: number): boolean {
    const { old: ranges, start, end, shift, firstRecord } = this.#change;
    const record = firstRecord + now;
    if (column >= this.#oldCount(old) || column >= fieldCount(this.#scan, record)) return false;
    const oldField = (ranges.firstFields[old] ?? 0) + column;
    const oldStart =
      column === 0 ? (ranges.recordStarts[old] ?? 0) : (ranges.fieldEnds[oldField - 1] ?? 0) + 1;
    const oldEnd = ranges.fieldEnds[oldField] ?? 0;
    const moved = oldStart >= end ? shift : oldEnd <= start ? 0 : undefined;
    if (moved === undefined) return false;
    const first = this.#scan.firstFields[record] ?? 0;
    const nowStart =
      column === 0
        ? (this.#scan.recordStarts[record] ?? 0)
        : (this.#scan.fieldEnds[first + column - 1] ?? 0) + 1;
    return nowStart === oldStart + moved && (this.#scan.fieldEnds[first + column] ?? 0) === oldEnd + moved;
  }

  haveSameShape(front: number, count: number): boolean {
    for (let index = front; index < front + count; index++) {
      const record = this.#change.firstRecord + index;
      if (this.#oldCount(index) !== fieldCount(this.#scan, record)) return false;
      if (this.#wasBlank(index) !== isBlankRecord(this.#scan, record)) return false;
    }
    return !this.#areMalformed(front, count);
  }

  #oldCount(old: number): number {
    const { firstFields } = this.#change.old;
    return (firstFields[old + 1] ?? 0) - (firstFields[old] ?? 0);
  }

  #wasBlank(old: number): boolean {
    const { recordStarts, firstFields, fieldEnds } = this.#change.old;
    const end = fieldEnds[(firstFields[old + 1] ?? 0) - 1] ?? 0;
    return end - (recordStarts[old] ?? 0) === this.#oldCount(old) - 1;
  }

  /** Of records with quotes out of place nothing is taken for granted, neither as they were nor as they are. */
  #areMalformed(from: number, count: number): boolean {
    const { malformedFields, firstFields } = this.#scan;
    if (this.#change.old.areMalformed) return true;
    if (malformedFields.size === 0) return false;
    const record = this.#change.firstRecord + from;
    for (let field = firstFields[record] ?? 0; field < (firstFields[record + count] ?? 0); field++) {
      if (malformedFields.has(field)) return true;
    }
    return false;
  }
}
