import { contentRange, contentText, fieldCount, isBlankRecord } from '../csv/field';
import { GrowableOffsets } from '../csv/growable-offsets';
import type { CsvScan } from '../csv/scan-csv';

/** The code of the empty value, whether it occurs or not. */
export const emptyCode = 0;

/** Stands in `codes` for a record that has no such field. */
export const noField = 0xffff_ffff;

/**
 * One column, each value held once: `codes[r]` is the value of record `r` (the header is record 0 and has none). What
 * is true of a value is worked out once per code, however many records have it.
 */
export interface DistinctValues {
  /** The number of codes, the empty value included. */
  readonly size: number;
  readonly codes: Uint32Array;
  /** The content bytes of a code's first occurrence, without quotes. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** The record of a code's first occurrence. */
  readonly firstRecords: Uint32Array;
  text(code: number): string;
  /** The code of the value in `bytes`, which may belong to another file, or -1. */
  find(bytes: Uint8Array, start: number, end: number): number;
}

/** Collects the distinct values of a column. */
export function distinctValues(scan: CsvScan, column: number): DistinctValues {
  const table = new ByteTable(scan.bytes);
  const codes = new Uint32Array(scan.recordCount).fill(noField);
  const firstRecords = new GrowableOffsets(64);
  firstRecords.push(0);
  let last = emptyCode;
  for (let record = 1; record < scan.recordCount; record++) {
    if (column >= fieldCount(scan, record) || isBlankRecord(scan, record)) continue;
    const { start, end } = contentRange(scan, record, column);
    // Neighbouring records often have the same value.
    const code = table.holds(last, start, end) ? last : table.intern(start, end);
    codes[record] = code;
    last = code;
    if (code === firstRecords.length) firstRecords.push(record);
  }
  const { starts, ends } = table.finish();
  return {
    size: starts.length,
    codes,
    starts,
    ends,
    firstRecords: firstRecords.finish(),
    text: (code) => contentText(scan.bytes, starts[code] ?? 0, ends[code] ?? 0),
    find: (bytes, start, end) => table.find(bytes, start, end),
  };
}

/** A hash table whose keys are stretches of one file's bytes; entry 0 is the empty stretch. */
class ByteTable {
  readonly #bytes: Uint8Array;
  readonly #starts = new GrowableOffsets(64);
  readonly #ends = new GrowableOffsets(64);
  #startView: Uint32Array;
  #endView: Uint32Array;
  #hashView: Uint32Array;
  #slots = new Uint32Array(256);
  readonly #hashes = new GrowableOffsets(64);

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#starts.push(0);
    this.#ends.push(0);
    this.#hashes.push(0);
    this.#startView = this.#starts.view();
    this.#endView = this.#ends.view();
    this.#hashView = this.#hashes.view();
  }

  intern(start: number, end: number): number {
    if (start === end) return emptyCode;
    const hash = hashOf(this.#bytes, start, end);
    const slot = this.#slotOf(this.#bytes, start, end, hash);
    const found = this.#slots[slot] ?? 0;
    return found > 0 ? found : this.#add(slot, start, end, hash);
  }

  /** Whether the stretch is the one that has this code. */
  holds(code: number, start: number, end: number): boolean {
    return this.#holds(code, this.#bytes, start, end);
  }

  find(bytes: Uint8Array, start: number, end: number): number {
    if (start === end) return -1;
    const found = this.#slots[this.#slotOf(bytes, start, end, hashOf(bytes, start, end))] ?? 0;
    return found > 0 ? found : -1;
  }

  finish(): { readonly starts: Uint32Array; readonly ends: Uint32Array } {
    return { starts: this.#starts.finish(), ends: this.#ends.finish() };
  }

  #slotOf(bytes: Uint8Array, start: number, end: number, hash: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const code = this.#slots[slot] ?? 0;
      if (code === 0) return slot;
      if (this.#hashView[code] === hash && this.#holds(code, bytes, start, end)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #holds(code: number, bytes: Uint8Array, start: number, end: number): boolean {
    const ownStart = this.#startView[code] ?? 0;
    const length = end - start;
    if ((this.#endView[code] ?? 0) - ownStart !== length) return false;
    // Ids tend to differ at their ends.
    for (let at = length - 1; at >= 0; at--) {
      if (this.#bytes[ownStart + at] !== bytes[start + at]) return false;
    }
    return true;
  }

  #add(slot: number, start: number, end: number, hash: number): number {
    const code = this.#starts.length;
    this.#starts.push(start);
    this.#ends.push(end);
    this.#hashes.push(hash);
    this.#startView = this.#starts.view();
    this.#endView = this.#ends.view();
    this.#hashView = this.#hashes.view();
    this.#slots[slot] = code;
    if (code * 2 > this.#slots.length) this.#widen();
    return code;
  }

  #widen(): void {
    const slots = new Uint32Array(this.#slots.length * 4);
    const mask = slots.length - 1;
    for (let code = 1; code < this.#starts.length; code++) {
      let slot = (this.#hashView[code] ?? 0) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = code;
    }
    this.#slots = slots;
  }
}

/** FNV-1a over the bytes, with a last mixing step because the table takes the low bits. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
