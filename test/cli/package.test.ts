import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inTemporaryFolder, writeFiles } from '../node/support/temporary-folder';
import { oneroster } from './support/run-cli';

describe('oneroster package', () => {
  it('writes the package beside the roster and says what is in it', async () => {
    await inTemporaryFolder(async (folder) => {
      await cp('test/rosters/clean-1.2', join(folder, 'north'), { recursive: true });
      const run = await oneroster(['package', 'north'], { cwd: folder });
      const path = join(folder, 'north.zip');
      const bytes = await readFile(path);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const head = `${path}: OneRoster 1.2, profile standard, 9 files, ${bytes.length.toLocaleString('en-US')} bytes\n`;
      assert.ok(run.stdout.startsWith(head), run.stdout);
      assert.match(run.stdout, /\n {2}users\.csv +3 records\n/);
      assert.ok(run.stdout.endsWith(`\nSHA-256 ${sha256}\n`));
      assert.deepEqual([run.code, run.stderr], [0, '']);
    });
  });

  it('writes JSON, takes the name from the options, the configuration or the profile, in this order', async () => {
    await inTemporaryFolder(async (folder) => {
      await cp('test/rosters/clean-1.1', join(folder, 'north'), { recursive: true });
      await writeFiles(folder, {
        'oneroster.config.json':
          '{"profile": "incident-iq", "package": {"manifest": "omit", "output": "out.zip"}}',
      });
      const run = await oneroster(['package', 'north', '--format', 'json'], { cwd: folder });
      const result: unknown = JSON.parse(run.stdout);
      assert.ok(typeof result === 'object' && result !== null);
      assert.deepEqual(Object.keys(result), ['path', 'bytes', 'sha256', 'files', 'profile', 'version']);
      assert.ok('path' in result && result.path === join(folder, 'out.zip'));
      assert.ok('files' in result && Array.isArray(result.files) && result.files.length === 7);
      await oneroster(['package', 'north', '--output', 'other.zip', '--no-read-back'], { cwd: folder });
      await writeFiles(folder, { 'oneroster.config.json': '{"profile": "incident-iq"}' });
      await oneroster(['package', 'north'], { cwd: folder });
      assert.deepEqual(
        (await readdir(folder)).sort(),
        ['OneRoster.zip', 'north', 'oneroster.config.json', 'other.zip', 'out.zip'].sort(),
      );
    });
  });

  it('refuses a roster with errors, lists them on standard error, and packages it by force', async () => {
    await inTemporaryFolder(async (folder) => {
      await cp('test/rosters/broken-csv', join(folder, 'north'), { recursive: true });
      const run = await oneroster(['package', 'north'], { cwd: folder });
      assert.deepEqual([run.code, run.stdout], [1, '']);
      assert.match(run.stderr, /north\/users\.csv:2:41 error unclosed-quote/);
      assert.match(run.stderr, /so it was not packaged\.\n.*--force/);
      assert.deepEqual(await readdir(folder), ['north']);
      const forced = await oneroster(['package', 'north', '--force'], { cwd: folder });
      assert.equal(forced.code, 0, forced.stderr);
      assert.match(forced.stderr, /unclosed-quote/);
    });
  });

  it('ends with 130 when it is cancelled, and leaves nothing', async () => {
    await inTemporaryFolder(async (folder) => {
      await cp('test/rosters/clean-1.1', join(folder, 'north'), { recursive: true });
      const run = await oneroster(['package', 'north'], { cwd: folder, signal: AbortSignal.abort() });
      assert.equal(run.code, 130);
      assert.deepEqual(await readdir(folder), ['north']);
    });
  });
});
