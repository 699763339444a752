// Runs programs in turn, A B C A B C …, so that whatever slows the machine down for a while slows all of them.
import { runProcess } from './run-process.mjs';

/**
 * @typedef {object} Contender
 * @property {string} name as it stands in the tables
 * @property {import('./run-process.mjs').Command} command
 * @property {() => Promise<void>} [before] what has to be done before each run, and is not measured
 * @property {(stdout: string) => void | Promise<void>} [check] throws when a run has not done its work
 *
 * @typedef {ReadonlyMap<string, readonly import('./run-process.mjs').Run[]>} Results the runs that count, by the contender's name
 */

/**
 * @param {readonly Contender[]} contenders
 * @param {number} rounds how many count; one more is run first, to warm the caches of the system
 * @param {import('../../scripts/editor/lifetime.mjs').Lifetime} lifetime
 * @returns {Promise<Results>}
 */
export async function inTurn(contenders, rounds, lifetime) {
  /** @type {Map<string, import('./run-process.mjs').Run[]>} */
  const results = new Map(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    console.error(round === 0 ? 'Warming up' : `Round ${String(round)} of ${String(rounds)}`);
    for (const { name, command, before, check } of contenders) {
      await before?.();
      const run = await runProcess(command, lifetime);
      await check?.(run.stdout);
      console.error(`  ${run.seconds.toFixed(2).padStart(6)} s  ${name}`);
      if (round > 0) results.get(name)?.push(run);
    }
  }
  return results;
}
