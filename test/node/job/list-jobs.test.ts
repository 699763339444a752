import assert from 'node:assert/strict';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ScheduledJob } from '../../../src/core/schedule/scheduled-job';
import { schedulers } from '../../../src/core/schedule/schedules';
import { listJobs, type ListedJob } from '../../../src/node/job/list-jobs';
import { inTemporaryFolder } from '../support/temporary-folder';

const targets = {
  iiq: { url: 'sftp://north@sftp.example.org/in' },
  spare: { url: 'sftp://x@example.org/y' },
};

describe('the list of jobs', () => {
  it('has for each where it delivers to, when it runs next, and how it ran last', () =>
    inTemporaryFolder(async (folder) => {
      const list = await listed(folder, { targets, defaultTarget: 'spare' });
      const [usual, named] = await list();
      assert.equal(usual?.place?.targetName, 'spare');
      assert.equal(usual.place.target?.host, 'example.org');
      assert.deepEqual([usual.next?.getHours(), usual.next?.getMinutes(), usual.last], [23, 30, undefined]);
      assert.equal(named?.place?.targetName, 'iiq');
      const log = join(folder, '.oneroster/run.log');
      assert.equal(named.place.logFile, log);
      await mkdir(join(folder, '.oneroster'));
      const lines = [
        `2026-11-25T23:30:00.000Z info Run of ${join(folder, 'north')} for iiq (sftp.example.org) begins.`,
        '2026-11-25T23:31:00.000Z error Nothing was delivered for iiq: Old. (files-stale)',
      ];
      // What is long ago is not read.
      await writeFile(log, `${'x'.repeat(200_000)}\n${lines.join('\n')}\n`);
      assert.deepEqual(
        (await list()).map(({ last }) => last?.end?.exitCode),
        [undefined, 2],
      );
      // Put aside because it had grown large.
      await rename(log, `${log}.1`);
      assert.equal((await list())[1]?.last?.end?.result, 'stopped');
    }));

  it('knows the log that a job names, and the folder of deliveries that the configuration names', () =>
    inTemporaryFolder(async (folder) => {
      const list = await listed(folder, { targets, deliveries: { folder: 'kept' } }, ['--log', 'own.log']);
      assert.deepEqual(
        (await list()).map(({ place }) => place?.logFile),
        [join(folder, 'kept/run.log'), join(folder, 'north/own.log')],
      );
    }));

  it('has jobs whose configuration is gone or cannot be read, too', () =>
    inTemporaryFolder(async (folder) => {
      const list = await listed(folder, { targets });
      await rename(join(folder, 'oneroster.config.json'), join(folder, 'aside'));
      assert.deepEqual(
        (await list()).map(({ place }) => place?.targetName),
        [undefined, 'iiq'],
      );
      await mkdir(join(folder, 'oneroster.config.json'));
      assert.deepEqual(
        (await list()).map(({ place }) => place),
        [undefined, undefined],
      );
    }));
});

/** Two jobs of a roster: one for the usual target, one for a target that it names. */
async function listed(
  folder: string,
  config: object,
  options: readonly string[] = [],
): Promise<() => Promise<readonly ListedJob[]>> {
  await mkdir(join(folder, 'north'));
  await writeFile(join(folder, 'oneroster.config.json'), JSON.stringify(config));
  const job = (name: string, ...args: readonly string[]): ScheduledJob => ({
    ...{ name, time: { hour: 23, minute: 30 }, folder: join(folder, 'north') },
    ...{ program: ['/usr/bin/node', '/opt/cli.js'], isElectron: false },
    args: ['run', join(folder, 'north'), ...args],
  });
  const jobs = [job('Usual'), job('Named', '--target', 'iiq', ...options)];
  const crontab = jobs.flatMap((each) => schedulers.cron(each).files.map(({ text }) => text)).join('');
  const ask = () => Promise.resolve(crontab);
  return () => listJobs({ platform: 'linux', home: folder, systemUnits: folder, ask });
}
