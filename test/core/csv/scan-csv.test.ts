import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import {
  columnAt,
  contentRange,
  fieldCount,
  fieldText,
  isBlankRecord,
  recordAt,
  valueRange,
} from '../../../src/core/csv/field';
import { scanCsv } from '../../../src/core/csv/scan-csv';
import { decodeUtf8, encodeUtf8 } from '../../../src/core/text/utf8';

function records(text: string): string[][] {
  const scan = scanCsv(encodeUtf8(text));
  return Array.from({ length: scan.recordCount }, (_, record) =>
    Array.from({ length: fieldCount(scan, record) }, (__, column) => fieldText(scan, record, column)),
  );
}

describe('scanCsv', () => {
  it('reads records and fields', () => {
    assert.deepEqual(records('a,b\n1,2\n'), [
      ['a', 'b'],
      ['1', '2'],
    ]);
    assert.deepEqual(records('a,b\r\n1,'), [
      ['a', 'b'],
      ['1', ''],
    ]);
    assert.deepEqual(records(''), []);
    assert.deepEqual(records('\ufeff'), []);
    assert.deepEqual(records('\ufeffa\n\nb'), [['a'], [''], ['b']]);
  });

  it('reads quoted fields with commas, quotes and line breaks', () => {
    assert.deepEqual(records('"a,b","say ""hi""","two\r\nlines"\nx,"",z'), [
      ['a,b', 'say "hi"', 'two\r\nlines'],
      ['x', '', 'z'],
    ]);
  });

  it('ends a record at CR only where there is no LF', () => {
    assert.deepEqual(records('a,b\r1,2\r'), [
      ['a', 'b'],
      ['1', '2'],
    ]);
    const scan = scanCsv(encodeUtf8('a,b\n1\r,2\n'));
    assert.equal(scan.recordCount, 2);
    assert.deepEqual([...scan.bareCarriageReturns], [5]);
  });

  it('notes stray quotes once a field and keeps the text as it stands', () => {
    const scan = scanCsv(encodeUtf8('a"b"c,"d"e\n'));
    assert.deepEqual([...scan.strayQuotes], [1, 9]);
    assert.equal(fieldText(scan, 0, 0), 'a"b"c');
    assert.equal(fieldText(scan, 0, 1), '"d"e');
  });

  it('gives up an unclosed quote at its line and reads on', () => {
    const toTheEnd = scanCsv(encodeUtf8('a,b\n1,"two\n3,four\n'));
    assert.deepEqual([...toTheEnd.unclosedQuotes], [6]);
    assert.equal(toTheEnd.recordCount, 3);
    assert.equal(fieldText(toTheEnd, 1, 1), '"two');
    const toTheNextQuote = scanCsv(encodeUtf8('a,b\n1,"two\n3,"four"\n5,"six"\n'));
    assert.deepEqual([...toTheNextQuote.unclosedQuotes], [6]);
    assert.equal(fieldText(toTheNextQuote, 2, 1), 'four');
    assert.equal(toTheNextQuote.strayQuotes.length, 0);
  });

  it('tells blank records, records and columns at an offset', () => {
    const scan = scanCsv(encodeUtf8('a,bc\n\nd,e\n'));
    assert.deepEqual(
      [0, 1, 2].map((record) => isBlankRecord(scan, record)),
      [false, true, false],
    );
    assert.deepEqual(
      [0, 4, 5, 6, 9].map((offset) => recordAt(scan, offset)),
      [0, 0, 1, 2, 2],
    );
    assert.deepEqual(
      [0, 1, 2, 4].map((offset) => columnAt(scan, 0, offset)),
      [0, 0, 1, 1],
    );
  });

  it('finds part of a value behind doubled quotes and other alphabets', () => {
    const bytes = encodeUtf8('"é""x,y",z');
    const scan = scanCsv(bytes);
    const range = valueRange(bytes, contentRange(scan, 0, 0), 4, 5);
    assert.equal(decodeUtf8(bytes, range.start, range.end), 'y');
  });

  it('agrees with csv-parse on every legal text', () => {
    const field = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.constantFrom('', ',', '"', 'a\nb', 'é', '😀'),
    );
    const row = fc.array(field, { minLength: 1, maxLength: 5 });
    const ends = fc.constantFrom('\n', '\r\n');
    const always = fc.boolean();
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 6 }),
        ends,
        always,
        fc.boolean(),
        (rows, end, quoteAll, last) => {
          const lines = rows.map((fields) => fields.map((value) => written(value, quoteAll)).join(','));
          const text = lines.join(end) + (last && lines.length > 0 ? end : '');
          const expected: string[][] = parse(text, { relax_column_count: true, record_delimiter: end });
          assert.deepEqual(
            records(text),
            expected.map((fields) => fields.map((value) => value.toWellFormed())),
          );
        },
      ),
      { numRuns: 2000 },
    );
  });
});

function written(value: string, always: boolean): string {
  const wellFormed = value.toWellFormed();
  return always || /[",\r\n]/.test(wellFormed) || wellFormed.startsWith('\ufeff')
    ? `"${wellFormed.replaceAll('"', '""')}"`
    : wellFormed;
}
