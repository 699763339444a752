import assert from 'node:assert/strict';
import { generateKeyPairSync, type KeyExportOptions } from 'node:crypto';
import { parsePrivateKey } from '../../../src/node/sftp/credential';
import { chooseAgentPipe } from '../../../src/node/sftp/find-agent';
import { rejectsWith, withServer } from './practice';
import { openSftpSession } from '../../../src/node/sftp/open-sftp-session';

const passphrase = 'Open-Sesame-1';

type Form = 'pkcs8' | 'pkcs1' | 'sec1';

/** A key as OpenSSL writes it, under a passphrase where there is one. */
function pem(kind: 'rsa' | 'ec' | 'ed25519', type: Form, secret?: string): string {
  const pair =
    kind === 'rsa'
      ? generateKeyPairSync('rsa', { modulusLength: 2048 })
      : kind === 'ec'
        ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
        : generateKeyPairSync('ed25519');
  const lock = { cipher: 'aes-256-cbc', passphrase: secret ?? '' };
  const form = { type, format: 'pem' } as const;
  const options: KeyExportOptions<'pem'> = secret === undefined ? form : { ...form, ...lock };
  return pair.privateKey.export(options).toString();
}

function publicLine(privateKey: string, secret?: string): string {
  const key = parsePrivateKey({ privateKey, ...(secret === undefined ? {} : { passphrase: secret }) });
  return `${key.type} ${key.getPublicSSH().toString('base64')}`;
}

describe('private keys', () => {
  const rows: readonly (readonly ['rsa' | 'ec' | 'ed25519', Form])[] = [
    ['rsa', 'pkcs1'],
    ['rsa', 'pkcs8'],
    ['ec', 'sec1'],
    ['ec', 'pkcs8'],
    ['ed25519', 'pkcs8'],
  ];
  for (const [kind, form] of rows) {
    for (const secret of [undefined, passphrase]) {
      it(`${kind} in ${form}${secret === undefined ? '' : ', with a passphrase'} logs in`, async () => {
        const privateKey = pem(kind, form, secret);
        const authorizedKey = publicLine(privateKey, secret);
        await withServer({ methods: ['publickey'], authorizedKey }, async ({ options }) => {
          const read = async () => ({ privateKey, ...(secret === undefined ? {} : { passphrase: secret }) });
          await (await openSftpSession({ ...options, credential: { kind: 'key', read } })).close();
          if (secret === undefined) return;
          for (const [given, words] of [
            [{}, /protected by a passphrase/],
            [{ passphrase: 'wrong-passphrase' }, /does not open/],
          ] as const) {
            const wrong = { kind: 'key', read: async () => ({ privateKey, ...given }) } as const;
            await rejectsWith('key-unreadable', openSftpSession({ ...options, credential: wrong }), words);
          }
        });
      });
    }
  }

  it('of other kinds, or damaged, are said to be unreadable', () => {
    const { privateKey } = generateKeyPairSync('x25519');
    for (const text of [
      privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n',
    ]) {
      assert.throws(() => parsePrivateKey({ privateKey: text }), /cannot be read/);
    }
  });

  it('of the kind ed25519 keep their public half when their form is changed', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const text = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const key = parsePrivateKey({ privateKey: text });
    const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
    assert.ok(key.getPublicSSH().subarray(-32).equals(raw));
  });
});

describe('agents on Windows', () => {
  const pipes = ['other', 'openssh-ssh-agent', 'pageant.Someone.0a1b', 'pageant.Pat.6f2e'];
  it('Pageant of the same user comes first, then the agent of Windows', () => {
    assert.equal(chooseAgentPipe(pipes, 'pat'), 'pageant.Pat.6f2e');
    assert.equal(chooseAgentPipe(pipes, 'Robin'), 'openssh-ssh-agent');
    assert.equal(chooseAgentPipe(['other', 'pageant.Someone.0a1b'], 'Some'), undefined);
  });
});
