import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { profileIds, resolveProfile, specification, versions } from '../../src/core/spec/specification';
import type { ColumnFact, OneRosterVersion, TableFact } from '../../src/core/spec/types';

/** Every column with its table, those of variants included. */
interface Place {
  readonly where: string;
  readonly version: OneRosterVersion;
  readonly table: Pick<TableFact, 'file' | 'sources'>;
  readonly column: ColumnFact;
}

const allTables = versions.flatMap((version) => {
  const { tables, manifest } = specification(version);
  return [...tables, ...(manifest === undefined ? [] : [manifest])].map((table) => ({ version, table }));
});

const places: readonly Place[] = allTables.flatMap(({ version, table }) =>
  [...table.columns, ...(table.variants ?? []).flatMap((variant) => variant.additional)].map((column) => ({
    where: `${version} ${table.file} ${column.name}`,
    version,
    table,
    column,
  })),
);

describe('schemas', () => {
  it('are valid by their JSON Schemas, each of which is in schemas/meta', async () => {
    const ajv = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false, allErrors: true });
    const names = ['table', 'specification', 'profile', 'conversion', 'example-roster'];
    const ids = names.map((name) => `${name}.schema.json`);
    for (const id of ids) ajv.addSchema(await readJson(`schemas/meta/${id}`));
    const files = await factFiles();
    assert.ok(files.length > 40);
    for (const file of files) {
      const data = await readJson(file);
      const id = String(data['$schema']).replace(/^\.{1,2}\/meta\//, '');
      assert.ok(ids.includes(id), `${file} names the schema ${id}`);
      assert.ok(ajv.validate(id, data), `${file}: ${ajv.errorsText()}`);
    }
  });

  it('have the number of files, columns and manifest rows that the versions have', () => {
    const counts = versions.map((version) => {
      const { tables, manifest } = specification(version);
      const columns = tables.reduce((sum, table) => sum + table.columns.length, 0);
      return [version, tables.length, columns, manifest?.rows.length ?? 0];
    });
    assert.deepEqual(counts, [
      ['1.0', 7, 78, 0],
      ['1.1', 13, 130, 17],
      ['1.2', 21, 205, 25],
    ]);
  });

  it('keep the users.csv of June 2022, with 23 columns, as a variant', () => {
    const [variant, ...others] = specification('1.2').table('users')?.variants ?? [];
    assert.equal(others.length, 0);
    assert.equal(variant?.columns.length, 23);
    assert.deepEqual(
      variant.additional.map((column) => column.name),
      ['resourceSourcedIds'],
    );
    const own = specification('1.2')
      .table('users')
      ?.columns.map((column) => column.name);
    assert.deepEqual(
      variant.columns.filter((name) => name !== 'resourceSourcedIds'),
      own,
    );
  });

  it('are all read: file names and table names agree, and each JSON file is in the catalog', async () => {
    for (const version of versions) {
      const { tables, manifest } = specification(version);
      const names = [
        ...tables.map((table) => table.name),
        ...(manifest ? ['manifest'] : []),
        'specification',
      ];
      const files = await readdir(`schemas/oneroster-${version}`);
      assert.deepEqual(files.sort(), names.map((name) => `${name}.json`).sort());
      for (const table of tables) assert.equal(table.file, `${table.name}.csv`);
    }
  });

  it('name no column twice in a table', () => {
    assert.equal(new Set(places.map(({ where }) => where)).size, places.length);
  });

  it('refer only to tables and columns of the same version', () => {
    for (const { where, version, column } of places) {
      if (column.reference === undefined) continue;
      const { table, column: target } = column.reference;
      const found = specification(version)
        .table(table)
        ?.columns.some((each) => each.name === target);
      assert.ok(found, `${where} refers to ${table}.${target}`);
    }
    for (const { version, table } of allTables) {
      for (const each of table.bulkDependencies ?? []) {
        assert.ok(
          specification(version).table(each.table),
          `${version} ${table.file} depends on ${each.table}`,
        );
      }
    }
  });

  it('list every table that a required reference needs among the bulk dependencies', () => {
    for (const { where, version, column, table } of places) {
      if (column.reference === undefined || column.required !== true) continue;
      const { table: target } = column.reference;
      const own = specification(version).tableOfFile(table.file);
      if (own?.bulkDependencies === undefined || target === own.name) continue;
      const needed = own.bulkDependencies.some((each) => each.table === target && each.required);
      assert.ok(needed, `${where} needs ${target}`);
    }
  });

  it('have one manifest row for each data table, and rows for nothing else', () => {
    for (const version of versions) {
      const { manifest, tables } = specification(version);
      if (manifest === undefined) continue;
      const rows = manifest.rows.flatMap(({ property, table }) =>
        table === undefined ? [] : [{ property, table }],
      );
      for (const { property, table } of rows) assert.equal(property, `file.${table}`);
      assert.deepEqual(rows.map((row) => row.table).sort(), tables.map((table) => table.name).sort());
    }
  });

  it('have the lifecycle columns in every data table, in the form of the version', () => {
    for (const { version, table } of allTables.filter((each) => each.table.group !== 'control')) {
      const [status, modified] = ['status', 'dateLastModified'].map((name) =>
        table.columns.find((column) => column.name === name),
      );
      assert.equal(status?.required, version === '1.0' ? false : 'delta', `${version} ${table.file}`);
      assert.equal(modified?.required, version === '1.0' ? false : 'delta');
      assert.equal(modified.type, version === '1.0' ? 'date' : 'datetime');
    }
  });

  it('let exactly ten columns of 1.2 have values of their own', () => {
    const extensible = places.filter(({ column }) => column.extensible === true);
    assert.deepEqual(extensible.map(({ where }) => where).sort(), [
      '1.2 academicSessions.csv type',
      '1.2 classes.csv classType',
      '1.2 demographics.csv sex',
      '1.2 enrollments.csv role',
      '1.2 lineItemLearningObjectiveIds.csv source',
      '1.2 orgs.csv type',
      '1.2 resources.csv roles',
      '1.2 resultLearningObjectiveIds.csv source',
      '1.2 results.csv scoreStatus',
      '1.2 roles.csv role',
    ]);
  });

  it('take each column from a source that its table names and sources.md explains', async () => {
    const text = await readFile('schemas/sources.md', 'utf8');
    for (const { where, table, column } of places) {
      assert.ok(table.sources.includes(column.source), `${where} is from ${column.source}`);
    }
    for (const { version, table } of allTables) {
      for (const source of table.sources) {
        assert.match(text, new RegExp(`^\\| ${source} +\\|`, 'm'), `${version} ${table.file}: ${source}`);
        assert.ok(specification(version).sources.includes(source));
      }
    }
  });

  it('have descriptions fit for a hover text and valid examples', () => {
    for (const { where, column } of places) {
      assert.ok(column.description.length >= 15 && column.description.length <= 300, where);
      for (const item of column.list === true ? column.example.split(',') : [column.example]) {
        assert.ok(isValidExample(column, item), `${where}: ${item}`);
      }
    }
  });

  it('describe nothing in the words of the notes they were taken from', async function () {
    if (!existsSync('../shared/spec')) return this.skip();
    const theirs = new Set<string>();
    for (const version of versions) {
      collectDescriptions(await readJson(`../shared/spec/oneroster-${version}.json`), theirs);
    }
    assert.ok(theirs.size > 100);
    const same = places.filter(
      ({ column }) => theirs.has(column.description) || theirs.has(column.note ?? ''),
    );
    assert.deepEqual(
      same.map(({ where, column }) => `${where}: ${column.description}`),
      [],
    );
  });

  it('have profiles that name only files, versions and rules that exist', () => {
    for (const id of profileIds) {
      const profile = resolveProfile(id);
      assert.equal(profile.id, id);
      assert.ok(profile.versions.every((version) => versions.includes(version)));
      for (const file of [...profile.requiredFiles, ...profile.dispensableFiles]) {
        for (const version of profile.versions) assert.ok(specification(version).tableOfFile(file), file);
      }
      for (const rule of Object.keys(profile.severities)) {
        assert.ok(existsSync(`src/core/rules/${rule}.ts`), `${id}: no rule ${rule}`);
      }
    }
  });

  it('are what the generated files were made from', async () => {
    const { stderr } = await promisify(execFile)(process.execPath, ['scripts/generate.mjs', '--check']);
    assert.equal(stderr, '');
  });
});

