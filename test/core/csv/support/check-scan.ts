// What has to be true of every scan of every text.
import assert from 'node:assert/strict';
import type { CsvScan } from '../../../../src/core/csv/csv-scan';
import { areSameBytes } from '../../../../src/core/csv/field-kind';
import {
  hashAt,
  lengthAt,
  missing,
  recordAt,
  runSize,
  startAt,
  type RecordBatch,
  type RecordSink,
} from '../../../../src/core/csv/runs';
import { contentRange, fieldCount, isBlankRecord } from '../../../../src/core/csv/field';
import { CsvScanner, scanCsv } from '../../../../src/core/csv/scan-csv';
import { contentOf, expectedScan, isBlank, type Reading } from './reading';

const scanners = new Map<number, CsvScanner>();

/** A scanner whose kernel looks at so many bytes at a time. */
export function scannerOf(pieceSize: number): CsvScanner {
  const scanner = scanners.get(pieceSize) ?? new CsvScanner(pieceSize);
  scanners.set(pieceSize, scanner);
  return scanner;
}

/** The bytes of a text with one character for each; they stand in the middle of a larger buffer. */
export function bytesOf(text: string): Uint8Array {
  const margin = 3;
  const buffer = Buffer.alloc(text.length + 2 * margin, '"');
  buffer.write(text, margin, 'latin1');
  return new Uint8Array(buffer.buffer, buffer.byteOffset + margin, text.length);
}

/**
 * Scans with the kernel and without it. Both have to say what the text's reading says, and hand out the same batches; the
 * parts that they tell apart have to make up the text again.
 */
export function checkScan(reading: Reading, bytes: Uint8Array, pieceSize: number): CsvScan {
  const [withKernel, without] = [new Collector(), new Collector()];
  const scan = scannerOf(pieceSize).scan(bytes, withKernel);
  const plain = scanCsv(bytes, without);
  assert.equal(scan.bytes, bytes);
  assert.equal(plain.bytes, bytes);
  const ends = endsOneByOne(scan);
  checkEqual(scan, plain, 'the kernel and the plain scanner');
  checkEqual(scan, expectedScan(reading), 'the scanner and the rules');
  checkNumbers(ends, scan.fieldEnds, 'where fields end, asked record by record and for all');
  checkParts(scan, reading.text);
  checkContents(scan, reading);
  withKernel.check(scan);
  without.check(scan);
  checkNumbers(withKernel.described, without.described, 'what is said of fields');
  return scan;
}

type Said = Omit<CsvScan, 'bytes' | 'countOf' | 'endsOf' | 'endOf'>;

/** Where fields end, before it is asked for all of the file. */
function endsOneByOne({ recordCount, endsOf, endOf }: CsvScan): readonly number[] {
  return Array.from({ length: recordCount }, (_, record) => {
    const ends = [...endsOf(record)];
    assert.equal(endOf(record), ends.at(-1), 'a record ends with its last field');
    return ends;
  }).flat();
}

/** Compares two scans of one text. */
export function checkEqual(left: Said, right: Said, what: string): void {
  checkNumbers(left.recordStarts, right.recordStarts, `${what}: where records start`);
  checkNumbers(left.firstFields, right.firstFields, `${what}: the number of each record's first field`);
  checkNumbers(left.fieldEnds, right.fieldEnds, `${what}: where fields end`);
  assert.deepEqual(othersOf(left), othersOf(right), what);
}

/** What a scan says beside the places of records and fields. */
function othersOf(scan: Said): Readonly<Record<string, unknown>> {
  const places = ['bytes', 'recordStarts', 'firstFields', 'fieldEnds', 'countOf', 'endsOf', 'endOf'];
  return Object.fromEntries(Object.entries(scan).filter(([name]) => !places.includes(name)));
}

/** `assert.deepEqual` is slow where there is much to compare. */
export function checkNumbers(left: ArrayLike<number>, right: ArrayLike<number>, what: string): void {
  let at = 0;
  while (at < left.length && left[at] === right[at]) at++;
  if (at === left.length && at === right.length) return;
  assert.fail(`${what}: entry ${String(at)} is ${String(left[at])} and ${String(right[at])}`);
}

