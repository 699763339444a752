import { lineFeed } from './bytes';
import type { CsvScan } from './csv-scan';
import { knownFields } from './known-fields';
import { firstTouched, readAgain, type ScanChange } from './read-again';
import { ScanLists } from './scan-lists';

/**
 * A scanned file that can be edited: only the records that an edit touches are read again, and the others are moved. Flags of
 * the scan (`hasNonAscii` and the like) stay set when the last reason for them is gone.
 */
export class EditableCsv {
  #bytes: Uint8Array;
  #length: number;
  readonly #lists: ScanLists;
  #scan: CsvScan;
  #carriageReturnEnds: boolean;

  constructor(scan: CsvScan) {
    this.#length = scan.bytes.length;
    this.#bytes = new Uint8Array(roomFor(this.#length));
    this.#bytes.set(scan.bytes);
    this.#carriageReturnEnds = !scan.bytes.includes(lineFeed);
    this.#lists = new ScanLists(scan);
    const fields = knownFields(scan.firstFields, scan.fieldEnds);
    this.#scan = { ...scan, ...fields, bytes: this.#bytes.subarray(0, this.#length) };
  }

  /** The file as it is now. The arrays of earlier scans are the same memory, and no longer right. */
  get scan(): CsvScan {
    return this.#scan;
  }

  /**
   * Replaces the bytes `start` to `end` (exclusive). Undefined where the whole file has to be read again, of which `scan` has
   * nothing but the bytes then: the edit touches the header or the byte order mark, or changes by what records end.
   */
  replace(start: number, end: number, text: Uint8Array): ScanChange | undefined {
    const before = this.#scan;
    const firstRecord = firstTouched(before, start);
    this.#splice(start, end, text);
    const bytes = this.#bytes.subarray(0, this.#length);
    const carriageReturnEnds = !bytes.includes(lineFeed);
    if (firstRecord < 1 || carriageReturnEnds !== this.#carriageReturnEnds) {
      this.#carriageReturnEnds = carriageReturnEnds;
      this.#scan = { ...before, bytes };
      return undefined;
    }
    const piece = readAgain(before, bytes, firstRecord, { start, end, shift: text.length - (end - start) });
    this.#scan = this.#lists.replace(before, bytes, piece, carriageReturnEnds);
    return piece.change;
  }

  #splice(start: number, end: number, text: Uint8Array): void {
    const length = this.#length + text.length - (end - start);
    if (length > this.#bytes.length) {
      const bytes = new Uint8Array(roomFor(length));
      bytes.set(this.#bytes.subarray(0, start));
      bytes.set(this.#bytes.subarray(end, this.#length), start + text.length);
      this.#bytes = bytes;
    } else this.#bytes.copyWithin(start + text.length, end, this.#length);
    this.#bytes.set(text, start);
    this.#length = length;
  }
}

function roomFor(length: number): number {
  return length + (length >> 3) + 4096;
}
