import assert from 'node:assert/strict';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { validateRoster } from '../../src/core/validate-roster';
import { readRosterInput } from '../../src/node/read-roster-input';
import { inTemporaryFolder, writeFiles } from '../node/support/temporary-folder';
import { oneroster } from './support/run-cli';

describe('oneroster convert', () => {
  it('writes the roster in the new version, and says what was added', async () => {
    await inTemporaryFolder(async (folder) => {
      await cp('test/rosters/clean-1.1', join(folder, 'north'), { recursive: true });
      const run = await oneroster(['convert', 'north', '--to', '1.2', '--output', 'new'], { cwd: folder });
      assert.match(run.stdout, /^north: OneRoster 1\.1 to 1\.2, 9 files, \d+ records; written to new\n/);
      assert.match(run.stdout, /\nAdded: .*\n {2}roles\.csv: roles\.csv is made.* \(3 times\)\n/);
      assert.match(run.stdout, /\nNothing was lost\.\n/);
      assert.match(run.stdout, /0 errors and 0 warnings by the profile standard/);
      assert.deepEqual([run.code, run.stderr], [0, '']);
      const { roster, problems } = validateRoster(await readRosterInput(join(folder, 'new')));
      assert.deepEqual([roster.version, problems], ['1.2', []]);
      const unchanged = ['orgs.csv', 'courses.csv', 'classes.csv', 'academicSessions.csv', 'enrollments.csv'];
      for (const file of unchanged) {
        assert.deepEqual(
          await readFile(join(folder, 'new', file)),
          await readFile(join(folder, 'north', file)),
          file,
        );
      }
    });
  });

  it('lists what is lost and ends with 1, or with 0 where that is allowed', async () => {
    await inTemporaryFolder(async (folder) => {
      const to10 = ['convert', join(process.cwd(), 'test/rosters/clean-1.1'), '--to', '1.0'];
      const run = await oneroster([...to10, '--output', 'new'], { cwd: folder });
      assert.equal(run.code, 1);
      assert.match(run.stdout, /\nLost: /);
      assert.match(
        run.stdout,
        /\n {2}users\.csv: grades has no place in OneRoster 1\.0, for example "05", first in record 3\n/,
      );
      assert.ok((await readdir(join(folder, 'new'))).includes('users.csv'), 'it is written all the same');
      const allowed = await oneroster([...to10, '--output', 'other', '--allow-loss'], { cwd: folder });
      assert.equal(allowed.code, 0);
      assert.match(allowed.stdout, /\nLost: /);
    });
  });

  it('writes JSON by its schema, and nothing else on a dry run', async () => {
    await inTemporaryFolder(async (folder) => {
      const isReport = new Ajv2020({ strict: true, strictTypes: false }).compile(
        JSON.parse(await readFile('schemas/meta/conversion-report.schema.json', 'utf8')),
      );
      for (const [from, to] of [
        ['1.0', '1.2'],
        ['1.1', '1.0'],
        ['1.2', '1.0'],
      ] as const) {
        const source = join(process.cwd(), 'test/rosters', `clean-${from}`);
        const run = await oneroster(['convert', source, '--to', to, '--dry-run', '--format', 'json'], {
          cwd: folder,
        });
        const report: unknown = JSON.parse(run.stdout);
        assert.ok(isReport(report), JSON.stringify(isReport.errors));
        assert.ok(
          typeof report === 'object' && report !== null && 'output' in report && report.output === null,
        );
      }
      assert.deepEqual(await readdir(folder), []);
    });
  });

  it('keeps values of fields out of the list where it is to be passed on, but not the words of lists', async () => {
    const source = join(process.cwd(), 'test/rosters/clean-1.2');
    const args = ['convert', source, '--to', '1.1', '--dry-run', '--hide-values'];
    const { stdout } = await oneroster(args);
    assert.match(stdout, /userMasterIdentifier has no place in OneRoster 1\.1, for example "…"/);
    const json = await oneroster([...args, '--format', 'json']);
    for (const value of ['M-u-teach1', 'r-1', 'o-elm']) {
      assert.ok(!stdout.includes(value) && !json.stdout.includes(value), value);
    }
    const shown = await oneroster(args.filter((arg) => arg !== '--hide-values'));
    assert.match(shown.stdout, /for example "M-u-teach1"/);
    const older = [
      'convert',
      join(process.cwd(), 'test/rosters/clean-1.1'),
      '--to',
      '1.2',
      '--dry-run',
      '--hide-values',
    ];
    assert.match((await oneroster(older)).stdout, /roles\.csv is made/);
  });

  it('refuses a roster with errors unless it is forced to', async () => {
    await inTemporaryFolder(async (folder) => {
      await cp('test/rosters/broken-references', join(folder, 'north'), { recursive: true });
      const run = await oneroster(['convert', 'north', '--to', '1.2', '--output', 'new'], { cwd: folder });
      assert.equal(run.code, 1);
      assert.match(run.stderr, /north has \d+ errors?, so it was not converted\./);
      assert.deepEqual(await readdir(folder), ['north']);
      const forced = await oneroster(['convert', 'north', '--to', '1.2', '--output', 'new', '--force'], {
        cwd: folder,
      });
      assert.equal(forced.code, 0);
      assert.ok((await readdir(folder)).includes('new'));
    });
  });

  it('overwrites nothing, and takes away what it has written when it fails', async () => {
    await inTemporaryFolder(async (folder) => {
      await cp('test/rosters/clean-1.1', join(folder, 'north'), { recursive: true });
      await mkdir(join(folder, 'new'));
      await writeFile(join(folder, 'new', 'Users.CSV'), 'mine');
      const run = await oneroster(['convert', 'north', '--to', '1.2', '--output', 'new'], { cwd: folder });
      assert.equal(run.code, 2);
      assert.match(run.stderr, /holds Users\.CSV already, and nothing is overwritten/);
      assert.deepEqual(await readdir(join(folder, 'new')), ['Users.CSV']);
      assert.equal(await readFile(join(folder, 'new', 'Users.CSV'), 'utf8'), 'mine');
      const onto = await oneroster(['convert', 'north', '--to', '1.2', '--output', 'north'], { cwd: folder });
      assert.equal(onto.code, 2);
      const file = await oneroster(['convert', 'north', '--to', '1.2', '--output', 'new/Users.CSV'], {
        cwd: folder,
      });
      assert.match(file.stderr, /is a file, not a folder/);
    });
  });

  it('asks for version and folder, and refuses the version that it has', async () => {
    const cases: readonly (readonly [readonly string[], RegExp])[] = [
      [['convert', 'clean-1.1'], /needs --to/],
      [['convert', 'clean-1.1', '--to', '1.2'], /needs --output/],
      [['convert', 'clean-1.1', '--to', '1.3', '--output', 'x'], /--to has to be one of 1\.0, 1\.1, 1\.2/],
      [['convert', 'clean-1.1', '--to', '1.1', '--dry-run'], /is a roster of OneRoster 1\.1 already/],
    ];
    for (const [args, message] of cases) {
      const run = await oneroster(args);
      assert.equal(run.code, 2, args.join(' '));
      assert.match(run.stderr, message);
    }
  });

  it('warns of a configuration that holds the new roster for one of the old version', async () => {
    await inTemporaryFolder(async (folder) => {
      await cp('test/rosters/clean-1.1', join(folder, 'north'), { recursive: true });
      await writeFiles(folder, { 'oneroster.config.json': '{"version": "1.1"}' });
      const run = await oneroster(['convert', 'north', '--to', '1.2', '--output', 'new'], { cwd: folder });
      assert.match(run.stderr, /oneroster\.config\.json says version 1\.1, and the new roster has 1\.2\./);
    });
  });
});