/** Every byte belongs to a byte order mark, to exactly one field, is a comma between two, or belongs to a line end. */
function checkParts(scan: CsvScan, text: string): void {
  const parts = [text.slice(0, scan.textStart)];
  assert.ok(['', '\xef\xbb\xbf'].includes(parts[0] ?? ''));
  const counts = { crlf: 0, lf: 0, cr: 0 };
  for (let record = 0; record < scan.recordCount; record++) {
    let at = scan.recordStarts[record] ?? -1;
    const ends = scan.fieldEnds.subarray(scan.firstFields[record], scan.firstFields[record + 1]);
    assert.ok(ends.length > 0, 'a record has a field');
    for (const [column, end] of ends.entries()) {
      assert.ok(at <= end);
      parts.push(column === 0 ? '' : ',', text.slice(at, end));
      at = end + 1;
    }
    const lineEnd = text.slice(at - 1, scan.recordStarts[record + 1]);
    if (lineEnd === '\r\n') counts.crlf++;
    else if (lineEnd === '\n') counts.lf++;
    else if (lineEnd === '\r') counts.cr++;
    else
      assert.ok(lineEnd === '' && record === scan.recordCount - 1, `a line end: ${JSON.stringify(lineEnd)}`);
    parts.push(lineEnd);
  }
  assert.ok(parts.join('') === text, 'the parts make up the text');
  assert.deepEqual(counts, scan.lineEnds);
}

/** What `field.ts` makes of a scan. */
function checkContents(scan: CsvScan, { text, records }: Reading): void {
  for (const [record, read] of records.entries()) {
    assert.equal(fieldCount(scan, record), read.fields.length);
    assert.equal(isBlankRecord(scan, record), isBlank(read));
    for (const [column, field] of read.fields.entries()) {
      const { start, end } = contentRange(scan, record, column);
      const isSame = text.slice(start, end) === contentOf(text, field);
      assert.ok(isSame, `the content of field ${String(column)} of record ${String(record)}`);
    }
  }
}

/** Writes down what a sink is told, so that it does not matter how many records came at once. */
class Collector implements RecordSink {
  /** Of each field that is described, record by record: its hash, length and kind. */
  readonly described: number[] = [];
  /** The same with the place that its run was given. */
  readonly #told: Told[] = [];
  #width: number | undefined;
  #records = 1;

  begin(width: number): void {
    assert.equal(this.#width, undefined, 'begin is called once');
    this.#width = width;
  }

  take(batch: RecordBatch): void {
    const width = this.#width ?? assert.fail('begin is called first');
    assert.equal(batch.firstRecord, this.#records);
    assert.ok(batch.count > 0);
    this.#records += batch.count;
    const columns = Array.from({ length: width }, (_, column) => expanded(batch, column));
    for (let index = 0; index < batch.count; index++) {
      for (const column of columns) {
        const told = column[index] ?? assert.fail('runs make up all records');
        this.#told.push(told);
        this.described.push(told.hash, told.length, told.kind);
      }
    }
  }

  /** Compares what a sink was told with the finished scan, whose header it has not seen. */
  check(scan: CsvScan): void {
    const width = this.#width ?? 0;
    assert.equal(width, Math.min(scan.firstFields[1] ?? 0, 64));
    assert.equal(this.#records, Math.max(scan.recordCount, 1));
    for (const [index, { start, length, isFirst }] of this.#told.entries()) {
      const record = 1 + Math.floor(index / width);
      const column = index % width;
      const isThere = column < fieldCount(scan, record) && !isBlankRecord(scan, record);
      assert.equal(length !== missing, isThere, 'a field that is there has a length');
      if (!isThere) continue;
      const content = contentRange(scan, record, column);
      assert.equal(length, content.end - content.start);
      if (isFirst) assert.equal(start, content.start, 'a run has the place of its first field');
      else
        assert.ok(
          areSameBytes(scan.bytes, start, scan.bytes, content.start, length),
          'a run is of one content',
        );
    }
  }
}

/** What a sink was told of a record's field. */
interface Told {
  readonly hash: number;
  readonly start: number;
  readonly length: number;
  readonly kind: number;
  readonly isFirst: boolean;
}

/** The runs of a column, record by record. */
function expanded({ runs, columnSize, runCounts, count }: RecordBatch, column: number): readonly Told[] {
  const told: Told[] = [];
  const word = (run: number, at: number) => runs[column * columnSize + run * runSize + at] ?? 0;
  const runCount = runCounts[column] ?? 0;
  for (let run = 0; run < runCount; run++) {
    const record = word(run, recordAt) >>> 8;
    assert.equal(record, told.length, 'a run begins where the one before it ends');
    const next = run + 1 < runCount ? word(run + 1, recordAt) >>> 8 : count;
    assert.ok(next > record, 'a run has a record');
    const length = word(run, lengthAt);
    // Nothing else is said of fields that are not there.
    const said =
      length === missing ? [0, 0, 0] : [word(run, hashAt), word(run, startAt), word(run, recordAt) & 0xff];
    const [hash = 0, start = 0, kind = 0] = said;
    for (let at = record; at < next; at++) told.push({ hash, start, length, kind, isFirst: at === record });
  }
  return told;
}
