import type { CsvScan, LineEndCounts } from './csv-scan';
import { fieldCount, isBlankRecord, recordRange } from './field';
import { knownFields } from './known-fields';
import { OffsetList } from './offset-list';
import type { Piece } from './read-again';

/** The lists of a scan, kept so that some records can be put in the place of others. */
export class ScanLists {
  readonly #recordStarts: OffsetList;
  readonly #firstFields: OffsetList;
  readonly #fieldEnds: OffsetList;
  readonly #strayQuotes: OffsetList;
  readonly #bareCarriageReturns: OffsetList;
  readonly #unclosedQuotes: OffsetList;
  readonly #quoteSearches: OffsetList;

  constructor(scan: CsvScan) {
    this.#recordStarts = new OffsetList(scan.recordStarts);
    this.#firstFields = new OffsetList(scan.firstFields);
    this.#fieldEnds = new OffsetList(scan.fieldEnds);
    this.#strayQuotes = new OffsetList(scan.strayQuotes);
    this.#bareCarriageReturns = new OffsetList(scan.bareCarriageReturns);
    this.#unclosedQuotes = new OffsetList(scan.unclosedQuotes);
    this.#quoteSearches = new OffsetList(scan.quoteSearches);
  }

  /** The scan with the records of a piece in the place of those that they were made of. `before` is not to be used again. */
  replace(before: CsvScan, bytes: Uint8Array, piece: Piece, carriageReturnEnds: boolean): CsvScan {
    const { scanner, change } = piece;
    const { firstRecord, removed, inserted } = change;
    const next = firstRecord + removed;
    const ends = endCounts(before, firstRecord, next, carriageReturnEnds);
    const odd = before.oddRecords - countOdd(before, firstRecord, next);
    const malformedFields = malformedIn(before, piece);
    this.#replaceQuotes(before, piece);
    this.#replaceRecords(before, piece);
    const scan = {
      ...before,
      bytes,
      recordCount: before.recordCount - removed + inserted,
      recordStarts: this.#recordStarts.items,
      ...knownFields(this.#firstFields.items, this.#fieldEnds.items),
      strayQuotes: this.#strayQuotes.items,
      bareCarriageReturns: this.#bareCarriageReturns.items,
      unclosedQuotes: this.#unclosedQuotes.items,
      quoteSearches: this.#quoteSearches.items,
      malformedFields,
      lineEnds: {
        crlf: before.lineEnds.crlf - ends.crlf + scanner.crlf,
        lf: before.lineEnds.lf - ends.lf + scanner.lf,
        cr: before.lineEnds.cr - ends.cr + scanner.cr,
      },
      hasNonAscii: before.hasNonAscii || scanner.hasNonAscii,
      hasControlCharacters: before.hasControlCharacters || scanner.hasControlCharacters,
      hasLineBreaks: before.hasLineBreaks || scanner.hasLineBreaks,
    };
    return { ...scan, oddRecords: odd + countOdd(scan, firstRecord, firstRecord + inserted) };
  }

  #replaceQuotes(before: CsvScan, { scanner, change }: Piece): void {
    const start = before.recordStarts[change.firstRecord] ?? 0;
    const { before: end, shift } = change;
    this.#strayQuotes.replaceBetween(start, end, scanner.strayQuotes.view(), shift);
    this.#bareCarriageReturns.replaceBetween(start, end, scanner.bareCarriageReturns.view(), shift);
    const [from, to] = placesBetween(before.unclosedQuotes, start, end);
    this.#unclosedQuotes.replace(from, to, scanner.unclosedQuotes.view(), shift);
    this.#quoteSearches.replace(from, to, scanner.quoteSearches.view(), shift);
  }

  #replaceRecords(before: CsvScan, { scanner, starts, firstFields, change }: Piece): void {
    const { firstRecord, removed, shift } = change;
    const next = firstRecord + removed;
    const firstField = before.firstFields[firstRecord] ?? 0;
    const nextField = before.firstFields[next] ?? 0;
    const fields = scanner.fieldEnds.view();
    const fieldShift = fields.length - (nextField - firstField);
    const places = firstFields.map((field) => firstField + field);
    this.#recordStarts.replace(firstRecord, next, starts, shift);
    this.#firstFields.replace(firstRecord, next, places, fieldShift);
    this.#fieldEnds.replace(firstField, nextField, fields, shift);
  }
}

function malformedIn(before: CsvScan, { scanner, change }: Piece): ReadonlySet<number> {
  const first = before.firstFields[change.firstRecord] ?? 0;
  const next = before.firstFields[change.firstRecord + change.removed] ?? 0;
  const shift = scanner.fieldEnds.length - (next - first);
  const found = new Set<number>();
  for (const field of before.malformedFields) {
    if (field < first) found.add(field);
    else if (field >= next) found.add(field + shift);
  }
  for (const field of scanner.malformedFields) found.add(first + field);
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
