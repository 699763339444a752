import assert from 'node:assert/strict';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inTemporaryFolder, writeFiles } from '../node/support/temporary-folder';
import { oneroster } from './support/run-cli';

describe('oneroster init', () => {
  it('makes a roster that validate has nothing against', async () => {
    await inTemporaryFolder(async (folder) => {
      const run = await oneroster(
        ['init', 'north', '--profile', 'incident-iq', '--oneroster-version', '1.0'],
        { cwd: folder },
      );
      assert.match(run.stdout, /^north: OneRoster 1\.0, profile incident-iq\n/);
      assert.match(run.stdout, /\n {2}users\.csv +7 records\n/);
      assert.deepEqual([run.code, run.stderr], [0, '']);
      const check = await oneroster(['validate', 'north', '--fail-on', 'information', '--format', 'json'], {
        cwd: folder,
      });
      assert.equal(check.code, 0, check.stdout);
      assert.match(check.stdout, /"version": "1\.0",\s+"mode": "bulk",\s+"profile": "incident-iq"/);
    });
  });

  it('takes the current folder, 1.1 and the specification unless told otherwise', async () => {
    await inTemporaryFolder(async (folder) => {
      const run = await oneroster(['init', '--format', 'json', '--as-of', '2027-03-01'], { cwd: folder });
      const made: unknown = JSON.parse(run.stdout);
      assert.ok(typeof made === 'object' && made !== null);
      assert.deepEqual(Object.keys(made), ['tool', 'path', 'version', 'profile', 'files']);
      assert.match(run.stdout, /"version": "1\.1",\s+"profile": "standard"/);
      assert.match(await readFile(join(folder, 'academicSessions.csv'), 'utf8'), /School year 2026-2027/);
    });
  });

  it('overwrites nothing', async () => {
    await inTemporaryFolder(async (folder) => {
      for (const name of ['orgs.csv', 'oneroster.config.json']) {
        const own = join(folder, name.split('.')[0] ?? '');
        await mkdir(own);
        await writeFiles(own, { [name]: '{}' });
        const run = await oneroster(['init', own], { cwd: folder });
        assert.equal(run.code, 2);
        assert.ok(run.stderr.includes(`holds ${name} already, and nothing is overwritten`), run.stderr);
        assert.deepEqual(await readdir(own), [name]);
      }
    });
  });

  it('refuses a version that the consumer does not read, and days that are none', async () => {
    const run = await oneroster(['init', 'x', '--profile', 'clever-oneroster', '--oneroster-version', '1.2']);
    assert.equal(run.code, 2);
    assert.match(run.stderr, /Clever \(OneRoster\) does not read OneRoster 1\.2\.\nChoose 1\.1/);
    assert.match((await oneroster(['init', 'x', '--as-of', 'May'])).stderr, /--as-of has to be a day/);
  });
});
