import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { join } from 'node:path';
import ssh2 from 'ssh2';
import { RosterError } from '../../../src/core/errors';
import type { HostKeyQuestion } from '../../../src/node/sftp/check-host-key';
import { openSftpSession, type OpenSessionOptions } from '../../../src/node/sftp/open-sftp-session';
import { createKeyPair, fingerprintOf, type KeyPair } from '../../../src/node/practice/key-pair';
import { patient, password, rejectsWith, user, withServer } from './practice';

/** Milliseconds for the phase that is to run out. */
const brief = 300;

describe('openSftpSession', () => {
  it('logs in with a password', () =>
    withServer({}, async ({ options, server, reads }) => {
      const session = await openSftpSession(options);
      assert.equal(session.hostKey, server.hostKeyFingerprint);
      assert.equal(await session.client.cwd(), '/');
      assert.equal(session.isAlive, true);
      await session.close();
      assert.equal(session.isAlive, false);
      await session.close();
      assert.equal(reads(), 1);
      assert.deepEqual(server.logins, ['none', 'password']);
    }));

  it('answers a server that asks for the password in words', () =>
    withServer({ methods: ['keyboard-interactive'] }, async ({ options, server }) => {
      await (await openSftpSession(options)).close();
      assert.deepEqual(server.logins, ['none', 'keyboard-interactive']);
    }));

  it('logs in over IPv4 by name', () =>
    withServer({}, async ({ options }) => {
      await (await openSftpSession({ ...options, target: { ...options.target, host: 'localhost' } })).close();
    }));
});

describe('openSftpSession: the way to the server', () => {
  it('wrong host', async () => {
    const target = { host: 'no-such-host.invalid', port: 22, user, hostKey: 'SHA256:x' };
    await rejectsWith(
      'host-unknown',
      openSftpSession({ target, credential: neverAsked }),
      /"no-such-host\.invalid"/,
    );
  });

  it('closed port', () =>
    withServer({}, async ({ options, server }) => {
      await server.stop();
      await rejectsWith('connection-refused', openSftpSession(options), new RegExp(String(server.port)));
    }));

  for (const silentFrom of ['connect', 'greeting'] as const) {
    it(`silent server: no word after ${silentFrom}`, () =>
      withServer({ silentFrom }, async ({ options, server }) => {
        await rejectsWith(
          'connection-timeout',
          openSftpSession({ ...options, timeouts: { ...patient, handshake: brief } }),
          /silent/,
        );
        assert.deepEqual(server.logins, []);
      }));
  }

  it('silent server: no answer to the login', () =>
    withServer({ silentFrom: 'login' }, async ({ options, reads }) => {
      await rejectsWith(
        'connection-timeout',
        openSftpSession({ ...options, timeouts: { ...patient, login: brief } }),
        /login/,
      );
      assert.equal(reads(), 0);
    }));

  it('silent server: SFTP does not start', () =>
    withServer({ silentFrom: 'sftp' }, async ({ options }) => {
      await rejectsWith(
        'connection-timeout',
        openSftpSession({ ...options, timeouts: { ...patient, answer: brief } }),
        /did not start SFTP/,
      );
    }));

  it('a server without SFTP', () =>
    withServer({ withoutSftp: true }, async ({ options }) => {
      await rejectsWith('remote-failed', openSftpSession(options), /no SFTP/);
    }));

  it('something that is not SSH', async () => {
    await withForeignServer('HTTP/1.1 400 Bad Request\r\n\r\n', async (port) => {
      const target = { host: '127.0.0.1', port, user, hostKey: 'SHA256:x' };
      await rejectsWith(
        'handshake-failed',
        openSftpSession({ target, credential: neverAsked, timeouts: { ...patient, handshake: brief } }),
        /not an SFTP/,
      );
    });
  });

  it('a server that hangs up at once', async () => {
    await withForeignServer(undefined, async (port) => {
      const target = { host: '127.0.0.1', port, user, hostKey: 'SHA256:x' };
      await rejectsWith(
        'connection-lost',
        openSftpSession({ target, credential: neverAsked, timeouts: patient }),
        /known addresses/,
      );
    });
  });
});

