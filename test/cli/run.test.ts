// A night with each kind of trouble: the exit code, the log and the summary are right, and the server has what it had before.
import assert from 'node:assert/strict';
import { cp, mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { lastLoggedRun } from '../../src/core/schedule/logged-run';
import { inTemporaryFolder } from '../node/support/temporary-folder';
import { startPracticeServer, type PracticeServer } from '../support/practice-server';
import { oneroster, type CliRun } from './support/run-cli';

const password = 'S3cret-Pass-W0rd';
const node = (code: string) => `"${process.execPath}" -e "${code}"`;

describe('oneroster run', () => {
  it('makes the files, delivers them, and says so in one line, in the log and to whoever wants to know', async () => {
    await withJob(async ({ folder, remote, config, run, log }) => {
      const made = join(folder, 'north', 'users.csv');
      const users = await readFile(made, 'utf8');
      await writeFile(join(folder, 'export.txt'), users);
      await rm(made);
      const heard = join(folder, 'heard.json');
      await config({
        prepare: node("require('fs').copyFileSync('../export.txt', 'users.csv')"),
        freshHours: 1,
        notify: node(
          `process.stdin.pipe(require('fs').createWriteStream('${heard.replaceAll('\\', '/')}')).on('close', () => process.exit(Number(process.env.ONEROSTER_EXIT_CODE)))`,
        ),
      });
      const night = await run('--summary', 'summary.json');
      assert.equal(night.code, 0, night.stderr);
      assert.match(
        night.stdout,
        /^Delivered north\.zip to iiq: 8 files, \d+ records, the first delivery\.\n$/,
      );
      assert.deepEqual(await readdir(remote), ['north.zip']);
      const summary = JSON.parse(await readFile(join(folder, 'summary.json'), 'utf8')) as Summary;
      assert.equal(summary.result, 'delivered');
      assert.equal(summary.receipt?.package.name, 'north.zip');
      assert.deepEqual(JSON.parse(await readFile(heard, 'utf8')), summary);
      const lines = (await log()).trimEnd().split('\n');
      assert.match(lines.at(-1) ?? '', / info Delivered north\.zip to iiq/);
      const logged = lastLoggedRun(lines, { folder: join(folder, 'north'), target: 'iiq' });
      assert.deepEqual([logged?.end?.result, logged?.end?.exitCode], ['delivered', 0]);
      // Nobody in users.csv is named in it.
      for (const name of ['Okafor', 'a.okafor', 'mail.example']) assert.ok(!lines.join().includes(name));
    });
  });

  const troubles: readonly Trouble[] = [
    {
      name: 'there are no files',
      code: 2,
      error: 'not-a-roster',
      spoil: async ({ roster }) => {
        for (const file of await readdir(roster)) if (file.endsWith('.csv')) await rm(join(roster, file));
      },
    },
    {
      name: 'the files are old',
      code: 2,
      error: 'files-stale',
      job: { freshHours: 24 },
      spoil: async ({ roster }) => {
        const old = new Date(Date.now() - 30 * 60 * 60 * 1000);
        await utimes(join(roster, 'orgs.csv'), old, old);
      },
    },
    { name: 'the export fails', code: 2, error: 'export-failed', job: { prepare: node('process.exit(7)') } },
    {
      name: 'half of an export is there',
      code: 1,
      error: 'problems-found',
      spoil: async ({ roster }) => {
        const text = await readFile(join(roster, 'enrollments.csv'), 'utf8');
        await writeFile(join(roster, 'enrollments.csv'), text.slice(0, text.length / 2 - 3));
      },
    },
    {
      name: 'the server is down',
      code: 4,
      error: 'connection-refused',
      spoil: async ({ server }) => server.stop(),
    },
    {
      name: 'another run is under way',
      code: 2,
      error: 'already-running',
      spoil: async ({ folder }) => {
        const holder = { pid: process.pid, host: hostname(), since: new Date().toISOString() };
        await mkdir(join(folder, '.oneroster'), { recursive: true });
        await writeFile(join(folder, '.oneroster', 'run.lock'), JSON.stringify(holder));
      },
    },
    {
      name: 'the password is wrong',
      code: 4,
      error: 'login-refused',
      password: 'wrong',
    },
  ];

  for (const trouble of troubles) {
    it(`stops where ${trouble.name}`, async () => {
      await withJob(async (scene) => {
        const { remote, config, run, log } = scene;
        assert.equal((await run()).code, 0);
        const before = await readFile(join(remote, 'north.zip'));
        await config(trouble.job ?? {});
        await trouble.spoil?.(scene);
        const night = await run('--format', 'json', ...(trouble.password === undefined ? [] : ['--wrong']));
        assert.equal(night.code, trouble.code, night.stderr);
        const summary = JSON.parse(night.stdout) as Summary;
        assert.deepEqual(
          [summary.result, summary.exitCode, summary.receipt],
          ['stopped', trouble.code, null],
        );
        assert.equal(summary.error?.code, trouble.error);
        const last = (await log()).trimEnd().split('\n').at(-1) ?? '';
        assert.match(last, new RegExp(`error Nothing was delivered for iiq: .*\\(${trouble.error}\\)$`));
        const of = { folder: scene.roster, target: 'iiq' };
        const end = lastLoggedRun((await log()).split('\n'), of)?.end;
        assert.deepEqual([end?.result, end?.exitCode], ['stopped', trouble.code]);
        assert.deepEqual(await readFile(join(remote, 'north.zip')), before);
        assert.deepEqual(await readdir(remote), ['north.zip']);
      });
    });
  }

  it('does everything but upload where it is only tried', async () => {
    await withJob(async ({ remote, roster, run, server, log }) => {
      const { code, stdout } = await run('--try');
      const logged = lastLoggedRun((await log()).split('\n'), { folder: roster, target: undefined });
      assert.equal(logged?.end?.result, 'tried');
      assert.equal(code, 0);
      assert.match(stdout, /^All is well to deliver north\.zip to iiq: 8 files, .*Nothing was sent\.\n$/);
      assert.deepEqual(await readdir(remote), []);
      assert.notDeepEqual(server.logins, []);
      assert.equal((await run('--try', '--wrong')).code, 4);
    });
  });

  it('takes over from a run that did not end, and says so in the log', async () => {
    await withJob(async ({ folder, run, log }) => {
      await mkdir(join(folder, '.oneroster'), { recursive: true });
      await writeFile(join(folder, '.oneroster', 'run.lock'), '');
      assert.equal((await run()).code, 0);
      assert.match(await log(), /warning The last run did not end/);
    });
  });

  it('goes on where whoever is to be told does not listen', async () => {
    await withJob(async ({ config, run, log }) => {
      await config({ notify: node('process.exit(1)') });
      const night = await run();
      assert.equal(night.code, 0);
      assert.match(night.stderr, /The command to notify ended with code 1/);
      assert.match(await log(), /warning The command to notify/);
    });
  });

  it('gives the command that makes the files no password, and neither the one that is told', async () => {
    await withJob(async ({ folder, config, run }) => {
      const tell = (name: string) =>
        node(
          `require('fs').writeFileSync('${join(folder, name).replaceAll('\\', '/')}', JSON.stringify(process.env))`,
        );
      await config({ prepare: tell('prepare.json'), notify: tell('notify.json') });
      assert.equal((await run()).code, 0);
      for (const name of ['prepare.json', 'notify.json']) {
        assert.ok(!(await readFile(join(folder, name), 'utf8')).includes(password), name);
      }
    });
  });
});

interface Trouble {
  readonly name: string;
  readonly code: number;
  readonly error: string;
  readonly job?: Readonly<Record<string, unknown>>;
  readonly password?: string;
  readonly spoil?: (scene: Scene) => Promise<void>;
}

interface Summary {
  readonly result: string;
  readonly exitCode: number;
  readonly receipt: { readonly package: { readonly name: string } } | null;
  readonly error: { readonly code: string } | null;
}

interface Scene {
  readonly server: PracticeServer;
  readonly folder: string;
  readonly roster: string;
  readonly remote: string;
  /** Writes the configuration with these settings of the job. */
  readonly config: (job: Readonly<Record<string, unknown>>) => Promise<void>;
  /** Runs the job; `--wrong` stands for a wrong password. */
  readonly run: (...argv: readonly string[]) => Promise<CliRun>;
  readonly log: () => Promise<string>;
}

async function withJob(work: (scene: Scene) => Promise<void>): Promise<void> {
  await inTemporaryFolder(async (base) => {
    const [remote, folder] = [join(base, 'remote'), join(base, 'local')];
    const roster = join(folder, 'north');
    await mkdir(remote, { recursive: true });
    await cp('test/rosters/clean-1.1', roster, { recursive: true });
    const server = await startPracticeServer({ folder: remote, user: 'practice', password });
    const config = (job: Readonly<Record<string, unknown>>) => {
      const targets = { iiq: { url: server.url, hostKey: server.hostKeyFingerprint } };
      return writeFile(join(folder, 'oneroster.config.json'), JSON.stringify({ targets, job }));
    };
    try {
      await config({});
      await work({
        ...{ server, folder, roster, remote, config },
        run: (...argv) => runJob(folder, argv),
        log: () => readFile(join(folder, '.oneroster', 'run.log'), 'utf8'),
      });
    } finally {
      await server.stop();
    }
  });
}

async function runJob(cwd: string, argv: readonly string[]): Promise<CliRun> {
  const secret = argv.includes('--wrong') ? 'wrong' : password;
  const env = { ...process.env, ONEROSTER_SFTP_PASSWORD: secret };
  const night = await oneroster(
    ['run', 'north', '--first-delivery', ...argv.filter((each) => each !== '--wrong')],
    { cwd, env },
  );
  assert.ok(!`${night.stdout}${night.stderr}`.includes(password), 'the password got out');
  return night;
}
