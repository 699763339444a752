import { allAtOnce, type Steps } from '../steps';
import { comma, lineFeed } from './bytes';
import type { CsvScan } from './csv-scan';
import { hashOfBytes, kindOfBytes } from './field-kind';
import { GrowableOffsets } from './growable-offsets';
import { createKernel, type Kernel } from './kernel';
import { RecordScanner } from './record-scanner';
import { hashAt, lengthAt, missing, recordAt, runSize, startAt, type RecordBatch } from './runs';

/** Takes the records of a file, the header left out, while it is scanned. */
export interface RecordSink {
  /** Told first: how many fields the header has that will be described, and how many records there are, more or less. */
  begin(width: number, records: number): void;
  take(batch: RecordBatch): void;
}

/** Scans files one after the other. */
export class CsvScanner {
  readonly #kernel: Kernel;

  /**
   * `pieceSize` is how many bytes of a file the compiled loop looks at at a time; more than it has room for is not possible.
   * It is for tests alone: a text of a hundred bytes has borders between pieces then, too.
   */
  constructor(pieceSize = Infinity) {
    this.#kernel = createKernel(pieceSize);
  }

  /**
   * Scans RFC 4180 text with a comma as delimiter. It never fails: every byte belongs to a record or a line end, and what is
   * wrong is noted beside them; see `RecordScanner` for the rules.
   */
  scan(bytes: Uint8Array, sink?: RecordSink): CsvScan {
    return allAtOnce(this.steps(bytes, sink));
  }

  /** As `scan`, in steps. */
  steps(bytes: Uint8Array, sink?: RecordSink): Steps<CsvScan> {
    return new ScanRun(bytes, sink, this.#kernel).scan();
  }
}

/** No more columns than this are described. */
const mostColumns = 64;
/** How many bytes records and fields take on average: for sizing the lists, a little low, so that they rarely grow. */
const sampleSize = 65_536;
/** After so many odd records in a row, the kernel is not asked again before as many have been read without it. */
const mostBackOff = 4096;

class ScanRun {
  readonly #bytes: Uint8Array;
  readonly #kernel: Kernel | undefined;
  readonly #sink: RecordSink | undefined;
  readonly #scanner: RecordScanner;
  readonly #recordStarts: GrowableOffsets;
  readonly #firstFields: GrowableOffsets;
  readonly #one: OneRecord;
  readonly #records: number;
  /** What of the file was put before the kernel last. */
  readonly #piece = { start: 0, end: 0 };
  #headerWidth = 0;
  #oddRecords = 0;

  constructor(bytes: Uint8Array, sink?: RecordSink, kernel?: Kernel) {
    const [recordBytes, fieldBytes] = averageSizes(bytes);
    this.#bytes = bytes;
    this.#kernel = kernel;
    this.#sink = sink;
    this.#scanner = new RecordScanner(bytes, new GrowableOffsets(bytes.length / fieldBytes));
    this.#records = Math.ceil(bytes.length / recordBytes);
    this.#recordStarts = new GrowableOffsets(this.#records);
    this.#firstFields = new GrowableOffsets(this.#records);
    this.#one = new OneRecord(bytes);
  }

