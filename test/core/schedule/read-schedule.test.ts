import assert from 'node:assert/strict';
import { nextRun } from '../../../src/core/schedule/next-run';
import {
  readCrontab,
  readLaunchAgent,
  readSystemdUnits,
  readWindowsTask,
} from '../../../src/core/schedule/read-schedule';
import type { ScheduledJob } from '../../../src/core/schedule/scheduled-job';
import { schedulers } from '../../../src/core/schedule/schedules';

/** With everything in its texts that some format would read as its own. */
const job: ScheduledJob = {
  name: 'North & South 50 % – Süd',
  time: { hour: 3, minute: 5 },
  folder: '/srv/rosters/north & south',
  program: ['/opt/node 20/bin/node', '/opt/oneroster/cli.js'],
  isElectron: false,
  args: ['run', "/srv/rosters/the 'north' 100% $x\\y", '--target', 'i$iq"x\\', '--env-file', '/x y.env'],
};
const plain: ScheduledJob = { ...job, args: ['run', '/srv/roster'] };
const read = { name: job.name, time: job.time, folder: job.args[1], target: job.args[3] };
const readPlain = { ...read, folder: '/srv/roster', target: undefined };

const filesOf = (scheduler: 'systemd' | 'cron' | 'launchd' | 'windows', of: ScheduledJob) =>
  schedulers[scheduler](of).files.map(({ text }) => text);

describe('what a scheduler was given', () => {
  for (const isElectron of [false, true]) {
    it(`is read back${isElectron ? ', with the variable for VS Code’s own runtime' : ''}`, () => {
      const given = { ...job, isElectron };
      const [service = '', timer = ''] = filesOf('systemd', given);
      assert.deepEqual(readSystemdUnits(service, timer), read);
      assert.deepEqual(readCrontab(filesOf('cron', given).join('')), [read]);
      assert.deepEqual(readWindowsTask(filesOf('windows', given).join('')), read);
      const agent = readLaunchAgent(filesOf('launchd', given).join(''));
      assert.deepEqual(agent, { ...read, name: 'north-south-50-sud' });
    });
  }

  it('is read back without a target', () => {
    const [service = '', timer = ''] = filesOf('systemd', plain);
    assert.deepEqual(readSystemdUnits(service, timer), readPlain);
    assert.deepEqual(readCrontab(filesOf('cron', plain).join('')), [readPlain]);
    assert.deepEqual(readWindowsTask(filesOf('windows', plain).join('')), readPlain);
  });

  it('is read back with the log of its own that it was given', () => {
    const log = '/var/log/the north.log';
    const given = { ...job, args: [...job.args, '--log', log] };
    const [service = '', timer = ''] = filesOf('systemd', given);
    assert.deepEqual(readSystemdUnits(service, timer), { ...read, log });
    assert.deepEqual(readCrontab(filesOf('cron', given).join('')), [{ ...read, log }]);
  });

  it('is none of ours where it runs something else, at no time of day, or is cut short', () => {
    const [service = '', timer = ''] = filesOf('systemd', job);
    assert.equal(readSystemdUnits(service.replace('"run"', '"walk"'), timer), undefined);
    assert.equal(readSystemdUnits(service, timer.replace(/OnCalendar=.*/, 'OnCalendar=hourly')), undefined);
    assert.equal(readSystemdUnits('', ''), undefined);
    const own = filesOf('cron', job).join('');
    const others = '# backup\n0 3 * * * tar cf /x run /y\n@daily run /z\n';
    assert.deepEqual(readCrontab(`${others}\n${own}`), [read]);
    assert.deepEqual(readCrontab(own.replace(/\n5/, '\n#5')), []);
    assert.equal(readLaunchAgent('<plist/>'), undefined);
    assert.equal(readWindowsTask('<Task/>'), undefined);
  });
});

describe('the next run', () => {
  const now = new Date(2026, 10, 26, 22, 30, 10);

  it('is today where that is to come, and else tomorrow', () => {
    assert.deepEqual(nextRun({ hour: 23, minute: 30 }, now), new Date(2026, 10, 26, 23, 30));
    assert.deepEqual(nextRun({ hour: 22, minute: 30 }, now), new Date(2026, 10, 27, 22, 30));
    assert.deepEqual(nextRun({ hour: 2, minute: 0 }, new Date(2026, 11, 31, 3)), new Date(2027, 0, 1, 2));
  });
});
