/** A list of byte offsets that grows without holding an object per entry. */
export class GrowableOffsets {
  #items: Uint32Array;
  #length = 0;

  constructor(capacity: number) {
    this.#items = new Uint32Array(Math.max(capacity, 16));
  }

  get length(): number {
    return this.#length;
  }

  push(offset: number): void {
    if (this.#length === this.#items.length) this.#grow(this.#length + 1);
    this.#items[this.#length++] = offset;
  }

  append(offsets: Uint32Array): void {
    const length = this.#length + offsets.length;
    if (length > this.#items.length) this.#grow(length);
    this.#items.set(offsets, this.#length);
    this.#length = length;
  }

  /** Adds `first`, and after it, for all but the last of the first `count` sizes, the sum of it and those before. */
  appendSums(sizes: Uint32Array, count: number, first: number): void {
    const length = this.#length + count;
    if (length > this.#items.length) this.#grow(length);
    const items = this.#items;
    let sum = first;
    for (let at = 0, to = this.#length; at < count; at++, to++) {
      items[to] = sum;
      sum += sizes[at] ?? 0;
    }
    this.#length = length;
  }

  clear(): void {
    this.#length = 0;
  }

  at(index: number): number {
    return this.#items[index] ?? 0;
  }

  /** The entries from `start` on, valid until the next one is added. */
  view(start = 0): Uint32Array {
    return this.#items.subarray(start, this.#length);
  }

  /** The entries, without spare room where that room is large. */
  finish(): Uint32Array {
    const used = this.#items.subarray(0, this.#length);
    return this.#items.length > this.#length * 1.25 ? used.slice() : used;
  }

  #grow(length: number): void {
    const grown = new Uint32Array(Math.max(Math.ceil(this.#items.length * 1.6), length));
    grown.set(this.#items);
    this.#items = grown;
  }
}
