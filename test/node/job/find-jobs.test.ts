import assert from 'node:assert/strict';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SchedulerId } from '../../../src/core/schedule/scheduled-job';
import { schedulers } from '../../../src/core/schedule/schedules';
import { findJobs } from '../../../src/node/job/find-jobs';
import { writeSchedule } from '../../../src/node/job/install-schedule';
import { nightlyJob } from '../../support/nightly-job';
import { inTemporaryFolder } from '../support/temporary-folder';

const job = { ...nightlyJob, args: [...nightlyJob.args, '--target', 'iiq'] };
const textOf = (scheduler: SchedulerId, of = job) =>
  schedulers[scheduler](of)
    .files.map(({ text }) => text)
    .join('');
const silent = () => Promise.resolve('');
const unmarked = {
  ...{ name: 'North', time: job.time, folder: '/srv/north', target: 'iiq' },
  isEnabled: true,
};
const expected = { ...unmarked, id: 'oneroster-north' };

describe('the jobs of a computer', () => {
  it('are found where systemd has them, with whether they are enabled', () =>
    inTemporaryFolder(async (home) => {
      const folder = join(home, '.config/systemd/user');
      await writeSchedule(schedulers.systemd(job), folder);
      await writeFile(join(folder, 'oneroster-empty.timer'), '');
      const path = join(folder, 'oneroster-north.timer');
      const systemUnits = join(home, 'system');
      const options = { platform: 'linux', home, systemUnits, ask: silent };
      const found = { ...expected, scheduler: 'systemd', path };
      assert.deepEqual(await findJobs(options), [{ ...found, isEnabled: false }]);
      await mkdir(join(folder, 'timers.target.wants'));
      await symlink(path, join(folder, 'timers.target.wants/oneroster-north.timer'));
      assert.deepEqual(await findJobs(options), [found]);
    }));

  it('are found where systemd has those of the computer', () =>
    inTemporaryFolder(async (home) => {
      const systemUnits = join(home, 'system');
      await writeSchedule(schedulers.systemd(job), systemUnits);
      const path = join(systemUnits, 'oneroster-north.timer');
      const found = { ...expected, scheduler: 'systemd', isOfSystem: true, isEnabled: false, path };
      assert.deepEqual(await findJobs({ platform: 'linux', home, systemUnits, ask: silent }), [found]);
    }));

  it('are found in the crontab', () =>
    inTemporaryFolder(async (home) => {
      const asked: string[] = [];
      const ask = (program: string, args: readonly string[]) => {
        asked.push([program, ...args].join(' '));
        return Promise.resolve(textOf('cron'));
      };
      const found = await findJobs({ platform: 'linux', home, systemUnits: home, ask });
      const lines = schedulers.cron(job).crontab?.lines;
      assert.deepEqual(found, [{ ...expected, scheduler: 'cron', lines }]);
      assert.deepEqual(asked, ['crontab -l']);
    }));

  it('are found in the crontab while they are disabled, beside others and without their marks', () =>
    inTemporaryFolder(async (home) => {
      const text = textOf('cron');
      const [, comment = '', line = ''] = text.split('\n');
      const disabled = text.replace(line, `# disabled: ${line}`);
      const second = textOf('cron', { ...job, name: 'Second' });
      const bare = `${comment}\n${line}\n`;
      const ask = () => Promise.resolve(`0 1 * * * backup\n${disabled}# mine\n${second}\n${bare}`);
      const found = await findJobs({ platform: 'linux', home, systemUnits: home, ask });
      assert.deepEqual(found, [
        { ...expected, scheduler: 'cron', isEnabled: false, lines: `${comment}\n# disabled: ${line}\n` },
        {
          ...{ ...expected, scheduler: 'cron', name: 'Second', id: 'oneroster-second' },
          lines: bare.replace('North', 'Second'),
        },
        { ...unmarked, scheduler: 'cron', lines: bare },
      ]);
      // Where nobody can tell which marks belong together, there are still the lines.
      const torn = () => Promise.resolve(text.replace(/^# OneRoster ends.*$/m, ''));
      const left = await findJobs({ platform: 'linux', home, systemUnits: home, ask: torn });
      assert.deepEqual(left, [{ ...unmarked, scheduler: 'cron', lines: bare }]);
    }));

  it('are found among the agents of launchd', () =>
    inTemporaryFolder(async (home) => {
      const folder = join(home, 'Library/LaunchAgents');
      await writeSchedule(schedulers.launchd(job), folder);
      const path = join(folder, 'org.oneroster-north.plist');
      const found = { ...expected, name: 'north', id: 'org.oneroster-north', scheduler: 'launchd', path };
      assert.deepEqual(await findJobs({ platform: 'darwin', home, ask: silent }), [found]);
      for (const word of ['disabled', 'true']) {
        const ask = (program: string) =>
          Promise.resolve(program === 'launchctl' ? `\t"org.oneroster-north" => ${word}\n` : '');
        assert.deepEqual(await findJobs({ platform: 'darwin', home, ask }), [{ ...found, isEnabled: false }]);
      }
    }));

  it('are found among the tasks of Windows', async () => {
    const task = textOf('windows');
    const other = task.replace('<Arguments>', '<Arguments>walk ').replace(' run ', ' go ');
    const off = task.replace(/(<Settings>[^]*)<Enabled>true/, '$1<Enabled>false');
    const moved = task.replace('<RegistrationInfo>', '<RegistrationInfo><URI>\\OneRoster\\Moved</URI>');
    const tasks = [`<!-- \\OneRoster\\My North -->\r\n${task}`, other, off, moved];
    const found = await findJobs({ platform: 'win32', ask: () => Promise.resolve(tasks.join('\r\n')) });
    assert.deepEqual(
      found.map(({ xml, ...each }) => {
        assert.match(xml ?? '', /^<Task [^]*<\/Task>$/);
        return each;
      }),
      [
        { ...unmarked, scheduler: 'windows', id: '\\OneRoster\\My North' },
        { ...unmarked, scheduler: 'windows', id: '\\OneRoster\\North', isEnabled: false },
        { ...unmarked, scheduler: 'windows', id: '\\OneRoster\\Moved' },
      ],
    );
  });

  it('are none where there is no such scheduler', () =>
    inTemporaryFolder(async (home) => {
      assert.deepEqual(await findJobs({ platform: 'linux', home, systemUnits: home, ask: silent }), []);
      assert.deepEqual(await findJobs({ platform: 'darwin', home, ask: silent }), []);
      assert.deepEqual(await findJobs({ platform: 'win32', ask: silent }), []);
    }));
});
