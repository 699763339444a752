// Key pairs for practising, in OpenSSH form.
import { createHash } from 'node:crypto';
import ssh2 from 'ssh2';

export interface KeyPair {
  readonly private: string;
  /** A line of authorized_keys. */
  readonly public: string;
}

/** A new pair. The private half of an ed25519 pair may be encrypted. */
export function createKeyPair(type: 'ed25519' | 'rsa' = 'ed25519', passphrase?: string): KeyPair {
  for (;;) {
    const pair =
      type === 'rsa' ? ssh2.utils.generateKeyPairSync('rsa', { bits: 2048 }) : generateEd25519(passphrase);
    // One in 256 of the ed25519 pairs that ssh2 makes is malformed (github.com/mscdex/ssh2/issues/1390).
    const halves = [ssh2.utils.parseKey(pair.private, passphrase), ssh2.utils.parseKey(pair.public)];
    if (!halves.some((half) => half instanceof Error)) return pair;
  }
}

function generateEd25519(passphrase: string | undefined): KeyPair {
  if (passphrase === undefined) return ssh2.utils.generateKeyPairSync('ed25519');
  return ssh2.utils.generateKeyPairSync('ed25519', { passphrase, cipher: 'aes256-ctr', rounds: 4 });
}

/** The fingerprint of a key, public or private, as OpenSSH prints it. */
export function fingerprintOf(key: string): string {
  const parsed = ssh2.utils.parseKey(key);
  if (parsed instanceof Error) throw parsed;
  return `SHA256:${createHash('sha256').update(parsed.getPublicSSH()).digest('base64').replace(/=+$/, '')}`;
}
