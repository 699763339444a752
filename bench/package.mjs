// Packaging a roster, against a program that only zips its files.
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { findOrMakeDistrict } from './district/make-district.mjs';
import { inTurn } from './measure/in-turn.mjs';
import { findProgram } from './measure/machine.mjs';
import { comparison, markdownTable } from './measure/tables.mjs';

const base = 'zip -6';

/**
 * @param {import('./run.mjs').Context} context
 * @returns {Promise<import('./run.mjs').Outcome>}
 */
export async function benchmark({ program, enrollments, rounds, folder, lifetime }) {
  const title = 'Packaging';
  const zip = findProgram('zip');
  if (zip === undefined) return { title, text: 'Left out: `zip` is not installed here.', failures: [] };
  const roster = await findOrMakeDistrict(enrollments);
  const files = (await readdir(roster)).sort().map((name) => join(roster, name));
  const output = join(folder, 'package.zip');
  /** @type {Map<string, number>} */
  const sizes = new Map();
  const contender = (
    /** @type {string} */ name,
    /** @type {string} */ command,
    /** @type {string[]} */ args,
  ) => ({
    name,
    command: { command, args },
    before: () => rm(output, { force: true }),
    check: async () => void sizes.set(name, (await stat(output)).size),
  });
  const ours = [program, 'package', roster, '--output', output];
  const contenders = [
    contender('oneroster package', process.execPath, ours),
    contender('oneroster package --no-read-back', process.execPath, [...ours, '--no-read-back']),
    contender(base, zip, ['-6', '-q', '-X', '-j', output, ...files]),
  ];
  const { columns, rows } = comparison(await inTurn(contenders, rounds, lifetime), [base]);
  const table = {
    columns: [...columns, 'package'],
    rows: rows.map((row) => [...row, megabytes(sizes.get(row[0] ?? '') ?? Number.NaN)]),
  };
  const text = [
    `The roster with ${enrollments.toLocaleString('en-US')} enrollments. \`oneroster package\` checks it, zips it, and reads the package back with an independent parser; \`zip\` zips it.`,
    markdownTable(table),
  ].join('\n\n');
  return { title, text, failures: [] };
}

/** @param {number} bytes */
function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
