import { createHash } from 'node:crypto';
import type { ServerAddress } from '../../core/delivery/connection-errors';
import { formatFingerprint } from '../../core/delivery/fingerprint';
import { hostKeyChanged, hostKeyDeclined, hostKeyUnknown } from '../../core/delivery/login-errors';

/** What a person is shown to decide on. */
export interface HostKeyQuestion {
  readonly host: string;
  readonly port: number;
  /** As the key calls itself: `ssh-ed25519`, `ssh-rsa`, … */
  readonly keyType: string;
  /** `SHA256:…`, as OpenSSH prints it. */
  readonly fingerprint: string;
}

/** Asks a person whether a host key is the right one. True accepts it for this connection; keeping it is the asker's part. */
export type AskHostKey = (question: HostKeyQuestion) => Promise<boolean>;

/** Which host key is accepted: the pinned one; without one, what a person accepts; without a person, none. */
export interface HostKeyPolicy {
  readonly pinned?: string;
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
  if (policy.pinned !== undefined) {
    if (policy.pinned !== fingerprint) throw hostKeyChanged(server, policy.pinned, fingerprint);
    return;
  }
  if (policy.ask === undefined) throw hostKeyUnknown(server, fingerprint);
  const accepted = await policy.ask({ host: server.host, port: server.port, keyType, fingerprint });
  if (!accepted) throw hostKeyDeclined(server, fingerprint);
}
