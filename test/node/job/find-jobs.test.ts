import assert from 'node:assert/strict';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ScheduledJob, SchedulerId } from '../../../src/core/schedule/scheduled-job';
import { schedulers } from '../../../src/core/schedule/schedules';
import { findJobs } from '../../../src/node/job/find-jobs';
import { writeSchedule } from '../../../src/node/job/install-schedule';
import { inTemporaryFolder } from '../support/temporary-folder';

const job: ScheduledJob = {
  name: 'North',
  time: { hour: 23, minute: 30 },
  folder: '/srv/north',
  program: ['/usr/bin/node', '/opt/cli.js'],
  isElectron: false,
  args: ['run', '/srv/north', '--target', 'iiq'],
};
const textOf = (scheduler: SchedulerId) =>
  schedulers[scheduler](job)
    .files.map(({ text }) => text)
    .join('');
const silent = () => Promise.resolve('');
const expected = { name: 'North', time: job.time, folder: '/srv/north', target: 'iiq', isEnabled: true };

describe('the jobs of a computer', () => {
  it('are found where systemd has them, with whether they are enabled', () =>
    inTemporaryFolder(async (home) => {
      const folder = join(home, '.config/systemd/user');
      await writeSchedule(schedulers.systemd(job), folder);
      await writeFile(join(folder, 'oneroster-empty.timer'), '');
      const path = join(folder, 'oneroster-north.timer');
      const options = { platform: 'linux', home, ask: silent };
      const found = { ...expected, scheduler: 'systemd', path };
      assert.deepEqual(await findJobs(options), [{ ...found, isEnabled: false }]);
      await mkdir(join(folder, 'timers.target.wants'));
      await symlink(path, join(folder, 'timers.target.wants/oneroster-north.timer'));
      assert.deepEqual(await findJobs(options), [found]);
    }));

  it('are found in the crontab', () =>
    inTemporaryFolder(async (home) => {
      const asked: string[] = [];
      const ask = (program: string, args: readonly string[]) => {
        asked.push([program, ...args].join(' '));
        return Promise.resolve(textOf('cron'));
      };
      const found = await findJobs({ platform: 'linux', home, ask });
      assert.deepEqual(found, [{ ...expected, scheduler: 'cron' }]);
      assert.deepEqual(asked, ['crontab -l']);
    }));

  it('are found among the agents of launchd', () =>
    inTemporaryFolder(async (home) => {
      const folder = join(home, 'Library/LaunchAgents');
      await writeSchedule(schedulers.launchd(job), folder);
      const path = join(folder, 'org.oneroster-north.plist');
      const found = await findJobs({ platform: 'darwin', home, ask: silent });
      assert.deepEqual(found, [{ ...expected, name: 'north', scheduler: 'launchd', path }]);
    }));

  it('are found among the tasks of Windows', async () => {
    const task = textOf('windows');
    const other = task.replace('<Arguments>', '<Arguments>walk ').replace(' run ', ' go ');
    const off = task.replace(/(<Settings>[^]*)<Enabled>true/, '$1<Enabled>false');
    const ask = () => Promise.resolve([task, other, off].join('\r\n'));
    const found = await findJobs({ platform: 'win32', ask });
    assert.deepEqual(found, [
      { ...expected, scheduler: 'windows' },
      { ...expected, scheduler: 'windows', isEnabled: false },
    ]);
  });

  it('are none where there is no such scheduler', () =>
    inTemporaryFolder(async (home) => {
      assert.deepEqual(await findJobs({ platform: 'linux', home, ask: silent }), []);
      assert.deepEqual(await findJobs({ platform: 'darwin', home, ask: silent }), []);
      assert.deepEqual(await findJobs({ platform: 'win32', ask: silent }), []);
    }));
});
