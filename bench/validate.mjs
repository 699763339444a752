// Checking a whole roster, against programs that only parse its largest file or ask a few of the questions.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findOrMakeDistrict, schoolDay } from './district/make-district.mjs';
import { planDistrict } from './district/plan.mjs';
import { inTurn } from './measure/in-turn.mjs';
import { packageWithVersion } from './measure/machine.mjs';
import { ratiosOf, secondsOf, spreadOf } from './measure/statistics.mjs';
import { comparison, markdownTable, ratioCell } from './measure/tables.mjs';
import { installPeers } from './peers/install.mjs';

/**
 * Where checking takes more than this many times as long as csv-parse even in the best round, the short run in CI fails. It takes
 * about 0.6 times as long on a machine that does nothing else; on one that is busy, start-up weighs more.
 */
const largestRatio = 2;
const csvParse = 'csv-parse, stream';
const duckdb = 'DuckDB';
const ours = [{ name: 'oneroster validate' }];

/**
 * @param {import('./run.mjs').Context} context
 * @returns {Promise<import('./run.mjs').Outcome>}
 */
export async function benchmark(context) {
  return context.isGuard ? guard(context) : compare(context);
}

/** @param {import('./run.mjs').Context} context */
async function guard({ program, enrollments, rounds, lifetime }) {
  const folder = await findOrMakeDistrict(enrollments);
  const contenders = [
    ...checks(program, folder, enrollments),
    peer(csvParse, 'csv-parse-stream', folder, enrollments),
  ];
  const results = await inTurn(contenders, rounds, lifetime);
  const failures = ours.flatMap(({ name }) => {
    const { smallest } = spreadOf(ratiosOf(secondsOf(results.get(name)), secondsOf(results.get(csvParse))));
    const most = `${String(largestRatio)} is the most that is allowed`;
    return smallest <= largestRatio
      ? []
      : [`${name} took ${smallest.toFixed(2)} times as long as csv-parse; ${most}.`];
  });
  return { title: 'Checking', text: markdownTable(comparison(results, [csvParse])), failures };
}

/** @param {import('./run.mjs').Context} context */
async function compare({ program, enrollments, rounds, lifetime }) {
  await installPeers();
  const folder = await findOrMakeDistrict(enrollments);
  const tenth = planDistrict(enrollments / 10).enrollments;
  const smallChecks = checks(program, await findOrMakeDistrict(tenth), tenth).map((check) => ({
    ...check,
    name: smaller(check.name),
  }));
  const contenders = [...checks(program, folder, enrollments), ...peers(folder, enrollments)];
  const results = await inTurn([...contenders, ...smallChecks], rounds, lifetime);
  const compared = new Map(contenders.map(({ name }) => [name, results.get(name) ?? []]));
  const text = [
    `${describeRoster(enrollments)} \`oneroster validate\` reads all files and asks all rules. DuckDB, on all cores, loads enrollments, users, classes and orgs and answers five questions: three dangling references, duplicate ids, unknown roles. The others parse enrollments.csv and do nothing with it.`,
    markdownTable(comparison(compared, [csvParse, duckdb])),
    `Versions: ${versions()}.`,
    'Ten times the records:',
    markdownTable(linearity(results, tenth, enrollments)),
  ];
  return { title: 'Checking', text: text.join('\n\n'), failures: [] };
}

/**
 * @param {string} program
 * @param {string} folder
 * @param {number} enrollments
 * @returns {import('./measure/in-turn.mjs').Contender[]}
 */
function checks(program, folder, enrollments) {
  const args = [program, 'validate', folder, '--as-of', schoolDay, '--format', 'json'];
  return ours.map(({ name }) => ({
    name,
    command: { command: process.execPath, args },
    check: (stdout) => checkReport(stdout, enrollments),
  }));
}

/**
 * @typedef {{ totals: Record<'error' | 'warning' | 'information', number>, files: { name: string, records: number }[] }} Report
 * @param {string} stdout
 * @param {number} enrollments
 */
function checkReport(stdout, enrollments) {
  /** @type {{ rosters: Report[] }} */
  const { rosters } = JSON.parse(stdout);
  const [{ totals, files } = { totals: undefined, files: [] }] = rosters;
  const isClean = totals !== undefined && totals.error + totals.warning + totals.information === 0;
  const records = files.find(({ name }) => name === 'enrollments.csv')?.records;
  if (!isClean || records !== enrollments)
    throw new Error(`The roster was not checked, or is not in order: ${stdout.slice(0, 2000)}`);
}

/** @param {string} folder @param {number} enrollments */
function peers(folder, enrollments) {
  return [
    peer(csvParse, 'csv-parse-stream', folder, enrollments),
    peer('csv-parse, whole text', 'csv-parse-sync', folder, enrollments),
    peer('papaparse, stream', 'papaparse-stream', folder, enrollments),
    peer('papaparse, whole text', 'papaparse-text', folder, enrollments),
    peer('uDSV, stream', 'udsv-stream', folder, enrollments),
    peer('uDSV, whole text', 'udsv-text', folder, enrollments),
    peer(duckdb, 'duckdb', folder, enrollments),
  ];
}

/**
 * @param {string} name
 * @param {string} script under peers/
 * @param {string} folder
 * @param {number} enrollments
 * @returns {import('./measure/in-turn.mjs').Contender}
 */
function peer(name, script, folder, enrollments) {
  const path = fileURLToPath(new URL(`peers/${script}.mjs`, import.meta.url));
  const input = name === duckdb ? folder : join(folder, 'enrollments.csv');
  return {
    name,
    command: { command: process.execPath, args: [path, input] },
    check: (stdout) => {
      if (Number(stdout) !== enrollments) throw new Error(`${name} counted ${stdout.trim()} records.`);
    },
  };
}

/** The name under which a program's runs on the smaller roster are kept. @param {string} name */
function smaller(name) {
  return `${name}, a tenth`;
}

/**
 * @param {import('./measure/in-turn.mjs').Results} results
 * @param {number} tenth
 * @param {number} enrollments
 * @returns {import('./measure/tables.mjs').Table}
 */
function linearity(results, tenth, enrollments) {
  const rows = ours.map(({ name }) => {
    const [small, large] = [secondsOf(results.get(smaller(name))), secondsOf(results.get(name))];
    const medians = [small, large].map((seconds) => `${spreadOf(seconds).median.toFixed(2)} s`);
    return [name, ...medians, ratioCell(large, small)];
  });
  const columns = [tenth, enrollments].map((count) => `${counted(count)} enrollments`);
  return { columns: ['program', ...columns, 'ratio'], rows };
}

/** @param {number} enrollments */
function describeRoster(enrollments) {
  const { students, staff, families, classes, schools } = planDistrict(enrollments);
  const people = counted(students + staff + 2 * families);
  return `A roster of ${counted(enrollments)} enrollments, ${people} people, ${counted(classes)} classes and ${counted(schools.length)} schools.`;
}

function versions() {
  const inBench = ['papaparse', 'udsv', '@duckdb/node-api'].map((name) => packageWithVersion(name, 'bench'));
  return [packageWithVersion('csv-parse'), ...inBench].join(', ');
}

/** @param {number} count */
function counted(count) {
  return count.toLocaleString('en-US');
}