  *scan(): Steps<CsvScan> {
    const { length } = this.#bytes;
    const textStart = startOfText(this.#bytes);
    let at = textStart;
    if (at < length) at = this.#scanOne(at);
    this.#headerWidth = this.#scanner.fieldEnds.length;
    this.#sink?.begin(Math.min(this.#headerWidth, mostColumns), this.#records);
    let odd = 0;
    while (at < length) {
      const next = this.#kernel === undefined ? at : this.#scanMany(at, this.#kernel);
      odd = next > at ? 0 : Math.min(odd * 2 + 1, mostBackOff);
      at = next;
      for (let read = 0; read < odd && at < length; read++) at = this.#scanOne(at);
      yield;
    }
    this.#firstFields.push(this.#scanner.fieldEnds.length);
    return this.#finish(textStart);
  }

  /** Reads what the kernel can read of a piece, and returns where the record starts that it has left. */
  #scanMany(start: number, kernel: Kernel): number {
    this.#bringPiece(start, kernel);
    const { start: base, end } = this.#piece;
    let at = start - base;
    for (;;) {
      const count = kernel.readRecords(at, end - base, base, this.#headerWidth);
      if (count === 0) break;
      this.#take(count, kernel);
      at = kernel.found.next.value;
    }
    const { hasNonAscii, hasControlCharacters, hasLineBreaks } = kernel.takeFlags();
    this.#scanner.hasNonAscii ||= hasNonAscii;
    this.#scanner.hasControlCharacters ||= hasControlCharacters;
    this.#scanner.hasLineBreaks ||= hasLineBreaks;
    return base + at;
  }

  /**
   * Puts the bytes from a place on before the kernel. While more than half of the piece that stands there lies ahead, it will
   * do: else there would be a copy for each record that the kernel has left alone.
   */
  #bringPiece(start: number, kernel: Kernel): void {
    const piece = this.#piece;
    const isAhead = start - piece.start < (piece.end - piece.start) / 2;
    const isEnough = isAhead || (start < piece.end && piece.end === this.#bytes.length);
    if (kernel.piece === piece && isEnough) return;
    // Flags that are still set are those of a scan that failed.
    if (kernel.piece !== piece) kernel.takeFlags();
    kernel.piece = piece;
    piece.start = start;
    piece.end = Math.min(start + kernel.input.length, this.#bytes.length);
    kernel.input.set(this.#bytes.subarray(piece.start, piece.end));
  }

  #take(count: number, kernel: Kernel): void {
    const { starts, counts, ends, runs, columnSize, runCounts, found } = kernel;
    const firstRecord = this.#recordStarts.length;
    this.#scanner.crlf += found.crlfCount.value;
    this.#scanner.lf += found.lfCount.value;
    this.#oddRecords += found.oddCount.value;
    this.#recordStarts.append(starts.subarray(0, count));
    this.#firstFields.appendSums(counts, count, this.#scanner.fieldEnds.length);
    this.#scanner.fieldEnds.append(ends.subarray(0, found.fieldCount.value));
    this.#sink?.take({ firstRecord, count, runs, columnSize, runCounts });
  }

  #scanOne(start: number): number {
    const { fieldEnds, malformedFields } = this.#scanner;
    const record = this.#recordStarts.length;
    const first = fieldEnds.length;
    this.#recordStarts.push(start);
    this.#firstFields.push(first);
    const next = this.#scanner.scanRecord(start);
    if (record === 0) return next;
    const ends = fieldEnds.view(first);
    const isBlank = (ends.at(-1) ?? 0) - start === ends.length - 1;
    if (isBlank || ends.length !== this.#headerWidth) this.#oddRecords++;
    const width = Math.min(this.#headerWidth, mostColumns);
    this.#sink?.take(this.#one.batchOf(record, start, ends, first, malformedFields, width));
    return next;
  }

  #finish(textStart: number): CsvScan {
    const scanner = this.#scanner;
    return {
      bytes: this.#bytes,
      textStart,
      recordCount: this.#recordStarts.length,
      recordStarts: this.#recordStarts.finish(),
      firstFields: this.#firstFields.finish(),
      fieldEnds: scanner.fieldEnds.finish(),
      oddRecords: this.#oddRecords,
      lineEnds: { crlf: scanner.crlf, lf: scanner.lf, cr: scanner.cr },
      bareCarriageReturns: scanner.bareCarriageReturns.finish(),
      strayQuotes: scanner.strayQuotes.finish(),
      unclosedQuotes: scanner.unclosedQuotes.finish(),
      quoteSearches: scanner.quoteSearches.finish(),
      malformedFields: scanner.malformedFields,
      hasNonAscii: scanner.hasNonAscii,
      hasControlCharacters: scanner.hasControlCharacters,
      hasLineBreaks: scanner.hasLineBreaks,
    };
  }
}

/** Describes a record that was read without the kernel, as a batch of one. */
class OneRecord {
  readonly #bytes: Uint8Array;
  readonly #runs = new Uint32Array(mostColumns * runSize);
  readonly #runCounts = new Uint32Array(mostColumns).fill(1);

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  batchOf(
    record: number,
    start: number,
    ends: Uint32Array,
    firstField: number,
    malformedFields: ReadonlySet<number>,
    width: number,
  ): RecordBatch {
    const isBlank = (ends.at(-1) ?? 0) - start === ends.length - 1;
    for (let column = 0, from = start; column < width; column++) {
      const end = ends[column];
      if (end === undefined || isBlank) this.#runs[column * runSize + lengthAt] = missing;
      else this.#describe(column * runSize, from, end, malformedFields.has(firstField + column));
      from = (end ?? 0) + 1;
    }
    const [runs, runCounts] = [this.#runs, this.#runCounts];
    return { firstRecord: record, count: 1, runs, columnSize: runSize, runCounts };
  }

  #describe(run: number, start: number, end: number, isMalformed: boolean): void {
    const bytes = this.#bytes;
    const quoted = !isMalformed && end - start >= 2 && bytes[start] === 0x22;
    const [from, to] = quoted ? [start + 1, end - 1] : [start, end];
    this.#runs[run + hashAt] = hashOfBytes(bytes, from, to);
    this.#runs[run + startAt] = from;
    this.#runs[run + lengthAt] = to - from;
    this.#runs[run + recordAt] = kindOfBytes(bytes, from, to);
  }
}

function startOfText(bytes: Uint8Array): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}

function averageSizes(bytes: Uint8Array): readonly [number, number] {
  const sample = bytes.subarray(0, sampleSize);
  let records = 1;
  let fields = 1;
  for (const byte of sample) {
    if (byte === lineFeed) records++;
    else if (byte === comma) fields++;
  }
  const size = Math.max(sample.length, 1) * 0.98;
  return [Math.max(size / records, 1), Math.max(size / (fields + records), 1)];
}

/** Scans a file as `CsvScanner` does, without the compiled loop: for small ones, and to hold the two against each other. */
export function scanCsv(bytes: Uint8Array, sink?: RecordSink): CsvScan {
  return allAtOnce(new ScanRun(bytes, sink).scan());
}
