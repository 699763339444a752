import { createHash } from 'node:crypto';
import type { ServerAddress } from '../../core/delivery/connection-errors';
import { formatFingerprint } from '../../core/delivery/fingerprint';
import {
  hostKeyChanged,
  hostKeyDeclined,
  hostKeyRevoked,
  hostKeyUnknown,
  knownHostChanged,
} from '../../core/delivery/login-errors';
import type { KnownKeys } from './known-hosts';

/** What a person is shown to decide on. */
export interface HostKeyQuestion {
  readonly host: string;
  readonly port: number;
  /** As the key calls itself: `ssh-ed25519`, `ssh-rsa`, … */
  readonly keyType: string;
  /** `SHA256:…`, as OpenSSH prints it. */
  readonly fingerprint: string;
  /** Where known_hosts files have an authority for the server; a key signed by it is not recognised. */
  readonly authorities: readonly string[];
}

/** Asks a person whether a host key is the right one. True accepts it for this connection; keeping it is the asker's part. */
export type AskHostKey = (question: HostKeyQuestion) => Promise<boolean>;

/**
 * Which host key is accepted: the pinned one; without one, those of known_hosts files; for a server they do not know, what a
 * person accepts; without a person, none. A revoked key is never accepted.
 */
export interface HostKeyPolicy {
  readonly pinned?: string;
  readonly known?: KnownKeys;
  readonly ask?: AskHostKey;
}

/** The host key that a server showed, in the form people compare. */
export interface ShownHostKey {
  readonly keyType: string;
  readonly fingerprint: string;
}

/** Reads the key as it comes over the wire: it begins with its type as a string with its length before it. */
export function describeHostKey(key: Buffer): ShownHostKey {
  const keyType = key.subarray(4, 4 + key.readUInt32BE(0)).toString('latin1');
  return { keyType, fingerprint: formatFingerprint(createHash('sha256').update(key).digest()) };
}

/** Returns where the key is accepted, and throws the `RosterError` that says why where it is not. */
export async function checkHostKey(
  shown: ShownHostKey,
  policy: HostKeyPolicy,
  server: ServerAddress,
): Promise<void> {
  const { fingerprint, keyType } = shown;
  const { pinned, known, ask } = policy;
  const isShown = (key: { readonly fingerprint: string }) => key.fingerprint === fingerprint;
  const revoked = known?.revoked.find(isShown);
  if (revoked !== undefined) throw hostKeyRevoked(server, fingerprint, revoked.place);
  if (pinned !== undefined) {
    if (pinned !== fingerprint) throw hostKeyChanged(server, pinned, fingerprint);
    return;
  }
  const { trusted = [], atUsualPort = [], authorities = [] } = known ?? {};
  if (trusted.some(isShown)) return;
  if (trusted.length > 0) throw knownHostChanged(server, trusted, fingerprint);
  if (atUsualPort.some(isShown)) return;
  if (ask === undefined) throw hostKeyUnknown(server, fingerprint, authorities);
  const accepted = await ask({ ...server, keyType, fingerprint, authorities });
  if (!accepted) throw hostKeyDeclined(server, fingerprint);
}
