import assert from 'node:assert/strict';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { inEnglish, spoken } from '../../../src/core/text/say';
import type { FoundJob } from '../../../src/node/job/find-jobs';
import { runJob, type JobRunEnd } from '../../../src/node/job/run-job';
import { inTemporaryFolder } from '../support/temporary-folder';

const begin = 'Run of /srv/north for iiq (sftp.example.org) begins.';
const delivered = 'Delivered north.zip to iiq: 8 files, 9 records, the first delivery.';

describe(`a job that is run now${process.platform === 'win32' ? ' (NOT RUN: its stand-ins are shell scripts)' : ''}`, () => {
  before(function () {
    if (process.platform === 'win32') this.skip();
  });

  it('is run as cron runs it, from its line, be it disabled', () =>
    inScene(async ({ folder, log, run }) => {
      const command = `env > ${folder}/env; echo "2026-11-25T23:30:00.000Z info ${begin}" >> ${log}`;
      const ends = `echo "2026-11-25T23:31:00.000Z info ${delivered}" >> ${log}; echo done`;
      process.env['ONEROSTER_TEST_SECRET'] = 'x';
      const lines: string[] = [];
      const end = await run(cronJob(`# disabled: 30 23 * * * ${command}; ${ends}\n`), {
        onLine: (line) => lines.push(line),
      }).finally(() => delete process.env['ONEROSTER_TEST_SECRET']);
      assert.deepEqual(end.logged, {
        began: '2026-11-25T23:30:00.000Z',
        end: { time: '2026-11-25T23:31:00.000Z', result: 'delivered', exitCode: 0, summary: delivered },
      });
      assert.deepEqual([end.exitCode, end.failure, end.said, end.isCancelled], [0, undefined, 'done', false]);
      assert.equal(lines.length, 2);
      const environment = await readFile(join(folder, 'env'), 'utf8');
      assert.match(environment, /^PATH=\/usr\/bin:\/bin$/m);
      assert.ok(!environment.includes('ONEROSTER_TEST_SECRET'));
    }));

  it('says what it said, and its code, where it did not come to a log', () =>
    inScene(async ({ run }) => {
      const end = await run(cronJob('30 23 * * * echo "oneroster: wrong" >&2; exit 2\n'));
      assert.deepEqual([end.logged, end.exitCode, end.said], [undefined, 2, 'oneroster: wrong']);
    }));

  it('does not take a run of before for its own', () =>
    inScene(async ({ log, run }) => {
      await writeFile(
        log,
        `2026-11-24T23:30:00.000Z info ${begin}\n2026-11-24T23:31:00.000Z info ${delivered}\n`,
      );
      assert.equal((await run(cronJob('30 23 * * * true\n'))).logged, undefined);
    }));

  it('is asked to end where a person cancels, with all that it has started', () =>
    inScene(async ({ log, run }) => {
      const controller = new AbortController();
      const cancelled = 'Cancelled for iiq: You have cancelled it. (cancelled)';
      const trap = `trap 'echo "2026-11-25T23:31:00.000Z error ${cancelled}" >> ${log}; exit 130' TERM`;
      const command = `${trap}; echo "2026-11-25T23:30:00.000Z info ${begin}" >> ${log}; sleep 60 & wait`;
      const end = await run(cronJob(`30 23 * * * ${command}\n`), {
        signal: controller.signal,
        onLine: () => controller.abort(),
      });
      assert.equal(end.logged?.end?.result, 'cancelled');
      assert.ok(end.isCancelled);
    }));

  it('is run by systemd, which waits for it, and which ends it', () =>
    inScene(async ({ folder, log, run, program, asked }) => {
      const found: FoundJob = { ...job, scheduler: 'systemd', id: 'oneroster-north', path: '/x.timer' };
      await program(
        'systemctl',
        `echo "2026-11-25T23:30:00.000Z info ${begin}" >> ${log}; echo No bus; exit 1`,
      );
      const failed = await run(found);
      assert.equal(failed.logged?.end, undefined);
      assert.ok(failed.failure !== undefined);
      const command = 'systemctl --user start oneroster-north.service';
      assert.equal(spoken(failed.failure, inEnglish), `"${command}" ended with code 1: No bus.`);
      const wait = `[ "$2" = stop ] && touch ${folder}/stop && exit; echo "2026-11-25T23:40:00.000Z info ${begin}" >> ${log}`;
      await program('systemctl', `${wait}; until [ -e ${folder}/stop ]; do sleep 0.1; done; exit 1`);
      const controller = new AbortController();
      const end = await run(found, { signal: controller.signal, onLine: () => controller.abort() });
      assert.ok(end.isCancelled);
      assert.deepEqual(await asked('systemctl'), [
        '--user start oneroster-north.service',
        '--user start oneroster-north.service',
        '--user stop oneroster-north.service',
      ]);
    }));

  it('is over when its log says so, where its scheduler only starts it', () =>
    inScene(async ({ log, run, program, asked }) => {
      const found: FoundJob = { ...job, scheduler: 'launchd', id: 'org.oneroster-north', path: '/x.plist' };
      await program('launchctl', '');
      const running = run(found, {
        onLine: (line) => {
          if (line.endsWith(begin)) void appendFile(log, `2026-11-25T23:31:00.000Z info ${delivered}\n`);
        },
      });
      await appendFile(log, `2026-11-25T23:30:00.000Z info ${begin}\n`);
      assert.equal((await running).logged?.end?.result, 'delivered');
      assert.deepEqual(await asked('launchctl'), ['start org.oneroster-north']);
      // One that logs nothing is not waited for without an end.
      const end = await run(found, { patience: 0 });
      assert.deepEqual([end.logged, end.failure], [undefined, undefined]);
    }));

  it('is said not to have been started where there is no such program', () =>
    inScene(async ({ run }) => {
      const end = await run({ ...job, scheduler: 'windows', id: '\\OneRoster\\North' });
      assert.match(end.failure?.english ?? '', /could not be started/);
    }));
});

const job = {
  ...{ name: 'North', time: { hour: 23, minute: 30 }, folder: '/srv/north', target: 'iiq' },
  isEnabled: true,
};

function cronJob(line: string): FoundJob {
  return { ...job, scheduler: 'cron', id: 'oneroster-north', lines: `# OneRoster: North\n${line}` };
}

type RunOptions = Partial<Parameters<typeof runJob>[2]>;

interface Scene {
  readonly folder: string;
  readonly log: string;
  readonly run: (found: FoundJob, options?: RunOptions) => Promise<JobRunEnd>;
  /** Puts a shell script in the place of a program. */
  readonly program: (name: string, script: string) => Promise<void>;
  /** What a program was told, a line each. */
  readonly asked: (name: string) => Promise<readonly string[]>;
}

async function inScene(work: (scene: Scene) => Promise<void>): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    const log = join(folder, 'run.log');
    const { PATH } = process.env;
    process.env['PATH'] = `${folder}${delimiter}${PATH ?? ''}`;
    try {
      await work({
        folder,
        log,
        run: (found, options) => runJob(found, log, { signal: new AbortController().signal, ...options }),
        program: async (name, script) => {
          const lines = ['#!/bin/sh', `echo "$@" >> ${folder}/${name}.asked`, script, ''];
          await writeFile(join(folder, name), lines.join('\n'), { mode: 0o755 });
        },
        asked: async (name) => (await readFile(join(folder, `${name}.asked`), 'utf8')).trimEnd().split('\n'),
      });
    } finally {
      process.env['PATH'] = PATH;
    }
  });
}
