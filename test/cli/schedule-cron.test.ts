// The nightly job as a computer runs it: by cron's own daemon, as another user, with next to nothing in its environment, to
// OpenSSH's own server.
import assert from 'node:assert/strict';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import JSZip from 'jszip';
import { findSshd, startOpensshServer, type OpensshServer } from '../node/sftp/openssh-server';
import { until } from '../support/until';
import { missingForCron, startCronWorld, type CronWorld, type Ended } from './support/cron-world';

const sshd = findSshd();
const missing = missingForCron ?? (sshd === undefined ? 'no sshd on this machine' : undefined);

describe(`a job of another user${missing === undefined ? '' : ` (NOT RUN: ${missing})`}`, () => {
  let world: CronWorld;
  let server: OpensshServer;
  const stops: (() => Promise<void>)[] = [];
  const paths = { roster: '', log: '' };

  before(async function () {
    if (missing !== undefined || sshd === undefined) return this.skip();
    server = await startOpensshServer(sshd);
    stops.push(server.stop);
    world = await startCronWorld();
    stops.push(world.stop);
    paths.roster = join(world.home, 'north');
    paths.log = join(world.home, '.oneroster', 'run.log');
    await cp('test/rosters/clean-1.1', paths.roster, { recursive: true });
    await writeFile(join(world.home, 'key'), server.privateKey, { mode: 0o600 });
    const url = `sftp://${server.user}@127.0.0.1:${String(server.port)}${server.folder}`;
    const targets = { iiq: { url, hostKey: server.hostKeyFingerprint, keyFile: 'key' } };
    await writeFile(join(world.home, 'oneroster.config.json'), JSON.stringify({ targets }));
    await mkdir(join(world.home, 'job'));
    await world.giveHome();
    const first = await oneroster('upload', 'north', '--first-delivery');
    assert.equal(first.code, 0, first.stderr);
  });

  after(async () => {
    for (const stop of stops) await stop();
  });

  it('delivers where its environment is empty', async () => {
    await changeRoster('Edwards');
    const [, , line = ''] = (await cronLines(new Date(0))).split('\n');
    const command = line.replace(/^(?:\S+ ){5}/, '').replaceAll('\\%', '%');
    const { code, stdout, stderr } = await world.run(['/bin/sh', '-c', command]);
    assert.equal(code, 0, stderr);
    assert.match(stdout, /^Delivered north\.zip to iiq: .*1 changed/);
    await demandDelivered();
  });

  it('delivers when cron starts it', async function () {
    this.timeout(150_000);
    await changeRoster('Fitzgerald');
    const before = (await summaries()).length;
    const lines = await installForNextMinute();
    assert.equal((await world.run(['crontab', '-l'])).stdout, lines);
    await until(async () => (await summaries()).length > before, 'the job to be run', 120_000);
    assert.match((await summaries()).at(-1) ?? '', / info Delivered north\.zip to iiq: .*1 changed/);
    await demandDelivered();
  });

  describe('in a crontab with lines of others', () => {
    const id = 'oneroster-nightly';
    // Bytes that are no text are somebody's, too.
    const others = Buffer.from(
      'MAILTO=""\n# Mine: 100 % \xe9\n\n  7 3 1 1 *\ttrue  \n@yearly true',
      'latin1',
    );

    before(async () => {
      await writeFile(join(world.home, 'others'), Buffer.concat([others, Buffer.from('\n')]));
      assert.equal((await world.run(['crontab', 'others'])).code, 0);
    });

    it('is installed, listed, run now, disabled, enabled for another time and removed', async () => {
      assert.match((await act('install', '--time', '4:45')).stdout, /^oneroster-nightly is in your crontab/);
      assert.match(await live(), /^45 4 \* \* \* cd .*north/m);
      assert.match((await act('status')).stdout, /^In your crontab:\n(?:.*\n)+45 4 /);
      await changeRoster('Galloway');
      assert.match((await act('run')).stdout, /^Delivered north\.zip to iiq/);
      await demandDelivered();
      await act('disable');
      assert.doesNotMatch(await live(), /cli\.js/);
      assert.match((await act('status')).stdout, /^Disabled:\n(?:.*\n)+# disabled: 45 4 /);
      await act('enable');
      assert.match(await live(), /^45 4 \* \* \* cd .*north/m);
      await act('disable');
      await act('install', '--time', '5:10');
      assert.match(await live(), /^10 5 /m);
      await demandOthers();
      await act('remove');
      assert.deepEqual(await listed(), await readFile(join(world.home, 'others')));
    });

    it('is beside other jobs of the same kind', async () => {
      await act('install');
      await act('install', '--name', 'Second');
      await act('remove');
      const jobs = (await listed()).toString().match(/(?<=# OneRoster begins: ).*/g);
      assert.deepEqual(jobs, ['oneroster-second']);
      await demandOthers();
      await act('remove', '--name', 'Second');
    });

    it('is not there: nothing is changed, and what there is is named', async () => {
      await act('install', '--name', 'Second');
      const crontab = await listed();
      for (const action of ['disable', 'enable', 'remove', 'status', 'run']) {
        const { code, stderr } = await tryTo(action);
        assert.equal(code, 2, action);
        assert.match(stderr, /oneroster-nightly is not in your crontab[^]*oneroster-second/);
      }
      assert.deepEqual(await listed(), crontab);
      await act('remove', '--name', 'Second');
    });

    it('cannot be told from other lines: nothing is changed', async () => {
      await writeFile(join(world.home, 'broken'), `# OneRoster begins: ${id}\n1 2 3 4 * true\n`);
      await world.run(['crontab', 'broken']);
      const crontab = await listed();
      for (const action of ['install', 'remove']) {
        assert.match((await tryTo(action)).stderr, /marks of OneRoster that do not belong together/);
      }
      assert.deepEqual(await listed(), crontab);
    });

    it('is the first of an account that has none', async () => {
      await world.run(['crontab', '-r']);
      await act('install');
      assert.match(await live(), /^30 23 /);
      await act('remove');
      assert.equal((await listed()).length, 0);
    });

    const tryTo = (action: string, ...options: readonly string[]) =>
      oneroster(
        ...['schedule', 'north', '--scheduler', 'cron', '--name', 'Nightly', '--action', action],
        ...options,
      );

    async function act(action: string, ...options: readonly string[]): Promise<Ended> {
      const ended = await tryTo(action, ...options);
      assert.equal(ended.code, 0, `${action}: ${ended.stderr}`);
      return ended;
    }

    /** The crontab, byte for byte. */
    async function listed(): Promise<Buffer> {
      const { code } = await world.run(['sh', '-c', 'crontab -l > listed']);
      assert.equal(code, 0);
      return readFile(join(world.home, 'listed'));
    }

    /** The lines of the crontab that cron does something with. */
    async function live(): Promise<string> {
      const lines = (await listed()).toString('latin1').split('\n');
      return lines.filter((line) => /^[\d@]/.test(line)).join('\n');
    }

    async function demandOthers(): Promise<void> {
      const start = (await listed()).subarray(0, others.length);
      assert.deepEqual(start, others);
    }
  });

  const oneroster = (...args: readonly string[]) => world.run([...world.oneroster, ...args]);

  /** Gives somebody another family name. */
  async function changeRoster(name: string): Promise<void> {
    const users = join(paths.roster, 'users.csv');
    const text = await readFile(users, 'utf8');
    await writeFile(users, text.replace(/(?<=,June,)\w+/, name));
  }

  /** What has to go into the crontab for a time of the daemon's clock. */
  async function cronLines(due: Date): Promise<string> {
    const time = due.toISOString().slice(11, 16);
    const options = ['--scheduler', 'cron', '--name', 'Nightly', '--output', 'job', '--time', time];
    const { code, stderr } = await oneroster('schedule', 'north', ...options);
    assert.equal(code, 0, stderr);
    return readFile(join(world.home, 'job', 'oneroster-nightly.cron'), 'utf8');
  }

  /** The daemon reads crontabs when a minute begins; should it have begun in the meantime, the next one is meant. */
  async function installForNextMinute(): Promise<string> {
    for (;;) {
      const due = new Date(Math.ceil(world.clock().getTime() / 60_000) * 60_000);
      const lines = await cronLines(due);
      const { code, stderr } = await world.run(['crontab', 'job/oneroster-nightly.cron']);
      assert.equal(code, 0, stderr);
      if (world.clock() < due) return lines;
    }
  }

  /** The lines of the log that say how a run went. */
  async function summaries(): Promise<readonly string[]> {
    const log = await readFile(paths.log, 'utf8').catch(() => '');
    return log.split('\n').filter((line) => /(?:Delivered|Nothing was delivered)/.test(line));
  }

  /** The package at the server is the roster with its last change. */
  async function demandDelivered(): Promise<void> {
    const delivered = await JSZip.loadAsync(await readFile(join(server.folder, 'north.zip')));
    assert.equal(
      await delivered.file('users.csv')?.async('string'),
      await readFile(join(paths.roster, 'users.csv'), 'utf8'),
    );
  }
});
