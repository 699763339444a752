/** Gives each pair of numbers a number of its own, from 1, without an object per pair. Numbers are below 2 ** 32. */
export class PairNumbers {
  #lefts = new Uint32Array(64);
  #rights = new Uint32Array(64);
  #slots = new Uint32Array(256);
  #count = 0;

  /** How many pairs there are: the highest number. */
  get count(): number {
    return this.#count;
  }

  numberOf(left: number, right: number): number {
    const mask = this.#slots.length - 1;
    let slot = hashOf(left, right) & mask;
    for (let number = this.#slots[slot] ?? 0; number > 0; number = this.#slots[slot] ?? 0) {
      if (this.#lefts[number] === left && this.#rights[number] === right) return number;
      slot = (slot + 1) & mask;
    }
    return this.#add(slot, left, right);
  }

  #add(slot: number, left: number, right: number): number {
    const number = ++this.#count;
    if (number === this.#lefts.length) {
      this.#lefts = widened(this.#lefts);
      this.#rights = widened(this.#rights);
    }
    this.#lefts[number] = left;
    this.#rights[number] = right;
    this.#slots[slot] = number;
    if (number * 2 > this.#slots.length) this.#widen();
    return number;
  }

  #widen(): void {
    const slots = new Uint32Array(this.#slots.length * 4);
    const mask = slots.length - 1;
    for (let number = 1; number <= this.#count; number++) {
      let slot = hashOf(this.#lefts[number] ?? 0, this.#rights[number] ?? 0) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number;
    }
    this.#slots = slots;
  }
}

function widened(numbers: Uint32Array): Uint32Array<ArrayBuffer> {
  const wide = new Uint32Array(numbers.length * 2);
  wide.set(numbers);
  return wide;
}

function hashOf(left: number, right: number): number {
  let hash = Math.imul(left, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 15) ^ right, 0x85ebca6b);
  return hash ^ (hash >>> 13);
}
