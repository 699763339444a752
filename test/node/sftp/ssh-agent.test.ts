import assert from 'node:assert/strict';
import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openSftpSession, type OpenSessionOptions } from '../../../src/node/sftp/open-sftp-session';
import { probeTarget } from '../../../src/node/sftp/probe-target';
import { oneroster } from '../../cli/support/run-cli';
import { createKeyPair } from '../../../src/node/practice/key-pair';
import { inTemporaryFolder } from '../support/temporary-folder';
import { findSshd, startOpensshServer, type OpensshServer } from './openssh-server';
import { patient, rejectsWith } from './practice';
import { missingForAgent, startSshAgent, type SshAgent } from './ssh-agent';

const sshd = findSshd();
const missing = missingForAgent() ?? (sshd === undefined ? 'no sshd on this machine' : undefined);

describe(`with OpenSSH's agent, against its server${missing === undefined ? '' : ` (NOT RUN: ${missing})`}`, () => {
  const keys = { ed25519: createKeyPair(), rsa: createKeyPair('rsa') };
  let server: OpensshServer;
  let agent: SshAgent;

  before(async function () {
    if (missing !== undefined || sshd === undefined) return this.skip();
    server = await startOpensshServer(sshd, [keys.ed25519.public, keys.rsa.public]);
    agent = await startSshAgent();
  });

  after(async () => {
    if (missing !== undefined) return;
    await agent.stop();
    await server.stop();
  });

  beforeEach(() => agent.empty());

  function opening(socket = agent.socket): OpenSessionOptions {
    const { port, user, hostKeyFingerprint: hostKey } = server;
    return {
      target: { host: '127.0.0.1', port, user, hostKey },
      credential: { kind: 'agent', socket },
      timeouts: patient,
    };
  }

  for (const kind of ['ed25519', 'rsa'] as const) {
    it(`logs in with a key of the kind ${kind}, which the agent holds among others`, async () => {
      await agent.add(createKeyPair().private);
      await agent.add(keys[kind].private);
      const session = await openSftpSession(opening());
      try {
        assert.deepEqual(await probeTarget({ session, remoteFolder: server.folder }), { entries: 0 });
      } finally {
        await session.close();
      }
    });
  }

  it('says that the agent has no key that the server knows, has none at all, or is not there', async () => {
    await rejectsWith('login-refused', openSftpSession(opening()));
    await agent.add(createKeyPair().private);
    await rejectsWith('login-refused', openSftpSession(opening()));
    await rejectsWith('key-unreadable', openSftpSession(opening(`${agent.socket}.gone`)), /agent/);
  });

  it('uploads from the command line by SSH_AUTH_SOCK alone', () =>
    inTemporaryFolder(async (cwd) => {
      await agent.add(keys.ed25519.private);
      await cp('test/rosters/clean-1.1', join(cwd, 'north'), { recursive: true });
      const url = `sftp://${server.user}@127.0.0.1:${String(server.port)}${server.folder}`;
      const argv = [
        'upload',
        'north',
        '--url',
        url,
        '--host-key',
        server.hostKeyFingerprint,
        '--first-delivery',
      ];
      const run = await oneroster(argv, { cwd, env: { SSH_AUTH_SOCK: agent.socket } });
      assert.equal(run.code, 0, run.stderr);
      assert.deepEqual(await readdir(server.folder), ['north.zip']);
    }));
});
