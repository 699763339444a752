/** Bytes that are put together from pieces. */
export class GrowableBytes {
  #bytes: Uint8Array;
  #length = 0;

  /** `expected` is how many there will be, more or less. */
  constructor(expected: number) {
    this.#bytes = new Uint8Array(expected + (expected >> 3) + 64);
  }

  get length(): number {
    return this.#length;
  }

  /** Adds the bytes `start` to `end` (exclusive) of others. */
  add(bytes: Uint8Array, start = 0, end = bytes.length): void {
    const length = this.#length + end - start;
    if (length > this.#bytes.length) {
      const grown = new Uint8Array(length * 2);
      grown.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = grown;
    }
    const from = this.#length;
    // For short pieces a view of them would cost more than the copy.
    if (end - start > 256) this.#bytes.set(bytes.subarray(start, end), from);
    else for (let at = start; at < end; at++) this.#bytes[from + at - start] = bytes[at] ?? 0;
    this.#length = length;
  }

  /** All of them. */
  view(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }
}
