// What is said of the times of many answers.

/** The median, the one that 99 of 100 do not exceed, and the longest. @param {readonly number[]} times in milliseconds */
export function spread(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (/** @type {number} */ part) =>
    sorted[Math.min(Math.floor(sorted.length * part), sorted.length - 1)] ?? 0;
  return [at(0.5), at(0.99), at(1)].map((time) => `${time.toFixed(1)} ms`);
}
