import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cleanFiles } from '../../scripts/sample-district/planted-district.mjs';
import { inTemporaryFolder } from '../node/support/temporary-folder';
import { startPracticeServer } from '../support/practice-server';
import { oneroster, type CliRun } from './support/run-cli';

const password = 'S3cret-Pass-W0rd';

describe('the change gate on the command line', () => {
  it('stops a first delivery until somebody says that it is one', async () => {
    await withServer(async ({ run, remote }) => {
      const first = await run('upload');
      assert.equal(first.code, 3, first.stderr);
      assert.match(first.stderr, /Nothing has been delivered to this target[\s\S]*--first-delivery/);
      await assert.rejects(readFile(remote));
      const agreed = await run('upload', '--first-delivery');
      assert.equal(agreed.code, 0, agreed.stderr);
      assert.equal((await run('upload')).code, 0);
    });
  });

  it('stops half an export, says what would be lost, and names the option that agrees to it', async () => {
    await withServer(async ({ run, remote, cut }) => {
      await run('upload', '--first-delivery');
      const before = await readFile(remote);
      const removed = await cut();
      for (const command of ['upload', 'run']) {
        const stopped = await run(command, '--format', 'json');
        assert.equal(stopped.code, 3, stopped.stderr);
        assert.match(`${stopped.stdout}${stopped.stderr}`, /enrollments\.csv/);
        assert.ok(stopped.stderr.includes(`--allow-removals ${String(removed)}`), stopped.stderr);
      }
      assert.equal((await run('upload', '--allow-removals', String(removed - 1))).code, 3);
      assert.deepEqual(await readFile(remote), before);
      const agreed = await run(
        ...['upload', '--allow-removals', String(removed), '--reason', 'The school year is over'],
        ...['--format', 'json'],
      );
      assert.equal(agreed.code, 0, agreed.stderr);
      const receipt = JSON.parse(agreed.stdout) as Receipt;
      assert.equal(receipt.reason, 'The school year is over');
      const change = receipt.changes.find(({ file }) => file === 'enrollments.csv');
      assert.equal(change?.removed, removed);
    });
  });

  it('does not ask a rollback, and counts from what that has put there', async () => {
    await withServer(async ({ run, cut }) => {
      await run('upload', '--first-delivery');
      const removed = await cut();
      await run('upload', '--allow-removals', String(removed));
      assert.equal((await run('rollback')).code, 0);
      assert.equal((await run('upload')).code, 3);
    });
  });

  it('lets nothing pass on a blackout date without a word', async () => {
    await withServer(async ({ run, config }) => {
      await config({ blackout: [{ from: '2020-07-01', until: '2999-07-31', reason: 'Rollover' }] });
      const argv = ['upload', '--first-delivery'] as const;
      const stopped = await run(...argv);
      assert.equal(stopped.code, 3);
      assert.match(stopped.stderr, /Rollover[\s\S]*--despite-blackout/);
      assert.equal((await run(...argv, '--despite-blackout')).code, 0);
    });
  });
});

interface Receipt {
  readonly reason?: string;
  readonly changes: readonly { readonly file: string; readonly removed: number }[];
}

interface Scene {
  /** The package on the server. */
  readonly remote: string;
  /** Runs a command on the roster `north`. */
  readonly run: (command: string, ...argv: readonly string[]) => Promise<CliRun>;
  /** Leaves out all enrollments but the first; gives the number of those that are gone. */
  readonly cut: () => Promise<number>;
  readonly config: (more: Readonly<Record<string, unknown>>) => Promise<void>;
}

async function withServer(work: (scene: Scene) => Promise<void>): Promise<void> {
  await inTemporaryFolder(async (base) => {
    const [served, folder] = [join(base, 'remote'), join(base, 'local')];
    await mkdir(served, { recursive: true });
    await mkdir(join(folder, 'north'), { recursive: true });
    for (const [file, text] of cleanFiles()) await writeFile(join(folder, 'north', file), text);
    const server = await startPracticeServer({ folder: served, user: 'practice', password });
    const config = (more: Readonly<Record<string, unknown>>) => {
      const targets = { iiq: { url: server.url, hostKey: server.hostKeyFingerprint } };
      return writeFile(join(folder, 'oneroster.config.json'), JSON.stringify({ targets, ...more }));
    };
    try {
      await config({});
      await work({
        remote: join(served, 'north.zip'),
        run: (command, ...argv) =>
          oneroster([command, 'north', ...argv], { cwd: folder, env: { ONEROSTER_SFTP_PASSWORD: password } }),
        cut: () => cutEnrollments(join(folder, 'north', 'enrollments.csv')),
        config,
      });
    } finally {
      await server.stop();
    }
  });
}

async function cutEnrollments(path: string): Promise<number> {
  const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
  await writeFile(path, `${lines.slice(0, 2).join('\n')}\n`);
  return lines.length - 2;
}
