import { emptyCode, type DistinctValues } from '../model/distinct-values';
import type { Both } from './comparison';

/**
 * A number for each value of two columns, by its code; equal numbers are values that differ at most in the case of the letters
 * A to Z and in blanks at their ends. 0 is the empty value. No text is made of any.
 */
export function foldedNumbers({ before, after }: Both<DistinctValues>): Both<Uint32Array> {
  const texts = new FoldedTexts(before.size + after.size);
  return { before: numbersOf(before, texts), after: numbersOf(after, texts) };
}

function numbersOf(values: DistinctValues, texts: FoldedTexts): Uint32Array {
  const numbers = new Uint32Array(values.size);
  for (let code = emptyCode + 1; code < values.size; code++) {
    numbers[code] = texts.numberOf(values.bytes, values.start(code), values.end(code));
  }
  return numbers;
}

/** Gives texts numbers, from 1, the same to those that are the same but for letter case and blanks at their ends. */
class FoldedTexts {
  readonly #slots: Uint32Array;
  readonly #files: Uint8Array[] = [];
  readonly #fileOf: Uint8Array;
  readonly #starts: Uint32Array;
  readonly #ends: Uint32Array;
  #count = 0;

  /** `most` is how many texts there will be at most. */
  constructor(most: number) {
    let size = 16;
    while (size < most * 2) size *= 2;
    this.#slots = new Uint32Array(size);
    this.#fileOf = new Uint8Array(most + 1);
    this.#starts = new Uint32Array(most + 1);
    this.#ends = new Uint32Array(most + 1);
  }

  numberOf(bytes: Uint8Array, start: number, end: number): number {
    let [from, to] = [start, end];
    while (from < to && bytes[from] === 0x20) from++;
    while (to > from && bytes[to - 1] === 0x20) to--;
    if (from === to) return 0;
    const mask = this.#slots.length - 1;
    let slot = hashOf(bytes, from, to) & mask;
    for (let known = this.#slots[slot] ?? 0; known > 0; known = this.#slots[slot] ?? 0) {
      if (this.#isSame(known, bytes, from, to)) return known;
      slot = (slot + 1) & mask;
    }
    const number = ++this.#count;
    this.#slots[slot] = number;
    this.#fileOf[number] = this.#fileNumber(bytes);
    this.#starts[number] = from;
    this.#ends[number] = to;
    return number;
  }

  #fileNumber(bytes: Uint8Array): number {
    const known = this.#files.indexOf(bytes);
    return known < 0 ? this.#files.push(bytes) - 1 : known;
  }

  #isSame(number: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = this.#starts[number] ?? 0;
    if ((this.#ends[number] ?? 0) - start !== to - from) return false;
    const known = this.#files[this.#fileOf[number] ?? 0];
    for (let at = 0; at < to - from; at++) {
      if (lower(known?.[start + at]) !== lower(bytes[from + at])) return false;
    }
    return true;
  }
}

/** FNV-1a over the bytes in lower case, with a last mixing step because the table takes the low bits. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ lower(bytes[at]), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

function lower(byte = 0): number {
  return byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte;
}
