/** Bytes that grow. */
export class ByteWriter {
  #bytes: Uint8Array;
  #length = 0;

  /** @param capacity how many bytes it will be, more or less */
  constructor(capacity: number) {
    this.#bytes = new Uint8Array(Math.max(capacity, 64));
  }

  write(bytes: Uint8Array): void {
    this.copy(bytes, 0, bytes.length);
  }

  /** Writes a part of other bytes, `end` exclusive. */
  copy(bytes: Uint8Array, start: number, end: number): void {
    const length = this.#length + end - start;
    if (length > this.#bytes.length) this.#grow(length);
    // A loop is faster than a call for what is short, and nearly all fields are.
    if (end - start < 32) {
      for (let at = start, to = this.#length; at < end; at++, to++) this.#bytes[to] = bytes[at] ?? 0;
    } else this.#bytes.set(bytes.subarray(start, end), this.#length);
    this.#length = length;
  }

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  #grow(length: number): void {
    const grown = new Uint8Array(Math.max(Math.ceil(this.#bytes.length * 1.6), length));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }
}
