import { createPrivateKey, randomBytes, type KeyObject } from 'node:crypto';
import { keyUnreadable } from '../../core/delivery/login-errors';

/** Whether a key file has the form that OpenSSL writes today, which the SSH library does not read. */
export function isPkcs8(text: string): boolean {
  return /^-----BEGIN (?:ENCRYPTED )?PRIVATE KEY-----/m.test(text);
}

/**
 * The same key in a form that the SSH library reads, without a passphrase. It is never written anywhere.
 * @throws RosterError `key-unreadable`
 */
export function fromPkcs8(text: string, passphrase: string | undefined): string {
  const isEncrypted = text.includes('ENCRYPTED PRIVATE KEY');
  if (isEncrypted && passphrase === undefined) throw keyUnreadable('passphrase-missing');
  const key = read(text, passphrase, isEncrypted);
  const kind = key.asymmetricKeyType;
  if (kind === 'rsa') return key.export({ type: 'pkcs1', format: 'pem' }).toString();
  if (kind === 'ec') return key.export({ type: 'sec1', format: 'pem' }).toString();
  if (kind === 'ed25519') return ed25519(key);
  throw keyUnreadable('format');
}

function read(text: string, passphrase: string | undefined, isEncrypted: boolean): KeyObject {
  try {
    return createPrivateKey({
      key: text,
      format: 'pem',
      ...(passphrase === undefined ? {} : { passphrase }),
    });
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    throw keyUnreadable(isEncrypted ? 'passphrase-wrong' : 'format');
  }
}

/** OpenSSH's own form, from its PROTOCOL.key: there is no other for keys of this kind that the SSH library reads. */
function ed25519(key: KeyObject): string {
  const { x = '', d = '' } = key.export({ format: 'jwk' });
  const [half, seed] = [Buffer.from(x, 'base64url'), Buffer.from(d, 'base64url')];
  const type = Buffer.from('ssh-ed25519');
  const check = randomBytes(4);
  const secret = Buffer.concat([
    check,
    check,
    sized(type),
    sized(half),
    sized(Buffer.concat([seed, half])),
    sized(''),
  ]);
  const padding = Buffer.from([1, 2, 3, 4, 5, 6, 7]).subarray(0, (8 - (secret.length % 8)) % 8);
  const body = Buffer.concat([
    Buffer.from('openssh-key-v1\0'),
    sized('none'),
    sized('none'),
    sized(''),
    Buffer.from([0, 0, 0, 1]),
    sized(Buffer.concat([sized(type), sized(half)])),
    sized(Buffer.concat([secret, padding])),
  ]);
  const lines = body.toString('base64').replace(/.{70}/g, '$&\n');
  return `-----BEGIN OPENSSH PRIVATE KEY-----\n${lines}\n-----END OPENSSH PRIVATE KEY-----\n`;
}

function sized(bytes: Buffer | string): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, Buffer.from(bytes)]);
}
