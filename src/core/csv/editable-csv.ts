import { lineFeed } from './bytes';
import type { CsvScan, LineEndCounts } from './csv-scan';
import { fieldCount, isBlankRecord, recordAt, recordRange } from './field';
import { GrowableOffsets } from './growable-offsets';
import { OffsetList } from './offset-list';
import { RecordScanner } from './record-scanner';

/** What an edit has done to the records of a file. */
export interface ScanChange {
  /** The first record that was read again; the `removed` records from it on have become the `inserted` ones. */
  readonly firstRecord: number;
  readonly removed: number;
  readonly inserted: number;
  /** What stood from here on, `before` the edit, stands `shift` bytes further on. */
  readonly before: number;
  readonly shift: number;
  /** Where the removed records stood. */
  readonly old: RecordRanges;
  /** The bytes `start` to `end` (exclusive) of the file as it was are gone. */
  readonly start: number;
  readonly end: number;
}

/** Some records of a scan, by places of their own: see `CsvScan` for what the lists hold. */
export interface RecordRanges extends Pick<CsvScan, 'recordStarts' | 'firstFields' | 'fieldEnds'> {
  /** Whether a quote was out of place in one of them. */
  readonly areMalformed: boolean;
}

/**
 * A scanned file that can be edited: only the records that an edit touches are read again, and the others are moved. Flags of
 * the scan (`hasNonAscii` and the like) stay set when the last reason for them is gone.
 */
export class EditableCsv {
  #bytes: Uint8Array;
  #length: number;
  readonly #lists: Lists;
  #scan: CsvScan;
  #carriageReturnEnds: boolean;

  constructor(scan: CsvScan) {
    this.#length = scan.bytes.length;
    this.#bytes = new Uint8Array(roomFor(this.#length));
    this.#bytes.set(scan.bytes);
    this.#carriageReturnEnds = !scan.bytes.includes(lineFeed);
    this.#lists = listsOf(scan);
    this.#scan = { ...scan, bytes: this.#bytes.subarray(0, this.#length) };
  }

  /** The file as it is now. The arrays of earlier scans are the same memory, and no longer right. */
  get scan(): CsvScan {
    return this.#scan;
  }

  /**
   * Replaces the bytes `start` to `end` (exclusive). Undefined where the whole file has to be read again, of which `scan` has
   * nothing but the bytes then: the edit touches the header or the byte order mark, or changes by what records end.
   */
  replace(start: number, end: number, text: Uint8Array): ScanChange | undefined {
    const before = this.#scan;
    const firstRecord = firstTouched(before, start);
    this.#splice(start, end, text);
    const bytes = this.#bytes.subarray(0, this.#length);
    const carriageReturnEnds = !bytes.includes(lineFeed);
    if (firstRecord < 1 || carriageReturnEnds !== this.#carriageReturnEnds) {
      this.#carriageReturnEnds = carriageReturnEnds;
      this.#scan = { ...before, bytes };
      return undefined;
    }
    const piece = readAgain(before, bytes, firstRecord, { start, end, shift: text.length - (end - start) });
    this.#scan = this.#merge(before, bytes, piece);
    return piece.change;
  }

