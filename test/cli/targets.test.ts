import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFiles } from '../node/support/temporary-folder';
import { createKeyPair, fingerprintOf } from '../../src/node/practice/key-pair';
import { env, withServer, type Scene } from './support/upload-scene';

/** A known_hosts file in a home folder; the text says `HOST` for the server. */
async function writeKnownHosts({ folder, server }: Scene, text: string): Promise<string> {
  const home = join(folder, 'home');
  await mkdir(join(home, '.ssh'), { recursive: true });
  const host = `[${server.host}]:${String(server.port)}`;
  await writeFile(join(home, '.ssh', 'known_hosts'), text.replaceAll('HOST', host));
  return home;
}

describe('oneroster upload and known_hosts', () => {
  const key = createKeyPair();
  const line = `HOST ${key.public}\n`;

  it('needs no --host-key where the server is known', () =>
    withServer({ hostKeyPem: key.private }, async (scene) => {
      const home = await writeKnownHosts(scene, line);
      const run = await scene.upload(['north', '--url', scene.server.url], { env, home });
      assert.equal(run.code, 0, run.stderr);
      assert.ok(run.stdout.includes(`Host key ${fingerprintOf(key.private)}`), run.stdout);
    }));

  it('ends with 4 for a changed key, with nothing sent, and goes on where --host-key names the new one', () =>
    withServer({}, async (scene) => {
      const { server, upload } = scene;
      const home = await writeKnownHosts(scene, line);
      const run = await upload(['north', '--url', server.url], { env, home });
      assert.equal(run.code, 4);
      for (const part of [
        fingerprintOf(key.private),
        server.hostKeyFingerprint,
        'known_hosts',
        'ssh-keygen -R',
      ]) {
        assert.ok(run.stderr.includes(part), run.stderr);
      }
      assert.deepEqual(server.logins, []);
      const named = ['--host-key', server.hostKeyFingerprint];
      assert.equal((await upload(['north', '--url', server.url, ...named], { env, home })).code, 0);
    }));

  it('ends with 4 for a revoked key, even where --host-key names it', () =>
    withServer({ hostKeyPem: key.private }, async (scene) => {
      const { server, upload } = scene;
      const home = await writeKnownHosts(scene, `@revoked ${line}`);
      const named = ['--host-key', server.hostKeyFingerprint];
      const run = await upload(['north', '--url', server.url, ...named], { env, home });
      assert.equal(run.code, 4);
      assert.match(run.stderr, /is revoked \(line 1 of/);
      assert.deepEqual(server.logins, []);
    }));
});

describe('oneroster upload to several targets', () => {
  it('follows the profile of each: a package with its name here, loose files there', () =>
    withServer({}, async ({ server, folder, remote, upload, run }) => {
      await mkdir(join(remote, 'DailyImport'));
      const { host, port, hostKeyFingerprint: hostKey } = server;
      const login = { host, port, user: 'practice', hostKey };
      const targets = {
        iiq: { ...login, path: '/in', profile: 'incident-iq' },
        classlink: { ...login, path: '/DailyImport', profile: 'classlink' },
        plain: { ...login, path: '/' },
      };
      await writeFiles(folder, { 'oneroster.config.json': JSON.stringify({ targets }) });
      for (const target of Object.keys(targets)) {
        const done = await upload(['north', '--target', target, '--force'], { env });
        assert.equal(done.code, 0, done.stderr);
      }
      assert.deepEqual(await readdir(join(remote, 'in')), ['OneRoster.zip']);
      const loose = await readdir(join(remote, 'DailyImport'));
      assert.ok(loose.includes('users.csv') && loose.includes('manifest.csv'), loose.join());
      for (const name of loose) {
        assert.deepEqual(
          await readFile(join(remote, 'DailyImport', name)),
          await readFile(join(folder, 'north', name)),
        );
      }
      assert.ok((await readdir(remote)).includes('north.zip'));

      const json = ['--format', 'json'];
      const done = await upload(['north', '--target', 'classlink', '--force', ...json], { env });
      const receipt = JSON.parse(done.stdout) as {
        profile: string;
        upload: { remotePath: string; files: { remotePath: string; guarantee: string }[] };
      };
      assert.equal(receipt.profile, 'classlink');
      assert.equal(receipt.upload.remotePath, '/DailyImport');
      assert.equal(receipt.upload.files.at(-1)?.remotePath, '/DailyImport/manifest.csv');
      assert.equal(receipt.upload.files.length, loose.length);

      await rm(join(remote, 'DailyImport', 'users.csv'));
      const back = await run(['rollback', 'north', '--target', 'classlink'], { env });
      assert.equal(back.code, 0, back.stderr);
      assert.match(back.stdout, /renamed one right after the other, the manifest last/);
      assert.deepEqual((await readdir(join(remote, 'DailyImport'))).sort(), [...loose].sort());
    }));

  it('says what is wrong with the profile of a target', () =>
    withServer({}, async ({ folder, upload }) => {
      const targets = { iiq: { host: 'h', user: 'u', profile: 'incident-i' } };
      await writeFiles(folder, { 'oneroster.config.json': JSON.stringify({ targets }) });
      const run = await upload(['north'], { env });
      assert.equal(run.code, 2);
      assert.match(run.stderr, /"profile" has to be .*did you mean "incident-iq"\?/);
    }));
});

describe('oneroster upload in trouble', () => {
  it('tries again where the network fails, and says so', () =>
    withServer(
      { faultsOf: (count) => (count === 1 ? { cutAfterBytes: 100 } : {}) },
      async ({ server, upload }) => {
        const argv = ['north', '--url', server.url, '--host-key', server.hostKeyFingerprint];
        const run = await upload(argv, { env, retryDelays: [1] });
        assert.equal(run.code, 0, run.stderr);
        assert.match(run.stderr, /was lost while it was in use\. Trying again in 0\.001 s\./);
      },
    ));

  it('says how the package came to its name', () =>
    withServer({ faults: { noPosixRename: true } }, async ({ server, upload }) => {
      const argv = ['north', '--url', server.url, '--host-key', server.hostKeyFingerprint];
      assert.match((await upload(argv, { env })).stdout, /there was no package before/);
      assert.match((await upload(argv, { env })).stdout, /moved aside first and then removed/);
    }));
});

describe('oneroster remote', () => {
  it('lists names, sizes and times', () =>
    withServer({}, async ({ server, remote, run }) => {
      await writeFile(join(remote, 'in', 'OneRoster.zip'), 'x'.repeat(1234));
      await mkdir(join(remote, 'in', 'done'));
      const argv = ['remote', '--url', `${server.url}/in`, '--host-key', server.hostKeyFingerprint];
      const text = await run(argv, { env });
      assert.equal(text.code, 0, text.stderr);
      assert.match(text.stdout, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ {2}1,234 bytes {2}OneRoster\.zip$/m);
      assert.match(text.stdout, /Z {2} *folder {2}done\/$/m);
      const json = await run([...argv, '--format', 'json'], { env });
      const { folder, entries } = JSON.parse(json.stdout) as {
        folder: string;
        entries: { name: string; kind: string; size: number; changed: string }[];
      };
      assert.equal(folder, '/in');
      assert.deepEqual(
        entries.map(({ name, kind }) => [name, kind]),
        [
          ['OneRoster.zip', 'file'],
          ['done', 'folder'],
        ],
      );
      assert.deepEqual(
        [entries[0]?.size, Number.isNaN(Date.parse(entries[0]?.changed ?? ''))],
        [1234, false],
      );
      assert.ok(!server.requests.some((request) => /OPEN |REMOVE|RENAME|MKDIR/.test(request)));
    }));

  it('ends with 4 where the folder is not there or may not be listed', () =>
    withServer({ faults: { denyList: true } }, async ({ server, run }) => {
      const argv = ['remote', '--url', `${server.url}/in`, '--host-key', server.hostKeyFingerprint];
      const denied = await run(argv, { env });
      assert.equal(denied.code, 4);
      assert.match(denied.stderr, /does not let this user list the folder/);
      assert.equal((await run(argv.slice(0, 3), { env })).code, 4);
      assert.equal((await run(['remote', '--url', server.url, '--password', 'x'], { env })).code, 2);
    }));
});

describe('oneroster upload --watch', () => {
  const watched = async ({ server, upload }: Scene, minutes: string, signal?: AbortSignal) =>
    upload(
      ['north', '--url', `${server.url}/in`, '--host-key', server.hostKeyFingerprint, '--watch', minutes],
      { env, watchInterval: 1, ...(signal === undefined ? {} : { signal }) },
    );

  /** Does something to the package at the third look. */
  async function atThirdLook(work: (path: string) => Promise<unknown>): Promise<string> {
    let looks = 0;
    let scene: Scene | undefined;
    let stderr = '';
    await withServer(
      {
        faults: {
          at: (_, name) => {
            if (name === 'STAT' && scene !== undefined && ++looks === 4)
              void work(join(scene.remote, 'in', 'north.zip'));
            return undefined;
          },
        },
      },
      async (started) => {
        scene = started;
        const run = await watched(started, '600');
        assert.equal(run.code, 0, run.stderr);
        assert.match(run.stdout, /^Uploaded north\.zip/);
        stderr = run.stderr;
      },
    );
    return stderr;
  }

  it('says that the package has been collected', async () => {
    assert.match(await atThirdLook((path) => rm(path)), /"\/in\/north\.zip" has been collected\./);
  });

  it('says that another file is in its place', async () => {
    assert.match(
      await atThirdLook((path) => writeFile(path, 'other')),
      /has been replaced by another file\./,
    );
  });

  it('says that it is still there when the time is up', () =>
    withServer({}, async (scene) => {
      const run = await watched(scene, '0');
      assert.equal(run.code, 0);
      assert.match(run.stderr, /is still there after 0 min/);
    }));

  it('does not call a delivery failed because it cannot be watched', () =>
    withServer({ faultsOf: (count) => (count > 1 ? { at: () => 'refuse' } : {}) }, async (scene) => {
      const run = await watched(scene, '10');
      assert.equal(run.code, 0);
      assert.match(run.stderr, /is delivered, but could not be watched\./);
    }));
});
