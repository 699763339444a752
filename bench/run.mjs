// npm run bench: how long things take, as ratios to other programs that were run in turn with ours, on data made for it.
//
//   npm run bench -- [--only validate|typing|answers|package|upload] [--enrollments 1000000] [--rounds 5] [--quick] [--write]
//
//   validate  checking a roster, against csv-parse, papaparse, uDSV and DuckDB; and against a roster of a tenth of the size
//   typing    from a keystroke in an open file of 100,000 records to its problems; hovers while a whole roster is checked
//   answers   what the language server answers, from hover to rename, in open files of 100,000 records
//   package   packaging it, against `zip -6`
//   upload    uploading the package, against OpenSSH's `sftp`, to OpenSSH's server on this machine
//
// --quick takes 100,000 enrollments and 3 rounds. --write puts the results into bench/RESULTS.md, with the machine named.
// --quick --guard is what CI runs: checking against csv-parse alone, which needs nothing installed; it fails when the ratio is above
// a generous margin. --program FILE measures another cli.js than the one that is built from the sources.
//
// Times are those of whole processes, started without NODE_EXTRA_CA_CERTS. One round more than asked for is run first and not counted. The peers are installed into
// bench/node_modules on first use; rosters are made once and kept in the system's folder for temporary files.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { openLifetime } from '../scripts/editor/lifetime.mjs';
import { planDistrict } from './district/plan.mjs';
import { describeMachine } from './measure/machine.mjs';
import { buildProgram } from './program.mjs';

/** Each is a file beside this one that exports `benchmark`. */
const benchmarks = ['validate', 'typing', 'answers', 'package', 'upload'];
const resultsPath = fileURLToPath(new URL('RESULTS.md', import.meta.url));

/**
 * @typedef {object} Context what a benchmark gets
 * @property {string} program the cli.js to measure
 * @property {number} enrollments as many as the roster has
 * @property {number} rounds
 * @property {boolean} isGuard whether only a ratio has to be guarded
 * @property {string} folder for files of this run
 * @property {import('../scripts/editor/lifetime.mjs').Lifetime} lifetime
 *
 * @typedef {{ title: string, text: string, failures: readonly string[] }} Outcome the text is Markdown
 */

function readOptions() {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      enrollments: { type: 'string' },
      rounds: { type: 'string' },
      quick: { type: 'boolean', default: false },
      guard: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      program: { type: 'string' },
    },
  });
  const { only, quick, guard, write, program } = values;
  if (only !== undefined && !benchmarks.includes(only))
    throw new Error(`--only takes one of: ${benchmarks.join(', ')}`);
  const enrollments = wholeNumber('enrollments', values.enrollments ?? (quick ? '100000' : '1000000'));
  return {
    chosen: guard ? ['validate'] : benchmarks.filter((name) => only === undefined || name === only),
    enrollments: planDistrict(enrollments).enrollments,
    rounds: wholeNumber('rounds', values.rounds ?? (quick ? '3' : '5')),
    isGuard: guard,
    isWritten: write,
    program: program === undefined ? undefined : resolve(program),
  };
}

/** @param {string} option @param {string} text */
function wholeNumber(option, text) {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new Error(`--${option} takes a whole number from 1 on`);
}

/** @param {readonly Outcome[]} outcomes @param {number} rounds */
async function resultsText(outcomes, rounds) {
  const text = [
    '# Results of the benchmark',
    `Written by \`npm run bench -- --write\`. Each figure stands for ${String(rounds)} runs, all programs in turn; a ratio is worked out round by round, and its median stands before the smallest and the largest.`,
    describeMachine(),
    ...outcomes.flatMap((outcome) => [`## ${outcome.title}`, outcome.text]),
  ].join('\n\n');
  return format(text, { ...(await resolveConfig(resultsPath)), parser: 'markdown' });
}

async function main() {
  const { chosen, isWritten, rounds, ...options } = readOptions();
  const lifetime = openLifetime();
  try {
    const folder = await mkdtemp(join(tmpdir(), 'oneroster-bench-run-'));
    lifetime.own(() => rm(folder, { recursive: true, force: true }));
    const program = options.program ?? (await buildProgram(lifetime));
    /** @type {Outcome[]} */
    const outcomes = [];
    for (const name of chosen) {
      console.error(`\n${name}`);
      const { benchmark } = await import(`./${name}.mjs`);
      outcomes.push(await benchmark({ ...options, program, rounds, folder, lifetime }));
    }
    const text = await resultsText(outcomes, rounds);
    console.log(`\n${text}`);
    if (isWritten) await writeFile(resultsPath, text);
    const failures = outcomes.flatMap((outcome) => outcome.failures);
    for (const failure of failures) console.error(failure);
    process.exitCode = failures.length > 0 ? 1 : 0;
  } finally {
    await lifetime.end();
  }
}

await main();
