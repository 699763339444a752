import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSftpSession, type OpenSessionOptions } from '../../../src/node/sftp/open-sftp-session';
import { probeTarget } from '../../../src/node/sftp/probe-target';
import type { SftpSession } from '../../../src/node/sftp/sftp-session';
import { uploadPackage } from '../../../src/node/sftp/upload-package';
import { createKeyPair, fingerprintOf } from '../../../src/node/practice/key-pair';
import { findSshd, startOpensshServer, type OpensshServer } from './openssh-server';
import { demandFiles, makeFile, patient, rejectsWith } from './practice';

const sshd = findSshd();

describe(`against OpenSSH's own server${sshd === undefined ? ' (NOT RUN: no sshd on this machine)' : ''}`, () => {
  const fileName = 'OneRoster.zip';
  let server: OpensshServer;
  let local: string;
  let options: OpenSessionOptions;

  before(async function () {
    if (sshd === undefined) return this.skip();
    server = await startOpensshServer(sshd);
    local = await mkdtemp(join(tmpdir(), 'oneroster-local-'));
    const target = {
      host: '127.0.0.1',
      port: server.port,
      user: server.user,
      hostKey: server.hostKeyFingerprint,
    };
    const credential = { kind: 'key', read: async () => ({ privateKey: server.privateKey }) } as const;
    options = { target, credential, timeouts: patient };
  });

  after(async () => {
    if (sshd === undefined) return;
    await server.stop();
    await rm(local, { recursive: true, force: true });
  });

  async function withSession(work: (session: SftpSession) => Promise<void>): Promise<void> {
    const session = await openSftpSession(options);
    try {
      await work(session);
    } finally {
      await session.close();
    }
  }

  it('probes, uploads and replaces', () =>
    withSession(async (session) => {
      assert.deepEqual(await probeTarget({ session, remoteFolder: server.folder }), { entries: 0 });
      for (const [bytes, replaced] of [
        [1_000_000, false],
        [5_000_001, true],
      ] as const) {
        const { path, content } = await makeFile(local, 'new.zip', bytes);
        const upload = await uploadPackage({
          session,
          localFile: path,
          remoteFolder: server.folder,
          fileName,
        });
        assert.equal(upload.guarantee, 'posix-rename');
        assert.equal(upload.replaced, replaced);
        await demandFiles(server.folder, { [fileName]: content });
      }
    }));

  it('cancels half-way and cleans up', () =>
    withSession(async (session) => {
      const { path } = await makeFile(local, 'new.zip', 5_000_000);
      const { path: oldPath, content: old } = await makeFile(local, 'old.zip', 1000);
      await uploadPackage({ session, localFile: oldPath, remoteFolder: server.folder, fileName });
      const cancel = new AbortController();
      const onProgress = (sent: number) => {
        if (sent > 2_000_000) cancel.abort();
      };
      const upload = {
        session,
        localFile: path,
        remoteFolder: server.folder,
        fileName,
        onProgress,
        signal: cancel.signal,
      };
      await rejectsWith('cancelled', uploadPackage(upload));
      await demandFiles(server.folder, { [fileName]: old });
    }));

  it('names a missing folder and one that may not be written', () =>
    withSession(async (session) => {
      const missing = probeTarget({ session, remoteFolder: `${server.folder}/Missing` });
      await rejectsWith('remote-path-missing', missing, /Missing/);
      const { path } = await makeFile(local, 'new.zip', 10);
      const upload = uploadPackage({ session, localFile: path, remoteFolder: '/', fileName });
      await rejectsWith('remote-permission', upload, /does not let this user create/);
    }));

  it('refuses a changed host key, a key the server does not know, and a password the server does not take', async () => {
    const changed = { ...options.target, hostKey: fingerprintOf(createKeyPair().private) };
    await rejectsWith('host-key-changed', openSftpSession({ ...options, target: changed }));
    const read = async () => ({ privateKey: createKeyPair().private });
    await rejectsWith(
      'login-refused',
      openSftpSession({ ...options, credential: { kind: 'key', read } }),
      /the key/,
    );
    const neverRead = () => assert.fail('the password was asked for');
    const password = { kind: 'password', read: neverRead } as const;
    await rejectsWith(
      'login-refused',
      openSftpSession({ ...options, credential: password }),
      /allows publickey/,
    );
  });
});
