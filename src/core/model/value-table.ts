import { contentText } from '../csv/field';
import { areSameBytes, hashOfBytes, isEmpty } from '../csv/field-kind';
import type { FilledTable } from '../csv/kernel';
import { emptyCode, type DistinctValues } from './distinct-values';

/** What is kept of a value: its hash, where it stands first, how long it is, and the first record that has it. */
const entrySize = 4;
const entryHash = 0;
const entryStart = 1;
const entryLength = 2;
const entryRecord = 3;

/** The share of the slots that may be in use. */
const fullest = 0.6;

/** How many records are looked at before a column is taken to have another value in each. */
const sample = 50_000;

/**
 * A hash table whose keys are stretches of one file's bytes: the distinct values of a column, numbered by their codes.
 *
 * A slot holds a code in its lower bits, as many as the table's size needs, and in the others some bits of the hash, so that
 * most other values in the way are passed without a look at them.
 */
export class ValueTable {
  #bytes: Uint8Array;
  #view: DataView;
  /** How many records there will be, more or less. */
  readonly #records: number;
  #entries: Uint32Array;
  #kinds: Uint8Array;
  #slots: Int32Array;
  #size: number;
  readonly #free: number[] = [];
  kinds: number;
  longest: number;
  shortest: number;

  constructor(bytes: Uint8Array, records: number, filled?: FilledTable) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#records = records;
    const { entries, kinds, slots, size, kindBits, longest, shortest } = filled ?? emptyTable();
    this.#entries = entries;
    this.#kinds = kinds;
    this.#slots = slots;
    this.#size = size;
    this.kinds = kindBits;
    this.longest = longest;
    this.shortest = shortest;
  }

  get bytes(): Uint8Array {
    return this.#bytes;
  }

  get size(): number {
    return this.#size;
  }

  start(code: number): number {
    return this.#entries[code * entrySize + entryStart] ?? 0;
  }

  end(code: number): number {
    const entry = code * entrySize;
    return (this.#entries[entry + entryStart] ?? 0) + (this.#entries[entry + entryLength] ?? 0);
  }

  firstRecord(code: number): number {
    return this.#entries[code * entrySize + entryRecord] ?? 0;
  }

  kind(code: number): number {
    return this.#kinds[code] ?? 0;
  }

  /** The hash of a value; see `hashOfBytes`. */
  hash(code: number): number {
    return (this.#entries[code * entrySize + entryHash] ?? 0) | 0;
  }

  text(code: number): string {
    return contentText(this.#bytes, this.start(code), this.end(code));
  }

  find(bytes: Uint8Array, start: number, end: number): number {
    return start === end ? -1 : this.#find(bytes, start, end - start, hashOfBytes(bytes, start, end));
  }

  findValue(values: DistinctValues, code: number): number {
    const start = values.start(code);
    const end = values.end(code);
    if (start === end) return -1;
    const hash = values instanceof ValueTable ? values.hash(code) : hashOfBytes(values.bytes, start, end);
    return this.#find(values.bytes, start, end - start, hash);
  }

  /** The code of a value that is not empty; a new one where it is the first of its kind. */
  intern(hash: number, start: number, length: number, record: number, kind: number): number {
    const slots = this.#slots;
    const entries = this.#entries;
    const mask = slots.length - 1;
    const tag = tagOf(hash) & ~mask;
    let slot = hash & mask;
    for (let found = slots[slot] ?? 0; found !== 0; found = slots[slot] ?? 0) {
      if ((found & ~mask) === tag) {
        const entry = (found & mask) * entrySize;
        if (
          entries[entry + entryLength] === length &&
          areSameWords(this.#view, start, entries[entry + entryStart] ?? 0, length)
        ) {
          return found & mask;
        }
      }
      slot = (slot + 1) & mask;
    }
    return this.#add(slot, hash, start, length, record, kind);
  }

  /** Says that the file's bytes have changed, be it in the same memory or in another. */
  protected setBytes(bytes: Uint8Array): void {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Says where a value stands first. */
  protected setHome(code: number, record: number, start: number): void {
    this.#entries[code * entrySize + entryRecord] = record;
    this.#entries[code * entrySize + entryStart] = start;
  }

  /** Forgets a value that no record has any more. Its code is given to the next new value. */
  protected release(code: number): void {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let free = this.hash(code) & mask;
    while (((slots[free] ?? 0) & mask) !== code) free = (free + 1) & mask;
    // What follows without a gap may have been put off by it, and moves up.
    for (let slot = (free + 1) & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const wanted = this.hash((slots[slot] ?? 0) & mask) & mask;
      if (((slot - wanted) & mask) < ((slot - free) & mask)) continue;
      slots[free] = slots[slot] ?? 0;
      free = slot;
    }
    slots[free] = 0;
    this.#free.push(code);
  }

  /** Gives the codes that were released, and to no new value since, to the last ones: these by their old codes. */
  protected closeGaps(): ReadonlyMap<number, number> {
    const moved = new Map<number, number>();
    const gaps = new Set(this.#free);
    for (const gap of [...gaps].sort((a, b) => a - b)) {
      while (gaps.has(this.#size - 1)) gaps.delete(--this.#size);
      if (gap >= this.#size) break;
      const last = --this.#size;
      gaps.delete(gap);
      this.#move(last, gap);
      moved.set(last, gap);
    }
    this.#free.length = 0;
    return moved;
  }

  #move(from: number, to: number): void {
    const mask = this.#slots.length - 1;
    let slot = this.hash(from) & mask;
    while (((this.#slots[slot] ?? 0) & mask) !== from) slot = (slot + 1) & mask;
    this.#slots[slot] = ((this.#slots[slot] ?? 0) & ~mask) | to;
    this.#entries.copyWithin(to * entrySize, from * entrySize, (from + 1) * entrySize);
    this.#kinds[to] = this.#kinds[from] ?? 0;
  }

  #add(slot: number, hash: number, start: number, length: number, record: number, kind: number): number {
    const code = this.#free.pop() ?? this.#size++;
    const entry = code * entrySize;
    if (entry === this.#entries.length) this.#growEntries(record);
    this.#entries[entry + entryHash] = hash;
    this.#entries[entry + entryStart] = start;
    this.#entries[entry + entryLength] = length;
    this.#entries[entry + entryRecord] = record;
    this.#kinds[code] = kind;
    this.kinds |= kind;
    if (length > this.longest) this.longest = length;
    if (length < this.shortest) this.shortest = length;
    this.#slots[slot] = (tagOf(hash) & -this.#slots.length) | code;
    if (this.#size > this.#slots.length * fullest) this.#widen(record);
    return code;
  }

  #find(bytes: Uint8Array, start: number, length: number, hash: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const code = (this.#slots[slot] ?? 0) & mask;
      if (code === 0) return -1;
      if (this.hash(code) !== hash || this.#entries[code * entrySize + entryLength] !== length) continue;
      if (areSameBytes(bytes, start, this.#bytes, this.start(code), length)) return code;
    }
  }

  /** How many values to make room for: where every record so far has had another one, as many as there are records. */
  #expected(record: number): number {
    const isUnique = this.#size > sample && this.#size > record * 0.99;
    // There may be more records than was thought; room for one at a time would be made again and again.
    return isUnique ? Math.max(this.#records, Math.ceil(this.#size * 1.2)) + 1 : this.#size * 2;
  }

  #growEntries(record: number): void {
    const size = Math.max(this.#expected(record), this.#size + 1);
    const entries = new Uint32Array(size * entrySize);
    entries.set(this.#entries);
    this.#entries = entries;
    const kinds = new Uint8Array(size);
    kinds.set(this.#kinds);
    this.#kinds = kinds;
  }

  #widen(record: number): void {
    let size = this.#slots.length * 4;
    while (size * fullest < this.#expected(record)) size *= 2;
    const slots = new Int32Array(size);
    const mask = size - 1;
    for (let code = 1; code < this.#size; code++) {
      const hash = this.hash(code);
      let slot = hash & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = (tagOf(hash) & ~mask) | code;
    }
    this.#slots = slots;
  }
}

function emptyTable(): Omit<FilledTable, 'codes'> {
  const kinds = new Uint8Array(64);
  kinds[emptyCode] = isEmpty;
  return {
    ...{ entries: new Uint32Array(64 * entrySize), kinds, slots: new Int32Array(256) },
    ...{ size: 1, kindBits: 0, longest: 0, shortest: Infinity },
  };
}

/** Other bits of a hash than those that the slot is chosen by. */
function tagOf(hash: number): number {
  return Math.imul(hash, 0x9e3779b1);
}

/** Whether two stretches of one file hold the same bytes, compared four at a time. */
function areSameWords(view: DataView, left: number, right: number, length: number): boolean {
  if (length < 4) {
    for (let at = 0; at < length; at++)
      if (view.getUint8(left + at) !== view.getUint8(right + at)) return false;
    return true;
  }
  const last = length - 4;
  for (let at = 0; at < last; at += 4) {
    if (view.getInt32(left + at, true) !== view.getInt32(right + at, true)) return false;
  }
  return view.getInt32(left + last, true) === view.getInt32(right + last, true);
}
