import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CsvScan } from '../../../src/core/csv/csv-scan';
import { EditableCsv } from '../../../src/core/csv/editable-csv';
import { scanCsv } from '../../../src/core/csv/scan-csv';
import { decodeUtf8, encodeUtf8 } from '../../../src/core/text/utf8';

/** All of a scan but its flags, which may stay set. */
function contentOf(scan: CsvScan) {
  const { hasNonAscii, hasControlCharacters, hasLineBreaks, malformedFields, bytes, ...others } = scan;
  const { countOf, endsOf, endOf, ...rest } = others;
  return {
    ...Object.fromEntries(
      Object.entries(rest).map(([name, value]) => [name, value instanceof Uint32Array ? [...value] : value]),
    ),
    text: decodeUtf8(bytes),
    records: Array.from({ length: scan.recordCount }, (_, record) => [
      countOf(record),
      endOf(record),
      ...endsOf(record),
    ]),
    malformedFields: [...malformedFields].sort((a, b) => a - b),
    flags: { hasNonAscii, hasControlCharacters, hasLineBreaks },
  };
}

function assertLikeFresh(edited: CsvScan): void {
  const { flags, ...found } = contentOf(edited);
  const { flags: expectedFlags, ...expected } = contentOf(scanCsv(edited.bytes));
  assert.deepEqual(found, expected);
  for (const [name, isSet] of Object.entries(expectedFlags)) {
    if (isSet) assert.equal(flags[name as keyof typeof flags], true, name);
  }
}

interface Edit {
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

const scrap = fc.constantFrom(
  'a',
  'b,c',
  ',',
  '"',
  '""',
  '\n',
  '\r\n',
  '\r',
  'x"y',
  '"q"',
  '\n"',
  '",',
  'é',
  '\0',
  '\t',
);
const pieces = (most: number) => fc.array(scrap, { maxLength: most }).map((found) => found.join(''));
const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({ at: fc.nat(200), length: fc.oneof(fc.constant(0), fc.nat(12)), text: pieces(4) }),
  { minLength: 1, maxLength: 12 },
);
const start = fc
  .tuple(fc.constantFrom('h1,h2\n', 'h1,h2\r\n', '\ufeffh1,h2\n', 'h\r'), pieces(40))
  .map(([header, rest]) => header + rest);

describe('EditableCsv', () => {
  it('is like a fresh scan after any edits', () => {
    fc.assert(
      fc.property(start, edits, (text, all) => {
        let csv = new EditableCsv(scanCsv(encodeUtf8(text)));
        for (const { at, length, text: inserted } of all) {
          const from = Math.min(at, csv.scan.bytes.length);
          const to = Math.min(from + length, csv.scan.bytes.length);
          const change = csv.replace(from, to, encodeUtf8(inserted));
          if (change === undefined) csv = new EditableCsv(scanCsv(csv.scan.bytes));
          assertLikeFresh(csv.scan);
        }
      }),
      { numRuns: 4000 },
    );
  });

  it('reads again what an edit touches and no more', () => {
    const records = Array.from({ length: 1000 }, (_, record) => `${String(record)},value\n`).join('');
    const csv = new EditableCsv(scanCsv(encodeUtf8(`id,name\n${records}`)));
    const at = csv.scan.recordStarts[500] ?? 0;
    const change = csv.replace(at + 1, at + 2, encodeUtf8('XYZ'));
    const { firstRecord, removed, inserted, shift } = change ?? {};
    assert.deepEqual(
      { firstRecord, removed, inserted, shift },
      { firstRecord: 500, removed: 1, inserted: 1, shift: 2 },
    );
    assertLikeFresh(csv.scan);
  });

  it('reads a quote again that was searched for up to the edit', () => {
    const csv = new EditableCsv(scanCsv(encodeUtf8('a,b\n1,"open\n2,x\n3,y\n')));
    assert.deepEqual([...csv.scan.unclosedQuotes], [6]);
    const at = csv.scan.bytes.length - 1;
    assert.equal(csv.replace(at, at, encodeUtf8('"'))?.firstRecord, 1);
    assert.equal(csv.scan.recordCount, 2);
    assertLikeFresh(csv.scan);
  });

  it('has everything read again where an edit touches the header or changes by what records end', () => {
    const edit = (text: string, at: number, inserted: string) =>
      new EditableCsv(scanCsv(encodeUtf8(text))).replace(at, at, encodeUtf8(inserted));
    assert.equal(edit('a,b\n1,2\n', 2, 'x'), undefined);
    assert.equal(edit('\ufeffa,b\n1,2\n', 3, 'x'), undefined);
    assert.equal(edit('a,b\r1,2\r3,4\r', 9, '\n'), undefined);
  });
});
