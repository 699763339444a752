import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fieldText } from '../../../src/core/csv/field';
import { scanCsv } from '../../../src/core/csv/scan-csv';
import { distinctValues, emptyCode, noField } from '../../../src/core/model/distinct-values';
import { encodeUtf8 } from '../../../src/core/text/utf8';

const scan = (text: string) => scanCsv(encodeUtf8(text));

describe('distinctValues', () => {
  it('gives one code to each value, in the order of their first records', () => {
    const values = distinctValues(scan('id\nb\na\nb\nb\n'), 0);
    assert.deepEqual([...values.codes], [noField, 1, 2, 1, 1]);
    assert.deepEqual([values.text(1), values.text(2)], ['b', 'a']);
    assert.deepEqual([...values.firstRecords], [0, 1, 2]);
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

  it('finds the bytes of another file', () => {
    const values = distinctValues(scan('id\nuser-1\nuser-2\n'), 0);
    const other = scan('"user-2",user-3,');
    assert.equal(values.text(values.find(other.bytes, 1, 7)), fieldText(other, 0, 0));
    assert.equal(values.find(other.bytes, 9, 15), -1);
    assert.equal(values.find(other.bytes, 16, 16), -1);
  });
});
