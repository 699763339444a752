// The compiled loop, held against the plain one where the two once differed.
import assert from 'node:assert/strict';
import type { CsvScan } from '../../../src/core/csv/csv-scan';
import { CsvScanner, scanCsv } from '../../../src/core/csv/scan-csv';
import { encodeUtf8 } from '../../../src/core/text/utf8';

const scanner = new CsvScanner();

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
});

/** Counts the bytes that parts are taken of. */
class CountingBytes extends Uint8Array {
  handedOut = 0;

  override subarray(start = 0, end = this.length): Uint8Array<ArrayBuffer> {
    this.handedOut += end - start;
    return new Uint8Array(this.buffer as ArrayBuffer, this.byteOffset + start, end - start);
  }
}
