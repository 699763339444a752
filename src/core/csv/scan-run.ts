import { allAtOnce, type Steps } from '../steps';
import { comma, lineFeed } from './bytes';
import type { CsvScan } from './csv-scan';
import { GrowableOffsets } from './growable-offsets';
import { KernelMaker, usualPiece, type Kernel } from './kernel';
import { LazyFields } from './lazy-fields';
import { OneRecord } from './one-record';
import { RecordScanner } from './record-scanner';
import { mostColumns, type RecordSink } from './runs';

export interface ScanRunOptions {
  readonly sink?: RecordSink | undefined;
  /** Without one, all records are read by the rules, one by one. */
  readonly kernel?: Kernel | undefined;
  /** Whether it is to be kept where fields end. */
  readonly keepsEnds?: boolean;
}

/** How many bytes records and fields take on average: for sizing the lists, a little low, so that they rarely grow. */
const sampleSize = 65_536;
/** After so many odd records in a row, the kernel is not asked again before as many have been read without it. */
const mostBackOff = 4096;
/** From so many bytes on it pays to make a kernel for one file. */
const large = 100_000;

/** Scans one file. */
export class ScanRun {
  readonly #bytes: Uint8Array;
  readonly #kernel: Kernel | undefined;
  readonly #sink: RecordSink | undefined;
  readonly #scanner: RecordScanner;
  readonly #recordStarts: GrowableOffsets;
  /** Where each record's fields begin, once there is one that has not as many as the header. */
  #firstFields: GrowableOffsets | undefined;
  #fieldCount = 0;
  readonly #fieldEnds: GrowableOffsets | undefined;
  readonly #one: OneRecord;
  readonly #records: number;
  /** What of the file was put before the kernel last. */
  readonly #piece: { start: number; end: number };
  /** Whether all of the file lies in the kernel's memory. */
  readonly #isInPlace: boolean;
  #headerWidth = 0;
  #oddRecords = 0;

  constructor(bytes: Uint8Array, { sink, kernel, keepsEnds = false }: ScanRunOptions) {
    const [recordBytes, fieldBytes] = averageSizes(bytes);
    this.#bytes = bytes;
    this.#kernel = kernel;
    this.#sink = sink;
    this.#scanner = new RecordScanner(bytes, new GrowableOffsets(16));
    this.#fieldEnds = keepsEnds ? new GrowableOffsets(bytes.length / fieldBytes) : undefined;
    this.#records = Math.ceil(bytes.length / recordBytes);
    this.#recordStarts = new GrowableOffsets(this.#records);
    this.#isInPlace = kernel?.input === bytes;
    this.#piece = { start: 0, end: this.#isInPlace ? bytes.length : 0 };
    this.#one = new OneRecord(bytes, this.#isInPlace ? kernel : undefined);
  }

  *scan(): Steps<CsvScan> {
    const { length } = this.#bytes;
    const textStart = startOfText(this.#bytes);
    let at = textStart;
    if (at < length) at = this.#scanOne(at);
    this.#headerWidth = this.#fieldCount;
    this.#sink?.begin(Math.min(this.#headerWidth, mostColumns), this.#records);
    let odd = 0;
    while (at < length) {
      const next = this.#kernel === undefined ? at : this.#scanMany(at, this.#kernel);
      odd = next > at ? 0 : Math.min(odd * 2 + 1, mostBackOff);
      at = next;
      for (let read = 0; read < odd && at < length; read++) at = this.#scanOne(at);
      yield;
    }
    this.#firstFields?.push(this.#fieldCount);
    return this.#finish(textStart);
  }

  /** Where all fields end, if that was to be kept. */
  get fieldEnds(): Uint32Array {
    return this.#fieldEnds?.finish() ?? new Uint32Array(0);
  }

  /** Reads what the kernel can read in one go, and returns where the record starts that it has left. */
  #scanMany(start: number, kernel: Kernel): number {
    this.#bringPiece(start, kernel);
    const { start: base, end } = this.#piece;
    const count = kernel.readRecords(start - base, end - base, base, this.#headerWidth);
    if (count > 0) this.#take(count, kernel);
    const { hasNonAscii, hasControlCharacters, hasLineBreaks } = kernel.takeFlags();
    this.#scanner.hasNonAscii ||= hasNonAscii;
    this.#scanner.hasControlCharacters ||= hasControlCharacters;
    this.#scanner.hasLineBreaks ||= hasLineBreaks;
    return base + kernel.found.next.value;
  }

  /**
   * Puts the bytes from a place on before the kernel. While more than half of the piece that stands there lies ahead, it will
   * do: else there would be a copy for each record that the kernel has left alone.
   */
  #bringPiece(start: number, kernel: Kernel): void {
    if (this.#isInPlace) return;
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
    if (found.oddCount.value > 0) this.#noteOdd(found.oddCount.value);
    this.#firstFields?.appendSums(counts, count, this.#fieldCount);
    this.#recordStarts.append(starts.subarray(0, count));
    this.#fieldEnds?.append(ends.subarray(0, found.fieldCount.value));
    this.#fieldCount += found.fieldCount.value;
    this.#sink?.take({ firstRecord, count, runs, columnSize, runCounts });
  }

  #scanOne(start: number): number {
    const scanner = this.#scanner;
    const record = this.#recordStarts.length;
    const firstField = this.#fieldCount;
    scanner.fieldEnds.clear();
    scanner.cleared = firstField;
    const next = scanner.scanRecord(start);
    const ends = scanner.fieldEnds.view();
    const isBlank = (ends.at(-1) ?? 0) - start === ends.length - 1;
    if (record > 0 && (isBlank || ends.length !== this.#headerWidth)) this.#noteOdd(1);
    this.#recordStarts.push(start);
    this.#firstFields?.push(firstField);
    this.#fieldEnds?.append(ends);
    this.#fieldCount += ends.length;
    if (record === 0) return next;
    const width = Math.min(this.#headerWidth, mostColumns);
    this.#sink?.take(this.#one.batchOf(record, start, ends, firstField, scanner.malformedFields, width));
    return next;
  }

  /** Counts odd records, which are yet to be added. */
  #noteOdd(count: number): void {
    this.#oddRecords += count;
    if (this.#firstFields !== undefined) return;
    this.#firstFields = new GrowableOffsets(this.#records);
    for (let record = 0; record < this.#recordStarts.length; record++) {
      this.#firstFields.push(record * this.#headerWidth);
    }
  }

  #finish(textStart: number): CsvScan {
    const scanner = this.#scanner;
    const bytes = this.#bytes;
    const recordStarts = this.#recordStarts.finish();
    const lineEnds = { crlf: scanner.crlf, lf: scanner.lf, cr: scanner.cr };
    const firstFields = this.#firstFields?.finish();
    const fields = new LazyFields({
      bytes,
      recordStarts,
      lineEnds,
      firstFields,
      readAll: () => readEnds(bytes),
    });
    return {
      bytes,
      textStart,
      recordCount: recordStarts.length,
      recordStarts,
      get firstFields() {
        return fields.firstFields;
      },
      get fieldEnds() {
        return fields.fieldEnds;
      },
      countOf: fields.countOf,
      endsOf: fields.endsOf,
      endOf: fields.endOf,
      oddRecords: this.#oddRecords,
      lineEnds,
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

/** Reads a file once more, for the sake of its fields. */
function readEnds(bytes: Uint8Array): Uint32Array {
  const kernel = bytes.length < large ? undefined : new KernelMaker().make(usualPiece);
  const run = new ScanRun(bytes, { kernel, keepsEnds: true });
  allAtOnce(run.scan());
  return run.fieldEnds;
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
