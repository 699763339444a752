import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fieldText } from '../../../src/core/csv/field';
import { CsvScanner } from '../../../src/core/csv/scan-csv';
import { emptyCode, noField } from '../../../src/core/model/distinct-values';
import { indexColumn, indexCsv } from '../../../src/core/model/index-csv';
import type { ValueIndex } from '../../../src/core/model/value-index';
import { encodeUtf8 } from '../../../src/core/text/utf8';

const scanner = new CsvScanner();
const scan = (text: string) => scanner.scan(encodeUtf8(text));
const distinctValues = (file: ReturnType<typeof scan>, column: number) => indexColumn(file, column);

/** All that can be asked of a column. */
function contentOf(values: ValueIndex) {
  return {
    codes: [...values.codes],
    values: Array.from({ length: values.size }, (_, code) => [
      values.start(code),
      values.end(code),
      values.firstRecord(code),
      values.kind(code) & ~1,
      code === 0 ? 0 : values.hash(code),
    ]),
    kinds: values.kinds,
    longest: values.longest,
  };
}

describe('ValueIndex', () => {
  it('gives one code to each value, in the order of their first records', () => {
    const values = distinctValues(scan('id\nb\na\nb\nb\n'), 0);
    assert.deepEqual([...values.codes], [noField, 1, 2, 1, 1]);
    assert.deepEqual([values.text(1), values.text(2)], ['b', 'a']);
    assert.deepEqual([values.firstRecord(1), values.firstRecord(2)], [1, 2]);
  });

  it('tells empty fields from missing ones and from blank records', () => {
    const values = distinctValues(scan('a,b\n1,\n2\n,\n\n3,""\n4,x\n'), 1);
    assert.deepEqual([...values.codes], [noField, emptyCode, noField, noField, noField, emptyCode, 1]);
  });

  it('keeps values apart that have the same length or the same beginning', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[ab]{1,3}[0-9]{0,4}$/), { maxLength: 400 }), (texts) => {
        const file = scan(`id\n${texts.map((text) => `${text}\n`).join('')}`);
        const values = distinctValues(file, 0);
        assert.equal(values.size, new Set(texts).size + 1);
        for (const [index, text] of texts.entries()) {
          assert.equal(values.text(values.codes[index + 1] ?? emptyCode), text);
        }
      }),
    );
  });

  it('says the same of a column, filled while the file is scanned or field by field', () => {
    const field = fc.oneof(
      fc.constantFrom(
        '',
        'id-1',
        'ID-1',
        '007',
        ' x',
        'y ',
        'é',
        '"',
        'a"b',
        '"a,b"',
        '"x""y"',
        '""',
        '"',
        '\r',
        '\t',
        '\0',
      ),
      fc.stringMatching(/^[a-zA-Z0-9.@/_:+-]{0,40}$/),
    );
    const line = fc.array(field, { minLength: 1, maxLength: 4 }).map((fields) => fields.join(','));
    const text = fc
      .tuple(fc.array(line, { maxLength: 30 }), fc.constantFrom('\n', '\r\n'))
      .map(([lines, end]) => `a,b,c\n${lines.join(end)}`);
    fc.assert(
      fc.property(text, (csv) => {
        const indexed = indexCsv(scanner, encodeUtf8(csv));
        assert.equal(indexed.columns.length, 3);
        for (const [column, values] of indexed.columns.entries()) {
          assert.deepEqual(contentOf(values), contentOf(indexColumn(indexed.scan, column)));
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('finds the bytes of another file', () => {
    const values = distinctValues(scan('id\nuser-1\nuser-2\n'), 0);
    const other = scan('"user-2",user-3,');
    assert.equal(values.text(values.find(other.bytes, 1, 7)), fieldText(other, 0, 0));
    assert.equal(values.find(other.bytes, 9, 15), -1);
    assert.equal(values.find(other.bytes, 16, 16), -1);
  });
});
