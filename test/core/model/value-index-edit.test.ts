import assert from 'node:assert/strict';
import fc from 'fast-check';
import { EditableCsv } from '../../../src/core/csv/editable-csv';
import { contentRange } from '../../../src/core/csv/field';
import type { CsvScan } from '../../../src/core/csv/csv-scan';
import { CsvScanner, scanCsv } from '../../../src/core/csv/scan-csv';
import { emptyCode, noField } from '../../../src/core/model/distinct-values';
import { indexColumn, indexCsv } from '../../../src/core/model/index-csv';
import { recordEdit } from '../../../src/core/model/record-edit';
import type { ValueIndex } from '../../../src/core/model/value-index';
import { decodeUtf8, encodeUtf8 } from '../../../src/core/text/utf8';

const width = 3;
const scanner = new CsvScanner();

/** A text with an index of each column, edited together. */
class EditedText {
  csv: EditableCsv;
  columns: ValueIndex[];

  readonly #isCollected: boolean;

  /** Its columns may be ones that the compiled loop has collected. */
  constructor(text: string, isCollected = false) {
    this.#isCollected = isCollected;
    this.csv = new EditableCsv(scanCsv(encodeUtf8(text)));
    this.columns = this.#index();
  }

  /** Returns the columns that say that they have changed. */
  edit(at: number, length: number, text: string): readonly boolean[] {
    const from = Math.min(at, this.csv.scan.bytes.length);
    const to = Math.min(from + length, this.csv.scan.bytes.length);
    const change = this.csv.replace(from, to, encodeUtf8(text));
    if (change === undefined) {
      this.csv = new EditableCsv(scanCsv(this.csv.scan.bytes));
      this.columns = this.#index();
      return [true, true, true];
    }
    const edit = recordEdit(change, this.csv.scan);
    return this.columns.map((column) => column.edit(edit));
  }

  #index(): ValueIndex[] {
    const { scan } = this.csv;
    const collected = this.#isCollected ? collectedColumns(scan) : [];
    return Array.from({ length: width }, (_, column) => collected[column] ?? indexColumn(scan, column));
  }
}

function collectedColumns({ bytes }: CsvScan): readonly ValueIndex[] {
  const copy = scanner.memoryFor(bytes.length, { least: 0 });
  copy.set(bytes);
  return indexCsv(scanner, copy).columns;
}

function textsOf(values: ValueIndex): (string | undefined)[] {
  return Array.from(values.codes, (code) => (code === noField ? undefined : values.text(code)));
}

function assertSound(values: ValueIndex, scan: CsvScan, column: number): void {
  const fresh = indexColumn(scan, column);
  assert.deepEqual(textsOf(values), textsOf(fresh));
  assert.equal(values.size, fresh.size);
  for (let code = emptyCode + 1; code < values.size; code++) {
    const record = values.firstRecord(code);
    assert.equal(values.codes.indexOf(code), record);
    assert.deepEqual(
      { start: values.start(code), end: values.end(code) },
      contentRange(scan, record, column),
    );
    assert.equal(values.find(scan.bytes, values.start(code), values.end(code)), code);
    assert.equal(values.kind(code), fresh.kind(fresh.codes[record] ?? 0));
  }
  assert.equal(values.kinds & fresh.kinds, fresh.kinds);
  assert.ok(values.longest >= fresh.longest && values.shortest <= fresh.shortest);
}

const field = fc.constantFrom(
  '',
  'a',
  'b',
  'a',
  'id-1',
  'id-2',
  'id-3',
  '"q,r"',
  '"say ""x"""',
  'é',
  '"',
  'x"y',
);
const line = fc.array(field, { minLength: 1, maxLength: 4 }).map((fields) => fields.join(','));
const lines = fc.array(line, { maxLength: 12 }).map((all) => all.map((each) => `${each}\n`).join(''));
const scrap = fc.oneof(
  field,
  fc.constantFrom(',', '\n', '\r\n', '"'),
  line.map((each) => `${each}\n`),
);
const edits = fc.array(
  fc.record({ at: fc.nat(150), length: fc.oneof(fc.constant(0), fc.nat(20)), text: scrap }),
  { minLength: 1, maxLength: 15 },
);

describe('ValueIndex, edited', () => {
  it('is like a fresh one after any edits, and says what has changed', () => {
    fc.assert(
      fc.property(lines, edits, fc.boolean(), (text, all, isCollected) => {
        const edited = new EditedText(`h1,h2,h3\n${text}`, isCollected);
        for (const { at, length, text: inserted } of all) {
          const before = edited.columns.map(textsOf);
          const changed = edited.edit(at, length, inserted);
          for (const [column, values] of edited.columns.entries()) {
            assertSound(values, edited.csv.scan, column);
            if (changed[column] === false) assert.deepEqual(textsOf(values), before[column]);
          }
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('changes the columns that an edit touches and no other', () => {
    const edited = new EditedText('a,b,c\n1,x,p\n2,y,p\n3,x,q\n');
    const at = decodeUtf8(edited.csv.scan.bytes).indexOf('y');
    assert.deepEqual(edited.edit(at, 0, 'longer '), [false, true, false]);
  });

  it('names the codes whose values are others', () => {
    const edited = new EditedText('a,b,c\n1,x,p\n2,y,p\n3,x,q\n');
    const [, values] = edited.columns;
    assert.ok(values !== undefined);
    const before = values.revision;
    edited.edit(decodeUtf8(edited.csv.scan.bytes).indexOf('y'), 1, 'z');
    const changed = Array.from({ length: values.size }, (_, code) => code).filter((code) =>
      values.hasChangedSince(code, before),
    );
    assert.deepEqual(
      changed.map((code) => values.text(code)),
      ['z'],
    );
  });
});
