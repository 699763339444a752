// What is said of several runs of the same thing.

/** @typedef {{ median: number, smallest: number, largest: number }} Spread */

/** @param {readonly number[]} values at least one @returns {Spread} */
export function spreadOf(values) {
  const sorted = [...values].sort((left, right) => left - right);
  const at = (/** @type {number} */ index) => sorted[index] ?? Number.NaN;
  const median = (at(Math.floor((sorted.length - 1) / 2)) + at(Math.ceil((sorted.length - 1) / 2))) / 2;
  return { median, smallest: at(0), largest: at(sorted.length - 1) };
}

/**
 * How many times as much each value is as the one of the same round.
 * @param {readonly number[]} values
 * @param {readonly number[]} bases
 */
export function ratiosOf(values, bases) {
  return values.map((value, round) => value / (bases[round] ?? Number.NaN));
}

/** @param {readonly { seconds: number }[] | undefined} runs */
export function secondsOf(runs) {
  return (runs ?? []).map(({ seconds }) => seconds);
}