function isValidExample(column: ColumnFact, item: string): boolean {
  switch (column.type) {
    case 'guid':
      return /^[0-9A-Za-z._/@-]{1,255}$/.test(item);
    case 'enumeration':
      return column.values?.some(({ value }) => value === item) === true;
    case 'boolean':
      return item === 'true' || item === 'false';
    case 'date':
      return new Date(`${item}T00:00:00Z`).toISOString().startsWith(item);
    case 'datetime':
      return new Date(item).toISOString() === item;
    case 'year':
      return /^[0-9]{4}$/.test(item);
    case 'integer':
      return /^-?[0-9]+$/.test(item);
    case 'decimal':
      return /^-?[0-9]+(\.[0-9]+)?$/.test(item);
    case 'id':
    case 'string':
      return isValidFormat(column, item);
  }
}

function isValidFormat({ format }: ColumnFact, item: string): boolean {
  if (format === 'user-ids' || format === 'score-scale') return /^\{[^:{}]+:[^:{}]+\}$/.test(item);
  if (format === 'learning-objective-id')
    return /^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(item);
  if (format === 'email') return /^[^@\s]+@[^@\s]+$/.test(item);
  return item !== '' && item === item.trim() && !/[\r\n"]/.test(item);
}

async function factFiles(): Promise<string[]> {
  const folders = (await readdir('schemas')).filter(
    (name) => name.startsWith('oneroster-') || name === 'profiles' || name === 'conversions',
  );
  const files = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(`schemas/${folder}`)).map((file) => `schemas/${folder}/${file}`),
    ),
  );
  return [...files.flat(), 'schemas/example-roster.json'];
}

async function readJson(path: string): Promise<Record<string, unknown>> {
  const data: unknown = JSON.parse(await readFile(path, 'utf8'));
  assert.ok(isRecord(data), path);
  return data;
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function collectDescriptions(data: unknown, into: Set<string>): void {
  if (Array.isArray(data)) for (const item of data) collectDescriptions(item, into);
  if (!isRecord(data)) return;
  for (const [key, value] of Object.entries(data)) {
    if ((key === 'description' || key === 'notes') && typeof value === 'string') into.add(value);
    collectDescriptions(value, into);
  }
}
