import type { CsvScan } from './csv-scan';
import { recordAt } from './field';
import { GrowableOffsets } from './growable-offsets';
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

/** The records that an edit has made anew. */
export interface Piece {
  readonly scanner: RecordScanner;
  readonly starts: Uint32Array;
  /** By their places in the scanner's fields. */
  readonly firstFields: Uint32Array;
  readonly change: ScanChange;
}

/** The first record that an edit may change: the one before the edit, or an earlier one whose open quote was searched for up to here. */
export function firstTouched(scan: CsvScan, start: number): number {
  let first = start <= scan.textStart ? 0 : recordAt(scan, start - 1);
  for (const [index, open] of scan.unclosedQuotes.entries()) {
    if (open >= start) break;
    if ((scan.quoteSearches[index] ?? 0) >= start) first = Math.min(first, recordAt(scan, open));
  }
  return first;
}

/** Reads on until a record begins where one began before the edit, too: from there on all is as it was. */
export function readAgain(before: CsvScan, bytes: Uint8Array, firstRecord: number, edit: Edit): Piece {
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
