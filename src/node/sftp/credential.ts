import ssh2, { type ParsedKey } from 'ssh2';
import { keyUnreadable } from '../../core/delivery/login-errors';

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
      /** The agent's socket, or `pageant`. Where it is left out: `SSH_AUTH_SOCK`, and on Windows Pageant. */
      readonly socket?: string;
    };

/** Where the agent of this computer is, if it has one. */
export function findAgent(socket: string | undefined): string | undefined {
  const found = socket ?? process.env['SSH_AUTH_SOCK'];
  if (found !== undefined && found !== '') return found;
  return process.platform === 'win32' ? 'pageant' : undefined;
}

/** Reads a private key, or throws `key-unreadable` with the reason. */
export function parsePrivateKey({ privateKey, passphrase }: PrivateKey): ParsedKey {
  const key = ssh2.utils.parseKey(privateKey, passphrase);
  if (!(key instanceof Error)) {
    if (key.isPrivateKey()) return key;
    throw keyUnreadable('public');
  }
  if (/no passphrase/i.test(key.message)) throw keyUnreadable('passphrase-missing');
  if (/bad passphrase/i.test(key.message)) throw keyUnreadable('passphrase-wrong');
  throw keyUnreadable('format');
}
