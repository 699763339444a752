import assert from 'node:assert/strict';
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RosterError } from '../../../src/core/errors';
import { checkFreshness } from '../../../src/node/job/freshness';
import { describeEnd, runCommand, type CommandEnd } from '../../../src/node/job/run-command';
import { RunLog } from '../../../src/node/job/run-log';
import { readRosterInput } from '../../../src/node/read-roster-input';
import { inTemporaryFolder, writeFiles } from '../support/temporary-folder';

describe('the log of runs', () => {
  it('has a line for each event, whatever the text holds', async () => {
    await inTemporaryFolder(async (folder) => {
      const log = new RunLog(join(folder, 'logs', 'run.log'));
      await log.open();
      await log.write('info', 'one');
      await log.write('error', 'two\n  lines');
      const lines = (await readFile(log.path, 'utf8')).split('\n');
      assert.match(lines[0] ?? '', /^\d{4}-\d\d-\d\dT[\d:.]+Z info one$/);
      assert.match(lines[1] ?? '', / error two lines$/);
    });
  });

  it('is begun anew when it is large, and only the last are kept', async () => {
    await inTemporaryFolder(async (folder) => {
      const log = new RunLog(join(folder, 'run.log'));
      for (let times = 1; times <= 7; times++) {
        await writeFile(log.path, String(times).repeat(1024 * 1024));
        await log.open();
      }
      const names = (await readdir(folder)).sort();
      assert.deepEqual(names, ['run.log', ...[1, 2, 3, 4, 5].map((number) => `run.log.${String(number)}`)]);
      assert.equal((await readFile(join(folder, 'run.log.5'), 'utf8'))[0], '3');
    });
  });
});

describe('a command of a job', () => {
  const node = (code: string) => `"${process.execPath}" -e "${code}"`;
  const run = (command: string, more: { timeout?: number; input?: string; signal?: AbortSignal } = {}) =>
    runCommand({ command, cwd: process.cwd(), env: process.env, timeout: 20_000, ...more });

  it('ends with its code, and reads what it is given', async () => {
    assert.deepEqual(await run(node('process.exit(3)')), { kind: 'exit', code: 3 });
    const end = await run(node("process.stdin.on('data', (d) => process.exit(d.length))"), { input: '1234' });
    assert.deepEqual(end, { kind: 'exit', code: 4 });
  });

  it('is ended with all that it has started, when its time is up or somebody cancels', async function () {
    if (process.platform === 'win32') this.skip();
    await inTemporaryFolder(async (folder) => {
      const mark = join(folder, 'late');
      const late = `${node('setTimeout(() => 0, 60000)')}; echo > "${mark}"`;
      assert.deepEqual(await run(late, { timeout: 300 }), { kind: 'timeout' });
      assert.deepEqual(await run(late, { signal: AbortSignal.timeout(300) }), { kind: 'cancelled' });
      assert.deepEqual(await readdir(folder), []);
    });
  });

  it('says in words how it ended', () => {
    const ends: readonly CommandEnd[] = [
      { kind: 'exit', code: 2 },
      { kind: 'signal', signal: 'SIGTERM' },
      { kind: 'timeout' },
      { kind: 'cancelled' },
      { kind: 'failed', reason: 'x' },
    ];
    const words = ends.map((end) => describeEnd(end, 120_000)).join('; ');
    assert.equal(
      words,
      'ended with code 2; was ended by SIGTERM; was not done after 2 minutes and was ended; was cancelled; could not be started (x)',
    );
  });
});

describe('the age of files', () => {
  it('stops a run where one of them is older than it may be', async () => {
    await inTemporaryFolder(async (folder) => {
      await writeFiles(folder, { 'users.csv': 'sourcedId\n', 'orgs.csv': 'sourcedId\n' });
      const input = await readRosterInput(folder);
      await checkFreshness(input, 24);
      const old = new Date(Date.now() - 50 * 60 * 60 * 1000);
      await utimes(join(folder, 'users.csv'), old, old);
      await assert.rejects(checkFreshness(input, 24), (error) => {
        assert.ok(RosterError.is(error, 'files-stale'));
        assert.match(error.message, /users\.csv .* was last written 50 hours ago/);
        return true;
      });
      await checkFreshness(input, 72);
    });
  });
});
