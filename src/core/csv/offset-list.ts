/** A list of ascending offsets, a stretch of which can be replaced while those that follow move along. */
export class OffsetList {
  #items: Uint32Array;
  #length: number;

  constructor(items: Uint32Array) {
    this.#items = items;
    this.#length = items.length;
  }

  /** The offsets; a later change is made in the same memory. */
  get items(): Uint32Array {
    return this.#items.length === this.#length ? this.#items : this.#items.subarray(0, this.#length);
  }

  /** Puts other offsets in the place of those at the places `from` to `to` (exclusive), and adds `shift` to all that follow. */
  replace(from: number, to: number, offsets: Uint32Array, shift: number): void {
    const length = this.#length + offsets.length - (to - from);
    const next = from + offsets.length;
    const room = this.#items.length < length ? new Uint32Array(length + (length >> 3) + 64) : this.#items;
    if (room !== this.#items) {
      room.set(this.#items.subarray(0, from));
      room.set(this.#items.subarray(to, this.#length), next);
    } else if (next !== to) room.copyWithin(next, to, this.#length);
    room.set(offsets, from);
    if (shift !== 0) for (let at = next; at < length; at++) room[at] = (room[at] ?? 0) + shift;
    this.#items = room;
    this.#length = length;
  }

  /** Replaces the offsets that lie from `start` up to `end` (exclusive). */
  replaceBetween(start: number, end: number, offsets: Uint32Array, shift: number): void {
    this.replace(this.#firstFrom(start), this.#firstFrom(end), offsets, shift);
  }

  #firstFrom(offset: number): number {
    let low = 0;
    let high = this.#length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#items[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