describe('openSftpSession: the host key', () => {
  it('changed: both fingerprints are named, and the server is told nothing', () =>
    withServer({}, async ({ options, server, reads }) => {
      const other = fingerprintOf(createKeyPair().private);
      const target = { ...options.target, hostKey: other };
      const error = await rejectsWith('host-key-changed', openSftpSession({ ...options, target }));
      assert.ok(error.message.includes(other) && error.message.includes(server.hostKeyFingerprint));
      assert.equal(reads(), 0);
      assert.deepEqual(server.logins, []);
    }));

  it('unknown, with nobody to ask: the option is named, and the server is told nothing', () =>
    withServer({}, async ({ options, server, reads }) => {
      const { hostKey, ...target } = options.target;
      const error = await rejectsWith('host-key-unknown', openSftpSession({ ...options, target }));
      assert.ok(error.message.includes(hostKey ?? '?'));
      assert.ok(error.remedy.includes(`--host-key ${server.hostKeyFingerprint}`));
      assert.equal(reads(), 0);
      assert.deepEqual(server.logins, []);
    }));

  it('unknown and accepted by a person, before any secret is asked for', () =>
    withServer({}, async ({ options, server, reads }) => {
      const { hostKey, ...target } = options.target;
      const questions: HostKeyQuestion[] = [];
      const ask = async (question: HostKeyQuestion) => {
        questions.push(question);
        assert.equal(reads(), 0);
        assert.deepEqual(server.logins, []);
        return true;
      };
      await (await openSftpSession({ ...options, target, hostKey: { ask } })).close();
      const fingerprint = hostKey ?? '?';
      assert.deepEqual(questions, [
        { host: server.host, port: server.port, keyType: 'ssh-ed25519', fingerprint, authorities: [] },
      ]);
    }));

  it('unknown and declined: the server is told nothing', () =>
    withServer({}, async ({ options, server, reads }) => {
      const target = withoutPin(options.target);
      const opening = openSftpSession({ ...options, target, hostKey: { ask: async () => false } });
      await rejectsWith('host-key-unknown', opening, /not accepted/);
      assert.equal(reads(), 0);
      assert.deepEqual(server.logins, []);
    }));

  it('a person is not asked where a key is pinned', () =>
    withServer({}, async ({ options }) => {
      const target = { ...options.target, hostKey: fingerprintOf(createKeyPair().private) };
      const ask = () => assert.fail('asked');
      await rejectsWith('host-key-changed', openSftpSession({ ...options, target, hostKey: { ask } }));
    }));

  it('an error of the one who asks comes through', () =>
    withServer({}, async ({ options }) => {
      const target = withoutPin(options.target);
      const ask = () => Promise.reject(new RosterError('cancelled', 'Closed.', 'Nothing was sent.'));
      await rejectsWith('cancelled', openSftpSession({ ...options, target, hostKey: { ask } }), /Closed/);
    }));

  it('changed, on a server with two kinds of key: none of them is taken for the pinned one', () =>
    withServer(
      { hostKeyPem: [createKeyPair().private, createKeyPair('rsa').private] },
      async ({ options, server, reads }) => {
        const target = { ...options.target, hostKey: fingerprintOf(createKeyPair('rsa').private) };
        await rejectsWith('host-key-changed', openSftpSession({ ...options, target }), /SHA256/);
        assert.equal(reads(), 0);
        assert.deepEqual(server.logins, []);
      },
    ));

  it('the pinned key may be the one the server does not show first', async () => {
    const rsa = createKeyPair('rsa').private;
    await withServer({ hostKeyPem: [createKeyPair().private, rsa] }, async ({ options, server }) => {
      const target = { ...options.target, hostKey: fingerprintOf(rsa) };
      const session = await openSftpSession({ ...options, target });
      assert.equal(session.hostKey, fingerprintOf(rsa));
      await session.close();
      assert.deepEqual(server.logins, ['none', 'password']);
    });
  });
});

