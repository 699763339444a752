import assert from 'node:assert/strict';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inTemporaryFolder } from '../node/support/temporary-folder';
import { startPracticeServer, type PracticeServer } from '../support/practice-server';
import { oneroster, type CliRun } from './support/run-cli';

const password = 'S3cret-Pass-W0rd';

describe('oneroster history', () => {
  it('lists what was uploaded, the latest first, as text and as JSON', async () => {
    await withServer(async ({ run, upload, spoil }) => {
      assert.match((await run('history', 'north')).stdout, /^Nothing has been delivered/);
      await upload();
      await spoil();
      await upload();
      const { stdout } = await run('history', 'north');
      assert.equal(stdout.match(/north\.zip: 8 files/g)?.length, 2);
      const list = deliveriesOf(await run('history', 'north', '--format', 'json'));
      assert.equal(list.length, 2);
      assert.ok((list[0]?.receipt.time ?? '') > (list[1]?.receipt.time ?? ''));
      assert.ok(list.every((each) => each.package !== null));
    });
  });

  it('has nothing of an upload that failed or was only tried', async () => {
    await withServer(async ({ run, upload }) => {
      assert.equal((await upload('--dry-run')).code, 0);
      assert.equal((await upload('--host-key', `SHA256:${'A'.repeat(43)}`)).code, 4);
      assert.match((await run('history', 'north')).stdout, /^Nothing has been delivered/);
    });
  });

  it('names a receipt that it cannot understand, and lists the others', async () => {
    await withServer(async ({ folder, run, upload }) => {
      await upload();
      await upload();
      const [latest] = deliveriesOf(await run('history', 'north', '--format', 'json'));
      const path = join(folder, 'north', '.oneroster', 'deliveries', `${latest?.id ?? ''}.json`);
      await writeFile(path, '{');
      const after = await run('history', 'north', '--format', 'json');
      assert.equal(deliveriesOf(after).length, 1);
      assert.ok(after.stderr.includes(path));
    });
  });
});

describe('oneroster rollback', () => {
  it('gives the server back what it had before', async () => {
    await withServer(async ({ remote, run, upload, spoil, place }) => {
      await upload();
      const first = await readFile(join(remote, 'north.zip'));
      await spoil();
      await upload();
      assert.notDeepEqual(await readFile(join(remote, 'north.zip')), first);
      const back = await run('rollback', 'north', ...place, '--reason', 'The export was cut short');
      assert.equal(back.code, 0, back.stderr);
      assert.deepEqual(await readFile(join(remote, 'north.zip')), first);
      assert.deepEqual(await readdir(remote), ['north.zip']);
      const [latest] = deliveriesOf(await run('history', 'north', '--format', 'json'));
      assert.equal(latest?.receipt.reason, 'The export was cut short');
      const list = deliveriesOf(await run('history', 'north', '--format', 'json'));
      assert.equal(latest.receipt.rollbackTo, list.at(-1)?.id);
      assert.ok((await run('history', 'north')).stdout.includes(`A rollback to ${list.at(-1)?.id ?? ''}`));
    });
  });

  it('goes to the delivery that is named, and refuses one that is not there or no longer what it was', async () => {
    await withServer(async ({ remote, run, upload, spoil, place }) => {
      const none = await run('rollback', 'north', ...place);
      assert.equal(none.code, 2);
      assert.match(none.stderr, /no earlier delivery/);
      await upload();
      const first = await readFile(join(remote, 'north.zip'));
      await spoil();
      for (let times = 0; times < 2; times++) await upload();
      const list = deliveriesOf(await run('history', 'north', '--format', 'json'));
      const oldest = list.at(-1);
      const named = await run('rollback', 'north', ...place, '--to', oldest?.id ?? '');
      assert.equal(named.code, 0, named.stderr);
      assert.deepEqual(await readFile(join(remote, 'north.zip')), first);
      assert.equal((await run('rollback', 'north', ...place, '--to', 'other')).code, 2);
      await writeFile(oldest?.package ?? '', 'spoilt');
      const spoilt = await run('rollback', 'north', ...place, '--to', oldest?.id ?? '');
      assert.equal(spoilt.code, 2);
      assert.match(spoilt.stderr, /its SHA-256 is another/);
      await rm(oldest?.package ?? '');
      const gone = await run('rollback', 'north', ...place, '--to', oldest?.id ?? '');
      assert.match(gone.stderr, /no longer kept/);
    });
  });
});

interface ListedDelivery {
  readonly id: string;
  readonly package: string | null;
  readonly receipt: { readonly time: string; readonly reason?: string; readonly rollbackTo?: string };
}

function deliveriesOf({ stdout }: CliRun): readonly ListedDelivery[] {
  return (JSON.parse(stdout) as { readonly deliveries: readonly ListedDelivery[] }).deliveries;
}

interface Scene {
  readonly remote: string;
  readonly folder: string;
  /** The options that name the practice server. */
  readonly place: readonly string[];
  readonly run: (...argv: readonly string[]) => Promise<CliRun>;
  /** Uploads the roster `north`. */
  readonly upload: (...more: readonly string[]) => Promise<CliRun>;
  /** Gives the roster another text. */
  readonly spoil: () => Promise<void>;
}

async function withServer(work: (scene: Scene) => Promise<void>): Promise<void> {
  await inTemporaryFolder(async (base) => {
    const remote = join(base, 'remote');
    const folder = join(base, 'local');
    await mkdir(remote, { recursive: true });
    await cp('test/rosters/clean-1.1', join(folder, 'north'), { recursive: true });
    const server = await startPracticeServer({ folder: remote, user: 'practice', password });
    try {
      await work(sceneOf(server, remote, folder));
    } finally {
      await server.stop();
    }
  });
}

function sceneOf(server: PracticeServer, remote: string, folder: string): Scene {
  const place = ['--url', server.url, '--host-key', server.hostKeyFingerprint];
  const run = (...argv: readonly string[]) =>
    oneroster(argv, { cwd: folder, env: { ONEROSTER_SFTP_PASSWORD: password } });
  return {
    remote,
    folder,
    place,
    run,
    upload: (...more) =>
      run(
        'upload',
        'north',
        '--first-delivery',
        ...(more.includes('--host-key') ? ['--url', server.url] : place),
        ...more,
      ),
    async spoil() {
      const users = join(folder, 'north', 'users.csv');
      await writeFile(users, (await readFile(users, 'utf8')).replace('Ada', 'Adah'));
    },
  };
}
