// What is collected of a column's values, against a map of strings.
import assert from 'node:assert/strict';
import type { CsvScan } from '../../../../src/core/csv/csv-scan';
import {
  hashOfBytes,
  hasLowerCase,
  hasUpperCase,
  isEmpty,
  notDigits,
  notIdCharacters,
  notPlain,
} from '../../../../src/core/csv/field-kind';
import { emptyCode, noField, type DistinctValues } from '../../../../src/core/model/distinct-values';
import { indexColumn, indexCsv, type IndexedCsv } from '../../../../src/core/model/index-csv';
import type { ValueIndex } from '../../../../src/core/model/value-index';
import { bytesOf, checkEqual, checkNumbers, scannerOf } from './check-scan';
import { contentOf, isBlank, type Reading, type ReadRecord } from './reading';

/** The columns that are looked at, beside the last: the first ones, and those round the scanner's limit. */
const someColumns = [0, 1, 2, 3, 4, 5, 62, 63, 64];

/**
 * Indexes a text while it is scanned, and column by column afterwards. Both have to hold what a map of strings holds, and to
 * find in it what the map finds, for values of the other columns and of another file.
 */
export function checkIndex(reading: Reading, scan: CsvScan, pieceSize: number): void {
  const indexed = indexCsv(scannerOf(pieceSize), scan.bytes);
  const inPlace = indexInPlace(scan, pieceSize);
  const width = reading.records.reduce((most, { fields }) => Math.max(most, fields.length), 0);
  const other = otherFile(reading, pieceSize);
  let last: DistinctValues = other;
  for (const column of new Set([...someColumns, width])) {
    if (column > width) continue;
    const model = new ValueModel(reading, column);
    const later = indexColumn(scan, column);
    model.check(later, scan.bytes);
    const sooner = indexed.columns[column];
    assert.equal(sooner !== undefined, column < Math.min(reading.records[0]?.fields.length ?? 0, 64));
    if (sooner !== undefined) model.check(sooner, scan.bytes);
    const collected = inPlace.columns[column];
    assert.equal(collected !== undefined, sooner !== undefined);
    if (collected !== undefined) model.check(collected, inPlace.scan.bytes);
    for (const values of [other, last]) model.checkFinding(sooner ?? later, values);
    last = later;
  }
}

/** Indexes a text in memory of the scanner's own, where the compiled loop collects the values. */
function indexInPlace(scan: CsvScan, pieceSize: number): IndexedCsv {
  const scanner = scannerOf(pieceSize);
  const bytes = scanner.memoryFor(scan.bytes.length, { least: 0 });
  assert.ok(scanner.kernelOf(bytes) !== undefined);
  bytes.set(scan.bytes);
  const indexed = indexCsv(scanner, bytes);
  checkEqual(indexed.scan, scan, 'in place and in pieces');
  return indexed;
}

/** The values of a file that holds the first column and some more. */
function otherFile({ text, records }: Reading, pieceSize: number): DistinctValues {
  const contents = records.map(({ fields: [first] }) =>
    first === undefined ? '' : text.slice(first.start, first.end),
  );
  const others = ['id', 'é', '""', ...contents, '', 'a', 'id-1', ' x'];
  return indexColumn(scannerOf(pieceSize).scan(bytesOf(others.join('\n'))), 0);
}

/**
 * The values of a column, by the strings of their bytes, without quotes round them. Doubled quotes stay doubled, so that a
 * malformed field, whose quotes are taken as they stand, may share its code with a quoted one that means another text.
 */
class ValueModel {
  readonly #codes: number[] = [noField];
  readonly #known = new Map<string, number>();
  readonly #starts = [0];
  readonly #firstRecords = [0];
  readonly #extremes = { longest: 0, shortest: Infinity };
  #hasEmpty = false;

  constructor({ text, records }: Reading, column: number) {
    for (const [index, record] of records.entries()) if (index > 0) this.#add(text, record, index, column);
  }

  #add(text: string, record: ReadRecord, index: number, column: number): void {
    const field = record.fields[column];
    if (field === undefined || isBlank(record)) {
      this.#codes.push(noField);
      return;
    }
    const content = contentOf(text, field);
    const code = content === '' ? emptyCode : (this.#known.get(content) ?? this.#starts.length);
    this.#codes.push(code);
    this.#hasEmpty ||= code === emptyCode;
    if (code < this.#starts.length) return;
    this.#known.set(content, code);
    this.#extremes.longest = Math.max(this.#extremes.longest, content.length);
    this.#extremes.shortest = Math.min(this.#extremes.shortest, content.length);
    this.#starts.push(field.start + (field.isQuoted ? 1 : 0));
    this.#firstRecords.push(index);
  }

  check(values: ValueIndex, bytes: Uint8Array): void {
    checkNumbers(values.codes, this.#codes, 'codes');
    assert.equal(values.size, this.#starts.length);
    assert.equal(values.kind(emptyCode), isEmpty);
    let kinds = this.#hasEmpty ? isEmpty : 0;
    for (const [content, code] of this.#known) {
      const start = this.#starts[code] ?? 0;
      const end = start + content.length;
      const kind = kindOf(content);
      kinds |= kind;
      checkNumbers(
        [values.start(code), values.end(code), values.firstRecord(code), values.kind(code)],
        [start, end, this.#firstRecords[code] ?? 0, kind],
        `start, end, first record and kind of ${content}`,
      );
      assert.equal(values.hash(code), hashOfBytes(bytes, start, end), content);
      assert.equal(values.find(bytes, start, end), code, content);
    }
    const { longest, shortest } = values;
    assert.deepEqual({ kinds: values.kinds, longest, shortest }, { kinds, ...this.#extremes });
  }

  /** Looks up all values of another column. */
  checkFinding(values: ValueIndex, others: DistinctValues): void {
    for (let code = 0; code < others.size; code++) {
      const [start, end] = [others.start(code), others.end(code)];
      const content = Buffer.from(others.bytes.subarray(start, end)).toString('latin1');
      const expected = this.#known.get(content) ?? -1;
      assert.equal(values.find(others.bytes, start, end), expected, `find ${JSON.stringify(content)}`);
      assert.equal(values.findValue(others, code), expected, `findValue ${JSON.stringify(content)}`);
    }
  }
}

/** See `field-kind.ts`. */
function kindOf(content: string): number {
  return (
    (/^(?! )[ -~]*$(?<! )/.test(content) ? 0 : notPlain) |
    (/^[A-Za-z0-9._/@-]*$/.test(content) ? 0 : notIdCharacters) |
    (/[A-Z]/.test(content) ? hasUpperCase : 0) |
    (/[a-z]/.test(content) ? hasLowerCase : 0) |
    (/^[0-9]*$/.test(content) ? 0 : notDigits)
  );
}
