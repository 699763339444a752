// Chance that is the same on every machine and at every run.

/**
 * @typedef {object} Random
 * @property {() => number} next from 0 up to, but not, 1
 * @property {(from: number, to: number) => number} integer both ends included
 * @property {<T>(items: readonly T[]) => T} pick
 * @property {<T>(items: readonly T[]) => T[]} shuffled
 * @property {(probability: number) => boolean} happens
 */

/**
 * The mulberry32 generator: small, well spread, and in whole numbers only, so that no platform rounds it differently.
 * @param {number} seed
 * @returns {Random}
 */
export function createRandom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  /** @type {Random['integer']} */
  const integer = (from, to) => from + Math.floor(next() * (to - from + 1));
  /** @type {Random['pick']} */
  const pick = (items) => {
    const item = items[integer(0, items.length - 1)];
    if (item === undefined) throw new Error('there is nothing to pick from');
    return item;
  };
  /** @type {Random['shuffled']} */
  const shuffled = (items) =>
    items
      .map((item) => ({ item, order: next() }))
      .sort((left, right) => left.order - right.order)
      .map(({ item }) => item);
  return { next, integer, pick, shuffled, happens: (probability) => next() < probability };
}
