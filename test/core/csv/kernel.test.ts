// The compiled loop, held against the plain one: where the two once differed, and where a piece or an array of it ends.
import assert from 'node:assert/strict';
import type { CsvScan } from '../../../src/core/csv/csv-scan';
import { hashOfBytes } from '../../../src/core/csv/field-kind';
import { CsvScanner, scanCsv } from '../../../src/core/csv/scan-csv';
import { indexColumn, indexCsv } from '../../../src/core/model/index-csv';
import { allAtOnce } from '../../../src/core/steps';
import { encodeUtf8 } from '../../../src/core/text/utf8';
import { checkEqual, checkNumbers } from './support/check-scan';
import { checkText } from './support/check-text';
import { firstBorder, writeBorder, writeNumbered } from './support/long-texts';
import { pieceSizes, wholePiece } from './support/texts';

const scanner = new CsvScanner();
/** What a kernel takes beside the file and its tables, in bytes. */
const leastMemory = 2_800_000;

function flagsOf({ hasNonAscii, hasControlCharacters, hasLineBreaks }: CsvScan) {
  return { hasNonAscii, hasControlCharacters, hasLineBreaks };
}

function checkFlags(text: string, expected: Partial<ReturnType<typeof flagsOf>>): void {
  const all = { hasNonAscii: false, hasControlCharacters: false, hasLineBreaks: false, ...expected };
  assert.deepEqual(flagsOf(scanner.scan(encodeUtf8(text))), all, 'with the kernel');
  assert.deepEqual(flagsOf(scanCsv(encodeUtf8(text))), all, 'without the kernel');
}