describe('openSftpSession: the login', () => {
  for (const methods of [['password'], ['keyboard-interactive']] as const) {
    it(`wrong password, tried once (${methods[0]})`, () =>
      withServer({ methods }, async ({ options, server }) => {
        const wrong = { kind: 'password', read: async () => 'Wr0ng-and-secret' } as const;
        const error = await rejectsWith(
          'login-refused',
          openSftpSession({ ...options, credential: wrong }),
          /password/,
        );
        assert.ok(!`${error.message} ${error.remedy} ${error.stack ?? ''}`.includes('Wr0ng'));
        assert.deepEqual(server.logins, ['none', methods[0]]);
      }));
  }

  it('wrong user', () =>
    withServer({}, async ({ options }) => {
      await rejectsWith(
        'login-refused',
        openSftpSession({ ...options, target: { ...options.target, user: 'other' } }),
      );
    }));

  it('a server that wants a key is not shown the password, nor is the password asked for', () =>
    withServer({ methods: ['publickey'] }, async ({ options, server, reads }) => {
      await rejectsWith('login-refused', openSftpSession(options), /allows publickey/);
      assert.equal(reads(), 0);
      assert.deepEqual(server.logins, ['none']);
    }));

  it('a server that asks for a second proof', () =>
    withServer({ methods: ['keyboard-interactive'], prompts: 2 }, async ({ options }) => {
      await rejectsWith('login-refused', openSftpSession(options), /more than one proof/);
    }));

  const key = createKeyPair();
  const encrypted = createKeyPair('ed25519', password);

  it('a private key', () =>
    withServer({ methods: ['publickey'], authorizedKey: key.public }, async ({ options, server }) => {
      const credential = { kind: 'key', read: async () => ({ privateKey: key.private }) } as const;
      await (await openSftpSession({ ...options, credential })).close();
      assert.equal(server.logins[0], 'none');
    }));

  it('a private key with a passphrase', () =>
    withServer({ methods: ['publickey'], authorizedKey: encrypted.public }, async ({ options }) => {
      const read = async () => ({ privateKey: encrypted.private, passphrase: password });
      await (await openSftpSession({ ...options, credential: { kind: 'key', read } })).close();
    }));

  for (const [name, privateKey, passphrase, words] of [
    ['no passphrase', encrypted.private, undefined, /protected by a passphrase/],
    ['a wrong passphrase', encrypted.private, 'other', /does not open/],
    ['a public key', key.public, undefined, /public key/],
    ['no key at all', 'nonsense', undefined, /cannot be read/],
  ] as const) {
    it(`a private key that cannot be used: ${name}`, () =>
      withServer({ methods: ['publickey'] }, async ({ options, server }) => {
        const read = async () => ({ privateKey, ...(passphrase === undefined ? {} : { passphrase }) });
        await rejectsWith(
          'key-unreadable',
          openSftpSession({ ...options, credential: { kind: 'key', read } }),
          words,
        );
        assert.deepEqual(server.logins, ['none']);
      }));
  }

  it('a key the server does not know', () =>
    withServer({ methods: ['publickey'], authorizedKey: key.public }, async ({ options }) => {
      const read = async () => ({ privateKey: createKeyPair().private });
      await rejectsWith(
        'login-refused',
        openSftpSession({ ...options, credential: { kind: 'key', read } }),
        /the key/,
      );
    }));

  it('an expired password', () =>
    withServer({ isExpired: true }, async ({ options, server }) => {
      await rejectsWith('login-refused', openSftpSession(options), /expired/);
      assert.deepEqual(server.logins, ['none', 'password']);
    }));

  for (const [name, held] of [
    ['a key from an agent', [createKeyPair(), key]],
    ['an agent without the key', [createKeyPair()]],
  ] as const) {
    it(name, function () {
      if (process.platform === 'win32') this.skip(); // Agents there are no sockets in a folder.
      return withServer({ methods: ['publickey'], authorizedKey: key.public }, async ({ options, local }) => {
        const socket = join(local, 'agent');
        const stop = await startAgent(socket, held);
        try {
          const opening = openSftpSession({ ...options, credential: { kind: 'agent', socket } });
          if (held.length === 1) await rejectsWith('login-refused', opening, /the agent's keys/);
          else await (await opening).close();
        } finally {
          stop();
        }
      });
    });
  }

  it('an agent that is not there', () =>
    withServer({ methods: ['publickey'] }, async ({ options, local }) => {
      const credential = { kind: 'agent', socket: `${local}/no-agent` } as const;
      await rejectsWith('key-unreadable', openSftpSession({ ...options, credential }), /agent/);
    }));

  it('an error of the one who knows the secret comes through', () =>
    withServer({}, async ({ options }) => {
      const read = () => Promise.reject(new RosterError('cancelled', 'Closed.', 'Nothing was sent.'));
      await rejectsWith(
        'cancelled',
        openSftpSession({ ...options, credential: { kind: 'password', read } }),
        /Closed/,
      );
    }));
});

describe('openSftpSession: cancelled', () => {
  it('before it began', () =>
    withServer({}, async ({ options, server }) => {
      await rejectsWith('cancelled', openSftpSession({ ...options, signal: AbortSignal.abort() }));
      assert.equal(server.connections(), 0);
    }));

  it('while the server is silent', () =>
    withServer({ silentFrom: 'greeting' }, async ({ options }) => {
      const cancel = new AbortController();
      const opening = openSftpSession({
        ...options,
        signal: cancel.signal,
        log: () => setImmediate(() => cancel.abort()),
      });
      await rejectsWith('cancelled', opening);
    }));

  it('while a person is asked about the host key: the later answer sends nothing', () =>
    withServer({}, async ({ options, server, reads }) => {
      const target = withoutPin(options.target);
      const cancel = new AbortController();
      let answer: (accepted: boolean) => void = () => undefined;
      const ask = () => {
        setImmediate(() => cancel.abort());
        return new Promise<boolean>((resolve) => (answer = resolve));
      };
      await rejectsWith(
        'cancelled',
        openSftpSession({ ...options, target, hostKey: { ask }, signal: cancel.signal }),
      );
      answer(true);
      await new Promise((resolve) => setImmediate(resolve));
      assert.equal(reads(), 0);
      assert.deepEqual(server.logins, []);
    }));

  it('while the password is asked for', () =>
    withServer({}, async ({ options, server }) => {
      const cancel = new AbortController();
      const read = async () => {
        cancel.abort();
        return password;
      };
      await rejectsWith(
        'cancelled',
        openSftpSession({ ...options, credential: { kind: 'password', read }, signal: cancel.signal }),
      );
      assert.deepEqual(server.logins, ['none']);
    }));
});

function withoutPin({ host, port, user: login }: OpenSessionOptions['target']): OpenSessionOptions['target'] {
  return { host, port, user: login };
}

const neverAsked = { kind: 'password', read: () => assert.fail('the password was asked for') } as const;

/** An agent that holds some keys. */
async function startAgent(path: string, held: readonly KeyPair[]): Promise<() => void> {
  const keys = held.map((pair) => {
    const parsed = ssh2.utils.parseKey(pair.private);
    return parsed instanceof Error ? assert.fail(parsed) : parsed;
  });
  const agent = createServer((socket) => {
    const protocol = new ssh2.AgentProtocol(false);
    protocol.on('identities', (request) => protocol.getIdentitiesReply(request, keys));
    protocol.on('sign', (request, asked, data) => {
      const signer = keys.find((candidate) => candidate.getPublicSSH().equals(asked.getPublicSSH()));
      if (signer === undefined) protocol.failureReply(request);
      else protocol.signReply(request, signer.sign(data));
    });
    socket.pipe(protocol).pipe(socket);
  });
  await new Promise<void>((resolve) => agent.listen(path, resolve));
  return () => agent.close();
}

/** A server that says something, or hangs up. */
async function withForeignServer(
  words: string | undefined,
  work: (port: number) => Promise<void>,
): Promise<void> {
  const foreign = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    if (words === undefined) socket.end();
    else socket.write(words);
  });
  await new Promise<void>((resolve) => foreign.listen(0, '127.0.0.1', resolve));
  const address = foreign.address();
  assert.ok(address !== null && typeof address === 'object');
  try {
    await work(address.port);
  } finally {
    foreign.close();
  }
}
