import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, symlink, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { RosterError } from '../../../src/core/errors';
import { startPracticeServer, type PracticeServer } from '../../../src/node/practice/practice-server';
import { openSftpSession } from '../../../src/node/sftp/open-sftp-session';
import { probeTarget } from '../../../src/node/sftp/probe-target';
import type { SftpSession } from '../../../src/node/sftp/sftp-session';

describe('the practice server that comes with the extension', () => {
  let server: PracticeServer;

  beforeEach(async () => {
    server = await startPracticeServer();
  });

  afterEach(async () => {
    await server.stop();
  });

  function enter(secret = server.password, user = server.user): Promise<SftpSession> {
    const { host, port, hostKey } = server;
    return openSftpSession({
      target: { host, port, user, hostKey },
      credential: { kind: 'password', read: async () => secret },
    });
  }

  it('lets a target be tried, and files be written, replaced, listed, read and removed', async () => {
    const session = await enter();
    try {
      const { client } = session;
      assert.deepEqual(await probeTarget({ session, remoteFolder: '.' }), { entries: 0 });
      await client.mkdir('/in');
      await client.put(Buffer.from('one'), '/in/a.zip');
      await client.put(Buffer.from('two'), '/in/b.zip');
      await assert.rejects(client.rename('/in/a.zip', '/in/b.zip'), 'a plain rename replaces nothing');
      await client.posixRename('/in/a.zip', '/in/b.zip');
      assert.equal(await readFile(join(server.folder, 'in/b.zip'), 'utf8'), 'one');
      assert.deepEqual(
        (await client.list('/in')).map(({ name, size }) => [name, size]),
        [['b.zip', 3]],
      );
      assert.deepEqual(await client.get('/in/b.zip'), Buffer.from('one'));
      assert.equal((await client.stat('/in/b.zip')).size, 3);
      await client.delete('/in/b.zip');
      await client.rmdir('/in');
      assert.deepEqual(await client.list('/'), []);
    } finally {
      await session.close();
    }
  });

  it('lets nobody in with another password or name', async () => {
    const isRefused = (error: unknown) => RosterError.is(error, 'login-refused');
    await assert.rejects(enter('guess'), isRefused);
    await assert.rejects(enter(server.password, 'root'), isRefused);
  });

  it('lets nobody out of its folder', async function () {
    if (process.platform === 'win32') this.skip(); // Making symbolic links needs rights there that few have.
    const outside = join(server.folder, '..', `outside-${String(server.port)}`);
    await symlink(outside, join(server.folder, 'link'));
    await writeFile(join(server.folder, 'inside'), '');
    const session = await enter();
    try {
      await assert.rejects(session.client.put(Buffer.from('x'), '/link'));
      await assert.rejects(session.client.put(Buffer.from('x'), '/../../outside/x'));
      assert.equal(existsSync(outside), false);
    } finally {
      await session.close();
    }
  });

  it('listens on this computer only', async () => {
    assert.equal(server.host, '127.0.0.1');
    const others = Object.values(networkInterfaces())
      .flatMap((each) => each ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4');
    for (const { address } of others) {
      await assert.rejects(
        new Promise((resolve, reject) =>
          connect(server.port, address, () => resolve(undefined)).once('error', reject),
        ),
        address,
      );
    }
  });

  it('takes its folder with it, and closes its port', async () => {
    const session = await enter();
    await writeFile(join(server.folder, 'left.zip'), 'x');
    await server.stop();
    assert.equal(existsSync(server.folder), false);
    await session.close();
    await assert.rejects(enter(), (error) => RosterError.is(error, 'connection-refused'));
    server = await startPracticeServer();
  });
});
