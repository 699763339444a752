import ssh2, { type ParsedKey } from 'ssh2';
import { keyUnreadable } from '../../core/delivery/login-errors';
import { fromPkcs8, isPkcs8 } from './pkcs8';

export interface PrivateKey {
  /** The key file's text: OpenSSH, PEM or PuTTY form. */
  readonly privateKey: string;
  readonly passphrase?: string;
}

/**
 * What a login is made with. The secret is fetched by `read` when the server's host key is accepted and the server has said
 * that it takes this kind of login: not before, and once. `read` may ask a person and may throw a `RosterError`.
 */
export type Credential =
  | { readonly kind: 'password'; readonly read: () => Promise<string> }
  | { readonly kind: 'key'; readonly read: () => Promise<PrivateKey> }
  | {
      readonly kind: 'agent';
      /** The agent's socket or pipe. Where it is left out: `SSH_AUTH_SOCK`, and on Windows Pageant's or OpenSSH's own. */
      readonly socket?: string;
    };

/** Reads a private key, or throws `key-unreadable` with the reason. */
export function parsePrivateKey({ privateKey, passphrase }: PrivateKey): ParsedKey {
  const readable = isPkcs8(privateKey) ? fromPkcs8(privateKey, passphrase) : privateKey;
  const key = ssh2.utils.parseKey(readable, readable === privateKey ? passphrase : undefined);
  if (!(key instanceof Error)) {
    if (key.isPrivateKey()) return key;
    throw keyUnreadable('public');
  }
  if (/no passphrase/i.test(key.message)) throw keyUnreadable('passphrase-missing');
  // A wrong passphrase opens an old PEM key to nonsense.
  if (/bad passphrase/i.test(key.message) || isEncryptedPem(privateKey))
    throw keyUnreadable('passphrase-wrong');
  throw keyUnreadable('format');
}

function isEncryptedPem(text: string): boolean {
  return /^Proc-Type: *4, *ENCRYPTED/m.test(text);
}
