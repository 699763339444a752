import assert from 'node:assert/strict';
import { columnAt, isEmptyFrom } from '../../../src/core/csv/field';
import { scanCsv } from '../../../src/core/csv/scan-csv';
import { encodeUtf8 } from '../../../src/core/text/utf8';

describe('columnAt', () => {
  it('gives the column of a byte, and counts the end of a field as inside', () => {
    const scan = scanCsv(encodeUtf8('a,bb,,d\n'));
    const columns = Array.from({ length: 8 }, (_, offset) => columnAt(scan, 0, offset));
    assert.deepEqual(columns, [0, 0, 1, 1, 1, 2, 3, 3]);
  });

  it('gives the last column behind the end of a record', () => {
    assert.equal(columnAt(scanCsv(encodeUtf8('a,b')), 0, 99), 1);
  });
});

describe('isEmptyFrom', () => {
  it('takes empty fields, quoted or not, and none at all', () => {
    const scan = scanCsv(encodeUtf8('a,,"",\na, ,\na\n'));
    assert.equal(isEmptyFrom(scan, 0, 1), true);
    assert.equal(isEmptyFrom(scan, 0, 0), false);
    assert.equal(isEmptyFrom(scan, 1, 1), false);
    assert.equal(isEmptyFrom(scan, 2, 1), true);
  });
});
