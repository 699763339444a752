import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { sentence } from '../../../src/core/text/say';
import { deliverFiles, type DeliverOptions } from '../../../src/node/sftp/deliver-files';
import { openSftpSession } from '../../../src/node/sftp/open-sftp-session';
import { withRetries, type Retry } from '../../../src/node/sftp/with-retries';
import { startPracticeServer, type PracticeFaults, type PracticeServer } from '../../support/practice-server';
import { createKeyPair } from '../../../src/node/practice/key-pair';
import {
  demandFiles,
  makeFile,
  password,
  patient,
  rejectsWith,
  user,
  withServer,
  type Practice,
} from './practice';

const fileName = 'OneRoster.zip';
const old = Buffer.from('the package that was delivered before');
const delays = [1, 2, 3];

/** The first connections have these faults, those after them none. */
function faultsInTurn(...faults: readonly PracticeFaults[]) {
  return { faultsOf: (connection: number) => faults[connection - 1] ?? {} };
}

async function deliverTo(
  { options, local, folder }: Practice,
  more: Partial<DeliverOptions> = {},
): Promise<{ readonly content: Buffer; readonly delivering: ReturnType<typeof deliverFiles> }> {
  const { path, content } = await makeFile(local, 'new.zip', 200_001);
  await writeFile(join(folder, fileName), old);
  const files = [{ path, name: fileName }];
  return { content, delivering: deliverFiles({ open: options, files, remoteFolder: '.', delays, ...more }) };
}

describe('withRetries', () => {
  it('does it again after trouble with the network, one connection at a time, with the secret fetched once', () =>
    withServer(
      faultsInTurn({ cutAfterBytes: 0 }, { cutAfterBytes: 100_000 }, { cutAfterRename: true }),
      async (practice) => {
        const retries: Retry[] = [];
        const onRetry = (retry: Retry) => retries.push(retry);
        const { content, delivering } = await deliverTo(practice, { onRetry });
        const { files, hostKey } = await delivering;
        assert.deepEqual(
          retries.map(({ error, milliseconds }) => [error.code, milliseconds]),
          delays.map((delay) => ['connection-lost', delay]),
        );
        assert.equal(hostKey, practice.server.hostKeyFingerprint);
        assert.deepEqual([files[0]?.replaced, files[0]?.guarantee], [true, 'posix-rename']);
        await demandFiles(practice.folder, { [fileName]: content });
        assert.equal(practice.server.connections(), 4);
        assert.equal(practice.server.mostAtOnce(), 1);
        assert.equal(practice.reads(), 1);
      },
    ));

  it('gives up after the last wait, with the last error', () =>
    withServer({ faults: { cutAfterBytes: 0 } }, async (practice) => {
      const { delivering } = await deliverTo(practice);
      await rejectsWith('connection-lost', delivering);
      assert.equal(practice.server.connections(), delays.length + 1);
      assert.deepEqual(await readFile(join(practice.folder, fileName)), old);
    }));

  it('clears away what earlier tries have left', () =>
    withServer(
      faultsInTurn({ at: (_, name) => (name === 'CLOSE' ? 'cut' : undefined) }),
      async (practice) => {
        const { content, delivering } = await deliverTo(practice);
        await delivering;
        await demandFiles(practice.folder, { [fileName]: content });
      },
    ));

  it('waits for a server that is just being started', () =>
    withServer({}, async (practice) => {
      const { server, folder } = practice;
      await server.stop();
      const { hostKeyPem, port } = server;
      const started: Promise<PracticeServer>[] = [];
      const onRetry = () => {
        if (started.length === 0)
          started.push(startPracticeServer({ folder, user, password, hostKeyPem, port }));
      };
      try {
        const waits = [1, 50, 500, 5_000];
        const { content, delivering } = await deliverTo(practice, { onRetry, delays: waits });
        await delivering;
        await demandFiles(folder, { [fileName]: content });
      } finally {
        for (const starting of started) await (await starting).stop();
      }
    }));

  it('tries no login again, whatever it failed with', async () => {
    await withServer({ password: 'another' }, async (practice) => {
      const { delivering } = await deliverTo(practice);
      await rejectsWith('login-refused', delivering);
      assert.deepEqual(practice.server.logins, ['none', 'password']);
    });
    await withServer({ silentFrom: 'login-sent' }, async (practice) => {
      const opening = { ...practice.options, timeouts: { ...patient, login: 300 } };
      await rejectsWith(
        'connection-timeout',
        withRetries(opening, async () => undefined, { delays }),
      );
      assert.deepEqual(practice.server.logins, ['none', 'password']);
    });
  });

  it('tries nothing again that the server has refused', () =>
    withServer({ faults: { readOnly: true } }, async (practice) => {
      const { delivering } = await deliverTo(practice);
      await rejectsWith('remote-permission', delivering);
      assert.equal(practice.server.connections(), 1);
    }));

  it('refuses another host key on the second connection, although a person had accepted the first', () =>
    withServer(
      { ...faultsInTurn({ cutAfterBytes: 0 }), laterHostKeyPem: createKeyPair().private },
      async (practice) => {
        const { hostKey, ...target } = practice.options.target;
        let asked = 0;
        const ask = async () => ++asked > 0;
        const { delivering } = await deliverTo(practice, {
          open: { ...practice.options, target, hostKey: { ask } },
        });
        const error = await rejectsWith('host-key-changed', delivering);
        assert.ok(error.message.includes(hostKey ?? '?'));
        assert.equal(asked, 1);
        assert.deepEqual(practice.server.logins, ['none', 'password']);
        assert.deepEqual(await readFile(join(practice.folder, fileName)), old);
      },
    ));

  it('is cancelled during a wait', () =>
    withServer({ faults: { cutAfterBytes: 0 } }, async (practice) => {
      const cancel = new AbortController();
      const { delivering } = await deliverTo(practice, {
        open: { ...practice.options, signal: cancel.signal },
        delays: [3_600_000],
        onRetry: () => setImmediate(() => cancel.abort()),
      });
      await rejectsWith('cancelled', delivering);
      assert.equal(practice.server.connections(), 1);
    }));

  it('notices by its keepalive that a server has gone', () =>
    withServer({}, async ({ server, options }) => {
      const { port, hang, close } = await startHangingLine(server.port);
      const timeouts = { ...patient, keepalive: 50 };
      const session = await openSftpSession({ ...options, target: { ...options.target, port }, timeouts });
      try {
        hang();
        const step = { doing: sentence('list'), path: '/' };
        await rejectsWith(
          'connection-lost',
          session.run(step, () => session.client.list('/')),
        );
      } finally {
        await session.close();
        close();
      }
    }));
});