  #splice(start: number, end: number, text: Uint8Array): void {
    const length = this.#length + text.length - (end - start);
    if (length > this.#bytes.length) {
      const bytes = new Uint8Array(roomFor(length));
      bytes.set(this.#bytes.subarray(0, start));
      bytes.set(this.#bytes.subarray(end, this.#length), start + text.length);
      this.#bytes = bytes;
    } else this.#bytes.copyWithin(start + text.length, end, this.#length);
    this.#bytes.set(text, start);
    this.#length = length;
  }

  #merge(before: CsvScan, bytes: Uint8Array, { scanner, starts, firstFields, change }: Piece): CsvScan {
    const { firstRecord, removed, inserted, shift } = change;
    const lists = this.#lists;
    const next = firstRecord + removed;
    const oldCounts = endCounts(before, firstRecord, next, this.#carriageReturnEnds);
    const oldOdd = countOdd(before, firstRecord, next);
    const start = before.recordStarts[firstRecord] ?? 0;
    const firstField = before.firstFields[firstRecord] ?? 0;
    const nextField = before.firstFields[next] ?? 0;
    const fields = scanner.fieldEnds.view();
    const fieldShift = fields.length - (nextField - firstField);
    const malformedFields = moved(before.malformedFields, firstField, nextField, fieldShift);
    for (const field of scanner.malformedFields) malformedFields.add(firstField + field);
    lists.strayQuotes.replaceBetween(start, change.before, scanner.strayQuotes.view(), shift);
    lists.bareCarriageReturns.replaceBetween(start, change.before, scanner.bareCarriageReturns.view(), shift);
    lists.quoteSearches.replace(
      ...placesBetween(before.unclosedQuotes, start, change.before),
      scanner.quoteSearches.view(),
      shift,
    );
    lists.unclosedQuotes.replaceBetween(start, change.before, scanner.unclosedQuotes.view(), shift);
    lists.recordStarts.replace(firstRecord, next, starts, shift);
    lists.firstFields.replace(
      firstRecord,
      next,
      firstFields.map((field) => firstField + field),
      fieldShift,
    );
    lists.fieldEnds.replace(firstField, nextField, fields, shift);
    const scan = {
      ...before,
      bytes,
      recordCount: before.recordCount - removed + inserted,
      ...viewsOf(lists),
      malformedFields,
      lineEnds: {
        crlf: before.lineEnds.crlf - oldCounts.crlf + scanner.crlf,
        lf: before.lineEnds.lf - oldCounts.lf + scanner.lf,
        cr: before.lineEnds.cr - oldCounts.cr + scanner.cr,
      },
      hasNonAscii: before.hasNonAscii || scanner.hasNonAscii,
      hasControlCharacters: before.hasControlCharacters || scanner.hasControlCharacters,
      hasLineBreaks: before.hasLineBreaks || scanner.hasLineBreaks,
    };
    return {
      ...scan,
      oddRecords: before.oddRecords - oldOdd + countOdd(scan, firstRecord, firstRecord + inserted),
    };
  }
}

/** The lists of a scan that an edit changes. */
type Lists = Readonly<Record<ListName, OffsetList>>;

const listNames = [
  'recordStarts',
  'firstFields',
  'fieldEnds',
  'strayQuotes',
  'bareCarriageReturns',
  'unclosedQuotes',
  'quoteSearches',
] as const;
type ListName = (typeof listNames)[number];

function listsOf(scan: CsvScan): Lists {
  const list = (name: ListName) => new OffsetList(scan[name]);
  return {
    recordStarts: list('recordStarts'),
    firstFields: list('firstFields'),
    fieldEnds: list('fieldEnds'),
    strayQuotes: list('strayQuotes'),
    bareCarriageReturns: list('bareCarriageReturns'),
    unclosedQuotes: list('unclosedQuotes'),
    quoteSearches: list('quoteSearches'),
  };
}

function viewsOf(lists: Lists): Record<ListName, Uint32Array> {
  return {
    recordStarts: lists.recordStarts.items,
    firstFields: lists.firstFields.items,
    fieldEnds: lists.fieldEnds.items,
    strayQuotes: lists.strayQuotes.items,
    bareCarriageReturns: lists.bareCarriageReturns.items,
    unclosedQuotes: lists.unclosedQuotes.items,
    quoteSearches: lists.quoteSearches.items,
  };
}

/** The records that an edit has made anew. */
interface Piece {
  readonly scanner: RecordScanner;
  readonly starts: Uint32Array;
  /** By their places in the scanner's fields. */
  readonly firstFields: Uint32Array;
  readonly change: ScanChange;
}

/** The first record that an edit may change: the one before the edit, or an earlier one whose open quote was searched for up to here. */
function firstTouched(scan: CsvScan, start: number): number {
  let first = start <= scan.textStart ? 0 : recordAt(scan, start - 1);
  for (const [index, open] of scan.unclosedQuotes.entries()) {
    if (open >= start) break;
    if ((scan.quoteSearches[index] ?? 0) >= start) first = Math.min(first, recordAt(scan, open));
  }
  return first;
}

/** Reads on until a record begins where one began before the edit, too: from there on all is as it was. */
function readAgain(before: CsvScan, bytes: Uint8Array, firstRecord: number, edit: Edit): Piece {
  const { end, shift } = edit;
  const scanner = new RecordScanner(bytes, new GrowableOffsets(16));
  const starts = new GrowableOffsets(16);
  const firstFields = new GrowableOffsets(16);
  let at = before.recordStarts[firstRecord] ?? 0;
  let next = firstRecord + 1;
  while (at < bytes.length) {
    starts.push(at);
    firstFields.push(scanner.fieldEnds.length);
    at = scanner.scanRecord(at);
    while (next < before.recordCount && isBehind(before.recordStarts[next] ?? 0)) next++;
    if (next < before.recordCount && (before.recordStarts[next] ?? 0) + shift === at) break;
  }
  if (at >= bytes.length) next = before.recordCount;
  return {
    scanner,
    starts: starts.view().slice(),
    firstFields: firstFields.view().slice(),
    change: {
      firstRecord,
      removed: next - firstRecord,
      inserted: starts.length,
      before: next < before.recordCount ? (before.recordStarts[next] ?? 0) : bytes.length - shift,
      shift,
      old: rangesOf(before, firstRecord, next),
      start: edit.start,
      end,
    },
  };

  function isBehind(start: number): boolean {
    return start < end || start + shift < at;
  }
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly shift: number;
}

function rangesOf(scan: CsvScan, from: number, to: number): RecordRanges {
  const firstField = scan.firstFields[from] ?? 0;
  const nextField = scan.firstFields[to] ?? 0;
  return {
    recordStarts: scan.recordStarts.slice(from, to),
    firstFields: scan.firstFields.slice(from, to + 1).map((field) => field - firstField),
    fieldEnds: scan.fieldEnds.slice(firstField, nextField),
    areMalformed: [...scan.malformedFields].some((field) => field >= firstField && field < nextField),
  };
}

function roomFor(length: number): number {
  return length + (length >> 3) + 4096;
}

function moved(fields: ReadonlySet<number>, first: number, next: number, shift: number): Set<number> {
  const found = new Set<number>();
  for (const field of fields) {
    if (field < first) found.add(field);
    else if (field >= next) found.add(field + shift);
  }
  return found;
}

function placesBetween(offsets: Uint32Array, start: number, end: number): [number, number] {
  const firstFrom = (offset: number) => {
    const found = offsets.findIndex((each) => each >= offset);
    return found < 0 ? offsets.length : found;
  };
  return [firstFrom(start), firstFrom(end)];
}

/** By what records end, from their places alone. */
function endCounts(scan: CsvScan, from: number, to: number, carriageReturnEnds: boolean): LineEndCounts {
  const counts = { crlf: 0, lf: 0, cr: 0 };
  for (let record = from; record < to; record++) {
    const next = record + 1 < scan.recordCount ? (scan.recordStarts[record + 1] ?? 0) : undefined;
    const length = (next ?? scan.bytes.length) - recordRange(scan, record).end;
    if (length === 2) counts.crlf++;
    else if (length === 1 && carriageReturnEnds) counts.cr++;
    else if (length === 1) counts.lf++;
  }
  return counts;
}

function countOdd(scan: CsvScan, from: number, to: number): number {
  const width = fieldCount(scan, 0);
  let count = 0;
  for (let record = from; record < to; record++) {
    if (isBlankRecord(scan, record) || fieldCount(scan, record) !== width) count++;
  }
  return count;
}