describe('CsvScanner', () => {
  it('notes the bytes of fields past the header, and past those that it describes', () => {
    checkFlags('a\n1,é\n', { hasNonAscii: true });
    checkFlags('a\n1,"\u0001"\n', { hasControlCharacters: true });
    checkFlags('a\n1,"\r\n"\n', { hasLineBreaks: true });
    const wide = ','.repeat(80);
    checkFlags(`${wide}\n${wide}é\n`, { hasNonAscii: true });
    checkFlags(`${wide}\n${wide}\u007f\n`, { hasControlCharacters: true });
  });

  it('takes line breaks for those of a quoted field only where the field is closed', () => {
    checkFlags('a\n"1\n2"\n', { hasLineBreaks: true });
    checkFlags('a\n"1\n2\n', {});
    checkFlags('a\n"1\n2" 3\n', {});
    checkFlags('a\n"1\n2"\r3\n', {});
  });

  it('does not put the file before the kernel again at each record that is not for the kernel', () => {
    const text = encodeUtf8(`a,b\n${'1,2\n1,"2"2\n'.repeat(60_000)}`);
    const bytes = new CountingBytes(text);
    assert.equal(new CsvScanner().scan(bytes).strayQuotes.length, 60_000);
    assert.ok(
      bytes.handedOut < 4 * bytes.length,
      `${String(bytes.handedOut)} of ${String(bytes.length)} bytes`,
    );
  });

  it('scans two files in turns', () => {
    const [one, other] = ['x,é\n', '"3"3,4\n'].map((line) =>
      encodeUtf8(`a,b\n1,"2"2\n${line}${'5,6\n'.repeat(9)}`),
    );
    assert.ok(one !== undefined && other !== undefined);
    const [left, right] = [scanner.steps(one), scanner.steps(other)];
    left.next();
    right.next();
    left.next();
    checkEqual(allAtOnce(right), scanCsv(other), 'the file that was begun last');
    checkEqual(allAtOnce(left), scanCsv(one), 'the file that was begun first');
  });

  it('says of a file nothing that is true of one whose scan was left in the middle', () => {
    const left = scanner.steps(encodeUtf8('a\n1\u0001é\n"2"2\n3\n'));
    left.next();
    left.next();
    checkFlags('a\n1\n', {});
    const failing = { begin: () => undefined, take: () => assert.fail('full') };
    assert.throws(() => scanner.scan(encodeUtf8('a\né\n'), failing), /full/);
    checkFlags('a\n1\n', {});
  });

  const slid = 'x,"a""b\r\n"\r\n\xc3\xa9,\xf0\x9f\x98\x80\r\n"y""",z"z\n"1\n2" 3,"u\n,\r\n\r\n';
  it('reads the same wherever a piece ends: in a CRLF, a quoted field, a doubled quote, a character', () => {
    for (let before = 0; before <= slid.length; before++) {
      const text = writeBorder({ text: slid, before });
      assert.ok(text.startsWith(slid, firstBorder - before));
      checkText(text);
    }
    for (const size of pieceSizes) checkText(`id,b\n${slid}${slid}`, size);
  });

  it('reads more records in a piece, and more fields, than there is room for', () => {
    assert.equal(checkText(`a\n${'\n'.repeat(70_000)}1`).recordCount, 70_002);
    assert.equal(checkText(`a,b\n${'x,y\n'.repeat(40_000)}`).recordCount, 40_001);
    const fields = checkText(`a${`${',1'.repeat(9)}\n`.repeat(20_000)}`).fieldEnds.length;
    assert.equal(fields, 200_000);
    assert.equal(checkText(`a\n${','.repeat(140_000)}\n1\n`).fieldEnds.length, 140_003);
  });

  it('reads records that are longer than a piece', () => {
    for (const long of [
      `"${'1""2\r\n,'.repeat(40_000)}"`,
      'x'.repeat(wholePiece),
      `"${'x'.repeat(wholePiece)}" `,
    ]) {
      assert.equal(checkText(`a,b\n1,${long}\n2,${long}`).recordCount, 3);
    }
  });

  it('keeps sixty thousand values apart', () => {
    const sample = { count: 60_000, step: 7919, period: 59_999, text: '', pieceSize: wholePiece };
    const { size } = indexColumn(checkText(writeNumbered(sample)), 0);
    assert.equal(size, sample.period + 1);
  });

  it('keeps values apart whose slots lie side by side and show the same bits of a hash', () => {
    // See value-table.ts for what a slot shows. The first stands where the third is looked for, the second in the next slot.
    const values = ['id-43', 'user-000104l', 'user-00012qa'];
    const hashes = values.map((value) => hashOfBytes(encodeUtf8(value), 0, value.length));
    const [first = 0, second = 0, third = 0] = hashes;
    assert.deepEqual([first & 255, second & 255], [third & 255, (third + 1) & 255]);
    assert.equal(Math.imul(second, 0x9e3779b1) >>> 8, Math.imul(third, 0x9e3779b1) >>> 8);
    assert.equal(indexColumn(checkText(`id\n${values.join('\n')}`), 0).size, 4);
  });

  it('collects the values in memory of the usual kind where the kernel has not enough', () => {
    const rows = Array.from(
      { length: 4000 },
      (_, row) => `id-${String(row)},${String(row % 700)},"${String(row)}"\n`,
    );
    const text = encodeUtf8(`a,b,c\n${rows.join('')}`);
    const plain = indexCsv(scanner, text);
    const outcomes = new Set<boolean>();
    for (let most = leastMemory; !outcomes.has(true); most += 50_000) {
      const bytes = scanner.memoryFor(text.length, { least: 0, most });
      bytes.set(text);
      const { scan, columns } = indexCsv(scanner, bytes);
      checkEqual(scan, plain.scan, `with ${String(most)} bytes`);
      for (const [place, column] of columns.entries()) {
        const expected = plain.columns[place];
        checkNumbers(column.codes, expected?.codes ?? [], 'codes');
        assert.equal(column.size, expected?.size);
      }
      outcomes.add(columns[0]?.codes.buffer instanceof SharedArrayBuffer);
    }
    assert.deepEqual([...outcomes], [false, true], 'too little at first, and enough in the end');
  });

  it('asks no more for memory of its own when there was none', () => {
    const failing = new CsvScanner();
    const { WebAssembly: host } = globalThis as unknown as { readonly WebAssembly: { Instance: unknown } };
    const { Instance } = host;
    let asked = 0;
    host.Instance = function Failing() {
      asked++;
      throw new RangeError('out of memory');
    };
    try {
      for (let time = 0; time < 3; time++) {
        assert.ok(failing.memoryFor(10, { least: 0 }).buffer instanceof ArrayBuffer);
      }
    } finally {
      host.Instance = Instance;
    }
    assert.equal(asked, 1);
  });

  it('gives memory of the usual kind to small files, and where there is none of its own', () => {
    assert.ok(scanner.memoryFor(1000).buffer instanceof ArrayBuffer);
    assert.ok(scanner.memoryFor(1000, { least: 0, most: 1000 }).buffer instanceof ArrayBuffer);
    assert.equal(scanner.kernelOf(scanner.memoryFor(1000)), undefined);
  });

  it('describes the first 64 columns', () => {
    for (const width of [63, 64, 65, 10_000]) {
      const row = `${'1,'.repeat(width - 1)}\xc3\xa9\n`;
      assert.equal(checkText(row.repeat(3)).recordCount, 3);
    }
  });
});

/** Counts the bytes that parts are taken of. */
class CountingBytes extends Uint8Array {
  handedOut = 0;

  override subarray(start = 0, end = this.length): Uint8Array<ArrayBuffer> {
    this.handedOut += end - start;
    return new Uint8Array(this.buffer, this.byteOffset + start, end - start);
  }
}
