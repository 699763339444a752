// src/core/spec/catalog.generated.ts: the facts of schemas/, and types that know every table and column by name.
import { readdir, readFile } from 'node:fs/promises';

/** @typedef {{ name: string, columns: { name: string }[], variants?: { additional: { name: string }[] }[] }} Table */

export const path = 'src/core/spec/catalog.generated.ts';

export async function generate() {
  const versions = (await readdir('schemas'))
    .filter((name) => name.startsWith('oneroster-'))
    .map((name) => name.slice('oneroster-'.length))
    .sort();
  const files = await Promise.all(
    versions.map(async (version) => ({ version, names: await jsonNames(`schemas/oneroster-${version}`) })),
  );
  const profiles = await jsonNames('schemas/profiles');
  const imports = [
    ...files.flatMap(({ version, names }) =>
      names.map((name) => importLine(`oneroster-${version}`, name, variable(version, name))),
    ),
    ...profiles.map((name) => importLine('profiles', name, `profile_${camelCase(name)}`)),
  ];
  return [
    '// Generated from schemas/ by scripts/generate/catalog.mjs. Do not edit: run "node scripts/generate.mjs".',
    ...imports,
    '',
    '/** The facts by version, as the JSON files have them. `specification()` is the way to read them. */',
    'export const versionFacts = {',
    ...files.flatMap(({ version, names }) => versionLines(version, names)),
    '};',
    '',
    '/** The consumer profiles by id, as the JSON files have them. `resolveProfile()` is the way to read them. */',
    'export const profileFacts = {',
    ...profiles.map((name) => `  ${quoteKey(name)}: profile_${camelCase(name)},`),
    '};',
    '',
    '/** The consumers that have a profile. */',
    `export type ProfileId =${union(profiles)};`,
    '',
    ...(await nameTypes(files)),
  ].join('\n');
}

/** @param {string} folder */
async function jsonNames(folder) {
  const entries = await readdir(folder);
  return entries
    .filter((entry) => entry.endsWith('.json'))
    .map((entry) => entry.slice(0, -'.json'.length))
    .sort((a, b) => compare(a.toLowerCase(), b.toLowerCase()));
}

/** @param {string} version @param {readonly string[]} names */
function versionLines(version, names) {
  const tables = names.filter((name) => name !== 'manifest' && name !== 'specification');
  return [
    `  '${version}': {`,
    `    specification: ${variable(version, 'specification')},`,
    `    manifest: ${names.includes('manifest') ? variable(version, 'manifest') : 'undefined'},`,
    '    tables: [',
    ...tables.map((name) => `      ${variable(version, name)},`),
    '    ],',
    '  },',
  ];
}

/**
 * The types `TableName`, `ColumnNames` and `ColumnName`, over all versions and their variants.
 * @param {readonly { version: string, names: readonly string[] }[]} files
 */
async function nameTypes(files) {
  /** @type {Map<string, Set<string>>} */
  const columns = new Map();
  for (const { version, names } of files) {
    for (const name of names.filter((each) => each !== 'manifest' && each !== 'specification')) {
      const text = await readFile(`schemas/oneroster-${version}/${name}.json`, 'utf8');
      const table = /** @type {Table} */ (JSON.parse(text));
      const known = columns.get(name) ?? new Set();
      columns.set(name, known);
      for (const column of table.columns) known.add(column.name);
      for (const variant of table.variants ?? [])
        for (const column of variant.additional) known.add(column.name);
    }
  }
  const tables = [...columns].sort(([a], [b]) => compare(a.toLowerCase(), b.toLowerCase()));
  return [
    '/** The columns of every data table, over all versions. */',
    'export interface ColumnNames {',
    ...tables.map(([name, known]) => `  readonly ${name}:${union([...known], '    ')};`),
    '}',
    '',
    '/** The data tables of all versions. */',
    'export type TableName = keyof ColumnNames;',
    '',
    '/** The columns that a table has in some version. */',
    'export type ColumnName<T extends TableName = TableName> = ColumnNames[T];',
    '',
  ];
}

/** @param {string} folder @param {string} name @param {string} as */
function importLine(folder, name, as) {
  return `import ${as} from '../../../schemas/${folder}/${name}.json';`;
}

/** @param {string} version @param {string} name */
function variable(version, name) {
  return `v${version.replace('.', '_')}_${name}`;
}

/** @param {readonly string[]} names */
function union(names, indent = '  ') {
  if (names.length === 0) return ' never';
  return names.map((name) => `\n${indent}| '${name}'`).join('');
}

/** @param {string} name */
function camelCase(name) {
  return name.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}

/** @param {string} name */
function quoteKey(name) {
  return /^[a-z]+$/i.test(name) ? name : `'${name}'`;
}

/** Compares code units, so that the order is the same on every machine. @param {string} a @param {string} b */
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
