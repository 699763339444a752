import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ssh2 from 'ssh2';
import { writeFiles } from '../node/support/temporary-folder';
import { oneroster } from './support/run-cli';
import { env, password, withServer } from './support/upload-scene';

describe('oneroster upload', () => {
  it('packages a roster, uploads it, and writes a receipt without secrets', async () => {
    await withServer({}, async ({ server, remote, upload }) => {
      const argv = ['north', '--url', `${server.url}/in`, '--host-key', server.hostKeyFingerprint];
      const run = await upload([...argv, '--format', 'json'], { env });
      assert.equal(run.code, 0, run.stderr);
      const bytes = await readFile(join(remote, 'in', 'north.zip'));
      const { time, tool, files, ...receipt } = asReceipt(run.stdout);
      assert.match(String(time), /^\d{4}-\d{2}-\d{2}T.*Z$/);
      assert.ok(tool !== undefined && Array.isArray(files) && files.length === 8);
      assert.deepEqual(receipt, {
        dryRun: false,
        version: '1.1',
        profile: 'standard',
        rules: {},
        package: {
          name: 'north.zip',
          bytes: bytes.length,
          sha256: createHash('sha256').update(bytes).digest('hex'),
        },
        target: {
          name: server.host,
          host: server.host,
          port: server.port,
          user: 'practice',
          path: '/in',
          hostKey: server.hostKeyFingerprint,
        },
        upload: { remotePath: '/in/north.zip', replaced: false, guarantee: 'posix-rename' },
      });
      const again = await upload(argv, { env });
      assert.match(again.stdout, /^Uploaded north\.zip \(8 files, .*, in place of the previous one\.\n/);
      assert.deepEqual(await readdir(join(remote, 'in')), ['north.zip']);
    });
  });

  it('uploads a ready zip as it is, by the name it has', async () => {
    await withServer({}, async ({ server, remote, folder, upload }) => {
      await oneroster(['package', 'north'], { cwd: folder });
      const place = ['--url', server.url, '--host-key', server.hostKeyFingerprint];
      const run = await upload(['north.zip', ...place], { env });
      assert.equal(run.code, 0, run.stderr);
      assert.deepEqual(await readFile(join(remote, 'north.zip')), await readFile(join(folder, 'north.zip')));
      const misnamed = await upload(['north.zip', ...place, '--profile', 'incident-iq'], { env });
      assert.equal(misnamed.code, 1);
      assert.match(misnamed.stderr, /wrong-zip-name[\s\S]*so it was not uploaded/);
      assert.equal(
        (await upload(['north.zip', ...place, '--profile', 'incident-iq', '--force'], { env })).code,
        0,
      );
    });
  });

  it('does not know a host key by itself: it shows it and names the option', async () => {
    await withServer({}, async ({ server, upload }) => {
      const run = await upload(['north', '--url', server.url], { env });
      assert.equal(run.code, 4);
      assert.ok(run.stderr.includes(`--host-key ${server.hostKeyFingerprint}`), run.stderr);
      const other = `SHA256:${'A'.repeat(43)}`;
      assert.equal((await upload(['north', '--url', server.url, '--host-key', other], { env })).code, 4);
      assert.deepEqual([...server.logins], []);
    });
  });

  it('reads the password from standard input, and ends with 4 where it is wrong', async () => {
    await withServer({}, async ({ server, upload }) => {
      const argv = [
        'north',
        '--url',
        server.url,
        '--host-key',
        server.hostKeyFingerprint,
        '--password-stdin',
      ];
      assert.equal((await upload(argv, { stdin: `${password}\r\nmore` })).code, 0);
      const wrong = await upload(argv, { stdin: 'wrong-one' });
      assert.equal(wrong.code, 4);
      assert.match(wrong.stderr, /refused the user or the password/);
      assert.ok(!wrong.stderr.includes('wrong-one'));
      const empty = await upload(argv, { stdin: '\n' });
      assert.equal(empty.code, 2);
      assert.match(empty.stderr, /Standard input holds no password/);
    });
  });

  it('takes a target of the configuration, and a key', async () => {
    const key = ssh2.utils.generateKeyPairSync('ed25519');
    await withServer(
      { methods: ['publickey'], authorizedKey: key.public },
      async ({ server, remote, folder, upload }) => {
        const { host, port, hostKeyFingerprint: hostKey } = server;
        const target = { host, port, user: 'practice', path: 'in', hostKey, keyFile: 'id' };
        await writeFiles(folder, { 'oneroster.config.json': JSON.stringify({ targets: { iiq: target } }) });
        await writeFile(join(folder, 'id'), key.private, { mode: 0o600 });
        for (const argv of [[], ['--target', 'iiq'], ['--key', 'id']]) {
          const run = await upload(['north', ...argv]);
          assert.equal(run.code, 0, run.stderr);
          assert.deepEqual(await readdir(join(remote, 'in')), ['north.zip']);
        }
        const missing = await upload(['north', '--key', 'nothing']);
        assert.equal(missing.code, 2);
        assert.match(missing.stderr, /private key .*nothing cannot be read: it is not there/);
      },
    );
  });

  it('says in a dry run what it would do, without connecting and without a password', async () => {
    await withServer({}, async ({ server, upload }) => {
      const run = await upload(['north', '--url', `${server.url}/in`, '--dry-run']);
      assert.equal(run.code, 0, run.stderr);
      assert.match(
        run.stdout,
        /^Would upload north\.zip \(8 files, .*\) to 127\.0\.0\.1:\d+, folder \/in\. Nothing was sent\./,
      );
      const json = await upload(['north', '--url', server.url, '--dry-run', '--format', 'json']);
      const receipt = asReceipt(json.stdout);
      assert.deepEqual([receipt['dryRun'], receipt['upload']], [true, undefined]);
      assert.equal(server.connections(), 0);
    });
  });

  it('ends with 4 where the server is away, has no such folder, or loses the line', async () => {
    await withServer({ faults: { cutAfterBytes: 500 } }, async ({ server, remote, upload }) => {
      const place = ['--host-key', server.hostKeyFingerprint];
      const cut = await upload(['north', '--url', server.url, ...place], { env });
      assert.equal(cut.code, 4, cut.stderr);
      const lost = await upload(['north', '--url', `${server.url}/no/folder`, ...place], { env });
      assert.equal(lost.code, 4);
      assert.match(lost.stderr, /no\/folder/);
      assert.ok(!(await readdir(remote)).includes('north.zip'));
      await server.stop();
      assert.equal((await upload(['north', '--url', server.url, ...place], { env })).code, 4);
    });
  });

  it('does not connect for a roster with errors, and ends with 130 when it is cancelled', async () => {
    await withServer({}, async ({ server, folder, upload }) => {
      await writeFile(join(folder, 'north', 'orgs.csv'), 'sourcedId\n');
      const argv = ['north', '--url', server.url, '--host-key', server.hostKeyFingerprint];
      assert.equal((await upload(argv, { env })).code, 1);
      assert.equal((await upload(argv, { env, signal: AbortSignal.abort() })).code, 130);
      assert.equal(server.connections(), 0);
    });
  });
});

function asReceipt(text: string): Readonly<Record<string, unknown>> {
  const receipt: unknown = JSON.parse(text);
  assert.ok(typeof receipt === 'object' && receipt !== null);
  return Object.fromEntries(Object.entries(receipt));
}