describe('a server without posix-rename', () => {
  it('puts back on the next try what a cut had left moved aside, and then replaces it', () =>
    withServer(
      faultsInTurn({ noPosixRename: true, cutAfterRename: true }, { noPosixRename: true }),
      async (practice) => {
        const { content, delivering } = await deliverTo(practice);
        const { files } = await delivering;
        assert.deepEqual([files[0]?.replaced, files[0]?.guarantee], [true, 'moved-aside']);
        await demandFiles(practice.folder, { [fileName]: content });
        assert.match(practice.server.requests.join('\n'), /RENAME \.OneRoster\.zip\.[0-9a-f]+\.previous\n/);
      },
    ));

  it('does not honour a cancel while the previous package is away, and does once it is back', () =>
    withServer(faultsInTurn({ noPosixRename: true, cutAfterRename: true }), async (practice) => {
      const cancel = new AbortController();
      const { delivering } = await deliverTo(practice, {
        open: { ...practice.options, signal: cancel.signal },
        onRetry: () => cancel.abort(),
      });
      await rejectsWith('cancelled', delivering);
      await demandFiles(practice.folder, { [fileName]: old });
    }));

  it('says where the previous package is when it cannot be put back', () =>
    withServer(
      {
        ...faultsInTurn({ noPosixRename: true, cutAfterRename: true }),
        laterHostKeyPem: createKeyPair().private,
      },
      async (practice) => {
        const { delivering } = await deliverTo(practice);
        const error = await rejectsWith('host-key-changed', delivering, /may now be called/);
        const [backup = '?'] = (await readdir(practice.folder)).filter((name) => name.endsWith('.previous'));
        assert.ok(error.message.includes(backup), error.message);
        assert.deepEqual(await readFile(join(practice.folder, backup)), old);
      },
    ));

  it('uses a plain rename where that replaces, so that nothing is ever missing', () =>
    withServer({ faults: { noPosixRename: true, renameReplaces: true } }, async (practice) => {
      const { content, delivering } = await deliverTo(practice);
      const { files } = await delivering;
      assert.deepEqual([files[0]?.replaced, files[0]?.guarantee], [true, 'rename-over']);
      await demandFiles(practice.folder, { [fileName]: content });
    }));
});

/** A line to a server that can stop carrying anything, without being cut. */
async function startHangingLine(
  to: number,
): Promise<{ readonly port: number; readonly hang: () => void; readonly close: () => void }> {
  const sockets: Socket[] = [];
  const line = createServer({ noDelay: true }, (near) => {
    const far = connect({ port: to, host: '127.0.0.1', noDelay: true });
    for (const socket of [near, far]) socket.on('error', () => socket.destroy());
    near.pipe(far).pipe(near);
    near.on('close', () => far.destroy());
    sockets.push(near, far);
  });
  await new Promise<void>((resolve) => line.listen(0, '127.0.0.1', resolve));
  const address = line.address();
  assert.ok(address !== null && typeof address === 'object');
  return {
    port: address.port,
    hang: () => {
      for (const socket of sockets) socket.unpipe().pause();
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      line.close();
    },
  };
}
