// Results as Markdown, which is what is printed and what goes into RESULTS.md.
import { ratiosOf, secondsOf, spreadOf } from './statistics.mjs';

/**
 * @typedef {{ columns: readonly string[], rows: readonly (readonly string[])[] }} Table the first column is text, the others numbers
 */

/**
 * A row for each contender: its times, how many times the others' they are, pair by pair, and its memory.
 * @param {import('./in-turn.mjs').Results} results
 * @param {readonly string[]} bases the contenders that all are compared with
 * @returns {Table}
 */
export function comparison(results, bases) {
  const rows = [...results].map(([name, runs]) => {
    const seconds = secondsOf(runs);
    const ratios = bases.map((base) => ratioCell(seconds, secondsOf(results.get(base))));
    return [
      name,
      ...timeCells(seconds),
      ...ratios,
      memoryCell(runs.flatMap(({ peakBytes }) => peakBytes ?? [])),
    ];
  });
  const ratioColumns = bases.map((base) => `× ${base}`);
  return { columns: ['program', 'median', 'fastest', 'slowest', ...ratioColumns, 'memory'], rows };
}

/** @param {readonly number[]} seconds */
function timeCells(seconds) {
  const { median, smallest, largest } = spreadOf(seconds);
  return [median, smallest, largest].map((value) => `${value.toFixed(2)} s`);
}

/** @param {readonly number[]} values @param {readonly number[]} bases */
export function ratioCell(values, bases) {
  const { median, smallest, largest } = spreadOf(ratiosOf(values, bases));
  return `${median.toFixed(2)} (${smallest.toFixed(2)}–${largest.toFixed(2)})`;
}

/** @param {readonly number[]} peaks */
function memoryCell(peaks) {
  return peaks.length === 0 ? '–' : `${(Math.max(...peaks) / 1e6).toFixed(0)} MB`;
}

/** @param {Table} table */
export function markdownTable({ columns, rows }) {
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.join(' | ')} |`;
  const rule = columns.map((_, index) => (index === 0 ? '---' : '--:'));
  return [line(columns), line(rule), ...rows.map(line)].join('\n');
}

/** @param {number} count */
export function counted(count) {
  return count.toLocaleString('en-US');
}
