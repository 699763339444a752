import assert from 'node:assert/strict';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startPracticeServer } from '../../support/practice-server';
import { password, user, withServer, withSession } from './practice';

describe('the practice server', () => {
  it('serves a folder: files and folders are written, listed, renamed, read and removed', () =>
    withSession({}, async ({ session: { client }, folder }) => {
      await client.mkdir('/in');
      await client.put(Buffer.from('hello'), '/in/a.txt');
      assert.equal(await readFile(join(folder, 'in', 'a.txt'), 'utf8'), 'hello');
      assert.deepEqual(
        (await client.list('/in')).map(({ name, type, size }) => ({ name, type, size })),
        [{ name: 'a.txt', type: '-', size: 5 }],
      );
      assert.deepEqual(await client.get('/in/a.txt'), Buffer.from('hello'));
      await client.put(Buffer.from('other'), '/in/b.txt');
      await assert.rejects(client.rename('/in/a.txt', '/in/b.txt'), 'a plain rename replaces nothing');
      await client.posixRename('/in/a.txt', '/in/b.txt');
      assert.deepEqual(await client.get('/in/b.txt'), Buffer.from('hello'));
      await client.delete('/in/b.txt');
      await client.rmdir('/in');
      assert.deepEqual(await client.list('/'), []);
    }));

  it('lets nobody out of its folder', function () {
    if (process.platform === 'win32') this.skip(); // Making symbolic links needs rights there that few have.
    return withSession({}, async ({ session: { client }, folder, local }) => {
      const secret = join(local, 'secret.txt');
      await writeFile(secret, 'outside');
      await mkdir(join(folder, 'in'));
      await symlink(secret, join(folder, 'to-file'));
      await symlink(local, join(folder, 'to-folder'));
      await symlink(join(local, 'new.txt'), join(folder, 'to-nothing'));
      await symlink('in', join(folder, 'inside'));
      assert.equal(await client.realPath('../../etc'), '/etc');
      for (const path of [
        '/to-file',
        '/to-folder/secret.txt',
        `../../..${secret}`,
        '/in/../../x/secret.txt',
      ]) {
        await assert.rejects(client.get(path), `${path} was read`);
      }
      for (const path of ['/to-file', '/to-folder/new.txt', '/to-nothing', `/../${local}/new.txt`]) {
        await assert.rejects(client.put(Buffer.from('x'), path), `${path} was written`);
      }
      await assert.rejects(client.list('/to-folder'));
      await assert.rejects(client.posixRename('/to-folder/secret.txt', '/stolen.txt'));
      await assert.rejects(client.delete('/to-folder/secret.txt'));
      assert.equal(await readFile(secret, 'utf8'), 'outside');
      await client.put(Buffer.from('x'), '/inside/x.txt');
      assert.equal(await readFile(join(folder, 'in', 'x.txt'), 'utf8'), 'x');
    });
  });

  it('listens on loopback only, says where, and is the same server again with the same key', () =>
    withServer({}, async ({ server, folder }) => {
      assert.equal(server.host, '127.0.0.1');
      assert.equal(server.url, `sftp://${user}@127.0.0.1:${String(server.port)}`);
      const again = await startPracticeServer({ folder, user, password, hostKeyPem: server.hostKeyPem });
      try {
        assert.equal(again.hostKeyFingerprint, server.hostKeyFingerprint);
        assert.notEqual(again.port, server.port);
      } finally {
        await again.stop();
      }
    }));

  it('says so when its port is taken', () =>
    withServer({}, async ({ server, folder }) => {
      await assert.rejects(startPracticeServer({ folder, user, password, port: server.port }), /EADDRINUSE/);
    }));
});
