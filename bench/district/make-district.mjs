// Makes a big OneRoster 1.1 roster without a mistake in it, the same bytes for the same parameters:
//
//   node bench/district/make-district.mjs [--enrollments 1000000] [--seed 1] [--output FOLDER]
//
// A million enrollments go with 150,000 people, 40,000 classes and 120 schools. Without --output the roster lies in the system's
// folder for temporary files, where the next call finds it again.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { planDistrict } from './plan.mjs';
import { districtTables } from './tables.mjs';
import { manifestRows, writeTable } from './write-table.mjs';

/** A day on which the district's first semester is on. */
export const schoolDay = '2026-10-01';

/**
 * Finds the roster that an earlier call has made, or makes it.
 * @param {number} enrollments
 * @param {number} [seed]
 * @returns {Promise<string>} its folder
 */
export async function findOrMakeDistrict(enrollments, seed = 1) {
  const parent = join(tmpdir(), 'oneroster-bench');
  const folder = join(parent, `district-${String(enrollments)}-${String(seed)}-${await sourcesDigest()}`);
  if (existsSync(folder)) return folder;
  // Made under another name first, so that a call that was interrupted leaves nothing that looks finished.
  const unfinished = `${folder}.${String(process.pid)}`;
  try {
    await makeDistrict(unfinished, enrollments, seed);
    await rename(unfinished, folder);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return folder;
}

/**
 * @param {string} folder
 * @param {number} enrollments
 * @param {number} seed
 */
export async function makeDistrict(folder, enrollments, seed) {
  await mkdir(folder, { recursive: true });
  const tables = districtTables(planDistrict(enrollments), seed);
  writeTable(folder, 'manifest', manifestRows([...tables.keys()]));
  for (const [table, rows] of tables) writeTable(folder, table, rows);
}

/** Changes when the generator or the specification does, so that no roster of an older one is taken for today's. */
async function sourcesDigest() {
  const hash = createHash('sha256');
  for (const place of ['./', '../../scripts/sample-district/', '../../schemas/oneroster-1.1/']) {
    const folder = fileURLToPath(new URL(place, import.meta.url));
    for (const name of (await readdir(folder)).sort()) hash.update(await readFile(join(folder, name)));
  }
  return hash.digest('hex').slice(0, 8);
}

async function main() {
  const { values } = parseArgs({
    options: {
      enrollments: { type: 'string', default: '1000000' },
      seed: { type: 'string', default: '1' },
      output: { type: 'string' },
    },
  });
  const [enrollments, seed] = [Number(values.enrollments), Number(values.seed)];
  if (!Number.isInteger(enrollments) || enrollments < 1)
    throw new Error('--enrollments takes a whole number');
  if (!Number.isInteger(seed)) throw new Error('--seed takes a whole number');
  if (values.output !== undefined) await makeDistrict(values.output, enrollments, seed);
  console.log(values.output ?? (await findOrMakeDistrict(enrollments, seed)));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
