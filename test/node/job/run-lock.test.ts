import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { hostname, uptime } from 'node:os';
import { join } from 'node:path';
import { RosterError } from '../../../src/core/errors';
import { takeLock } from '../../../src/node/job/run-lock';
import { inTemporaryFolder } from '../support/temporary-folder';

describe('the lock of a run', () => {
  const inFolder = (work: (path: string, folder: string) => Promise<void>) =>
    inTemporaryFolder((folder) => work(join(folder, '.oneroster', 'run.lock'), folder));

  it('lets one run in, and the next when that has ended', async () => {
    await inFolder(async (path, folder) => {
      const lock = await takeLock(path);
      await assert.rejects(takeLock(path), (error) => RosterError.is(error, 'already-running'));
      await lock.release();
      const next = await takeLock(path);
      assert.equal(next.wasStale, false);
      await next.release();
      assert.deepEqual(await readdir(join(folder, '.oneroster')), []);
    });
  });

  it('lets one of many in that come at once', async () => {
    await inFolder(async (path) => {
      const attempts = await Promise.allSettled(Array.from({ length: 20 }, () => takeLock(path)));
      assert.equal(attempts.filter(({ status }) => status === 'fulfilled').length, 1);
    });
  });

  it('is taken over from a process that is gone, and from before the last start of the computer', async () => {
    const child = spawn(process.execPath, ['-e', '']);
    await once(child, 'exit');
    const beforeStart = new Date(Date.now() - uptime() * 1000 - 60_000).toISOString();
    const now = new Date().toISOString();
    const holders = [
      { pid: child.pid, host: hostname(), since: now },
      { pid: process.pid, host: hostname(), since: beforeStart },
      { pid: process.pid, host: 'another', since: '2020-01-01T00:00:00.000Z' },
    ];
    for (const text of [...holders.map((holder) => JSON.stringify(holder)), '', '{"pid": 1', 'null']) {
      await inFolder(async (path) => {
        await (await takeLock(path)).release();
        await writeFile(path, text);
        const lock = await takeLock(path);
        assert.equal(lock.wasStale, true, text);
        assert.match(await readFile(path, 'utf8'), new RegExp(`"pid":${String(process.pid)}`));
      });
    }
  });

  it('is not taken from another computer that may be at work', async () => {
    await inFolder(async (path) => {
      await (await takeLock(path)).release();
      await writeFile(path, JSON.stringify({ pid: 1, host: 'another', since: new Date().toISOString() }));
      await assert.rejects(takeLock(path), /another/);
    });
  });

  it('of another run is left alone by one that has lost its own', async () => {
    await inFolder(async (path) => {
      const lost = await takeLock(path);
      const other = JSON.stringify({ pid: 1, host: 'another', since: new Date().toISOString() });
      await writeFile(path, other);
      await lost.release();
      assert.ok((await stat(path)).isFile());
      assert.equal(await readFile(path, 'utf8'), other);
    });
  });
});
