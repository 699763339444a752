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
    if (this.#length === this.#items.length) this.#grow();
    this.#items[this.#length++] = offset;
  }

  /** The list's own memory, for reading while it grows: valid until the next `push`. */
  view(): Uint32Array {
    return this.#items;
  }

  /** The entries, without spare room where that room is large. */
  finish(): Uint32Array {
    const used = this.#items.subarray(0, this.#length);
    return this.#items.length > this.#length * 1.25 ? used.slice() : used;
  }

  #grow(): void {
    const grown = new Uint32Array(Math.ceil(this.#items.length * 1.6));
    grown.set(this.#items);
    this.#items = grown;
  }
}
