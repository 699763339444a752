import assert from 'node:assert/strict';
import { chmod, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { RosterError } from '../../../src/core/errors';
import type { JobChange } from '../../../src/core/schedule/job-controls';
import { schedulers } from '../../../src/core/schedule/schedules';
import { sentence } from '../../../src/core/text/say';
import { changeJob } from '../../../src/node/job/change-job';
import { findJobs, type FoundJob } from '../../../src/node/job/find-jobs';
import { installedParts } from '../../../src/node/job/installed-parts';
import { writeSchedule } from '../../../src/node/job/install-schedule';
import type { Told } from '../../../src/node/job/tell-program';
import { nightlyJob as job } from '../../support/nightly-job';
import { inTemporaryFolder } from '../support/temporary-folder';

const silent = () => Promise.resolve('');

describe('a job that systemd has', () => {
  it('is disabled, enabled and removed, and its files are gone before the units are read again', () =>
    withUnits(async ({ folder, find, tell, asked, options }) => {
      await changeJob(await find(), 'disable', { ...options, tell });
      assert.equal((await find()).isEnabled, false);
      await changeJob(await find(), 'enable', { ...options, tell });
      assert.equal((await find()).isEnabled, true);
      await changeJob(await find(), 'remove', { ...options, tell });
      assert.deepEqual(await findJobs(options), []);
      assert.deepEqual(await readdir(folder), ['timers.target.wants']);
      assert.deepEqual(asked, [
        'systemctl --user disable --now oneroster-north.timer (2 files)',
        'systemctl --user enable --now oneroster-north.timer (2 files)',
        'systemctl --user disable --now oneroster-north.timer (2 files)',
        'systemctl --user daemon-reload (0 files)',
      ]);
    }));

  it('stays where systemd refuses, with what it said and how it is done by hand', () =>
    withUnits(async ({ find, options }) => {
      const refusal: Told = { failure: sentence('"systemctl" ended with code 1: No bus'), said: 'No bus' };
      for (const change of ['disable', 'remove'] as const) {
        const error = await failureOf(await find(), change, {
          ...options,
          tell: () => Promise.resolve(refusal),
        });
        assert.equal(error.message, '"systemctl" ended with code 1: No bus');
        assert.match(
          error.remedy,
          /^The job is as it was\. By hand it is done with: systemctl --user disable/,
        );
        assert.equal((await find()).isEnabled, true);
      }
    }));

  it('is said to be changed in part where only the end is refused', () =>
    withUnits(async ({ find, tell, options }) => {
      const refuse = (argv: readonly string[]): Promise<Told> =>
        argv.includes('daemon-reload')
          ? Promise.resolve({ failure: sentence('Not now.'), said: '' })
          : tell(argv);
      const error = await failureOf(await find(), 'remove', { ...options, tell: refuse });
      assert.match(`${error.message} ${error.remedy}`, /^Not now\. The job may have been changed in part\./);
    }));

  it('is not said to be disabled because nobody refused it', () =>
    withUnits(async ({ find, options }) => {
      const tell = () => Promise.resolve({ said: '' });
      const error = await failureOf(await find(), 'disable', { ...options, tell });
      assert.match(`${error.message} ${error.remedy}`, /it was not done\. The job is as it was\./);
    }));

  it('consists of its two files', () =>
    withUnits(async ({ folder, find }) => {
      const parts = await installedParts(await find());
      const names = ['oneroster-north.service', 'oneroster-north.timer'].map((name) => join(folder, name));
      assert.deepEqual(
        parts.map(({ place }) => place),
        names,
      );
      assert.equal(parts[0]?.text, await readFile(names[0] ?? '', 'utf8'));
    }));
});

describe(`a job in a crontab${process.platform === 'win32' ? ' (NOT RUN: Windows has none)' : ''}`, () => {
  before(function () {
    if (process.platform === 'win32') this.skip();
  });

  const text = schedulers
    .cron(job)
    .files.map((file) => file.text)
    .join('');

  it('is disabled, enabled and removed there, and the other lines stay', () =>
    withCrontab(`# mine\n${text}0 1 * * * backup\n`, async ({ find, read }) => {
      await changeJob(await find(), 'disable');
      assert.match(await read(), /^# disabled: 30 23 /m);
      const found = await find();
      assert.equal(found.isEnabled, false);
      assert.deepEqual(await installedParts(found), [
        { place: 'your crontab', text: text.replace('30 23 ', '# disabled: 30 23 ') },
      ]);
      await changeJob(found, 'enable');
      assert.equal(await read(), `# mine\n${text}0 1 * * * backup\n`);
      await changeJob(await find(), 'remove');
      assert.equal(await read(), '# mine\n0 1 * * * backup\n');
    }));

  it('is left to a person where it has no marks, or cannot be written', async () => {
    const bare = text.split('\n').slice(1, 3).join('\n');
    await withCrontab(`${bare}\n`, async ({ find, read }) => {
      const error = await failureOf(await find(), 'remove');
      assert.match(`${error.message} ${error.remedy}`, /no marks of OneRoster .*as it was\. .*crontab -e$/);
      assert.equal(await read(), `${bare}\n`);
    });
    await withCrontab(text, async ({ find, folder }) => {
      await chmod(join(folder, 'table'), 0o444);
      await writeFile(join(folder, 'refuse'), '');
      const error = await failureOf(await find(), 'disable');
      assert.match(`${error.message} ${error.remedy}`, /did not take the change \(no\).* as it was\./);
    });
  });
});

async function failureOf(
  found: FoundJob,
  change: JobChange,
  options?: Parameters<typeof changeJob>[2],
): Promise<RosterError> {
  try {
    await changeJob(found, change, options);
  } catch (error) {
    assert.ok(RosterError.is(error, 'schedule-failed'));
    return error;
  }
  return assert.fail('it was done');
}

interface UnitsScene {
  readonly folder: string;
  readonly options: {
    readonly platform: string;
    readonly home: string;
    readonly systemUnits: string;
    readonly ask: () => Promise<string>;
  };
  readonly find: () => Promise<FoundJob>;
  /** Does to timers what systemd does, and notes what it was told. */
  readonly tell: (argv: readonly string[]) => Promise<Told>;
  readonly asked: readonly string[];
}

async function withUnits(work: (scene: UnitsScene) => Promise<void>): Promise<void> {
  await inTemporaryFolder(async (home) => {
    const folder = join(home, '.config/systemd/user');
    const link = join(folder, 'timers.target.wants/oneroster-north.timer');
    await writeSchedule(schedulers.systemd(job), folder);
    await mkdir(join(folder, 'timers.target.wants'));
    await symlink('../oneroster-north.timer', link);
    const options = { platform: 'linux', home, systemUnits: join(home, 'none'), ask: silent };
    const asked: string[] = [];
    const tell = async (argv: readonly string[]): Promise<Told> => {
      const files = (await readdir(folder)).filter((name) => name.startsWith('oneroster'));
      asked.push(`${argv.join(' ')} (${String(files.length)} files)`);
      if (argv.includes('disable')) await rm(link);
      if (argv.includes('enable')) await symlink('../oneroster-north.timer', link);
      return { said: '' };
    };
    await work({ folder, options, find: () => only(options), tell, asked });
  });
}

interface CrontabScene {
  readonly folder: string;
  readonly find: () => Promise<FoundJob>;
  readonly read: () => Promise<string>;
}

/** Has a shell script stand in for the program `crontab`. */
async function withCrontab(table: string, work: (scene: CrontabScene) => Promise<void>): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    const script = [
      ...['#!/bin/sh', `cd '${folder}'`, '[ "$1" = - ] && [ -e refuse ] && { echo no >&2; exit 1; }'],
      ...['[ "$1" = - ] && exec cat > table', 'cat table', ''],
    ];
    await writeFile(join(folder, 'crontab'), script.join('\n'), { mode: 0o755 });
    await writeFile(join(folder, 'table'), table);
    const { PATH } = process.env;
    process.env['PATH'] = `${folder}${delimiter}${PATH ?? ''}`;
    try {
      const options = { platform: 'linux', home: folder, systemUnits: folder };
      await work({ folder, find: () => only(options), read: () => readFile(join(folder, 'table'), 'utf8') });
    } finally {
      process.env['PATH'] = PATH;
    }
  });
}

async function only(options: Parameters<typeof findJobs>[0]): Promise<FoundJob> {
  const [found, ...others] = await findJobs(options);
  assert.ok(found !== undefined && others.length === 0);
  return found;
}
