import type { ServerHostKeyAlgorithm } from 'ssh2';
import type { KnownKeys } from './known-hosts';

/** The algorithms that prove one kind of host key. */
export type KeyFamily = readonly ServerHostKeyAlgorithm[];

/**
 * A server may have several host keys and shows one, by the client's preference. The pinned fingerprint does not say of which
 * kind it is, so on a mismatch the server is asked for its other kinds before the key is called changed.
 */
const keyFamilies: readonly KeyFamily[] = [
  ['ssh-ed25519'],
  ['ecdsa-sha2-nistp256', 'ecdsa-sha2-nistp384', 'ecdsa-sha2-nistp521'],
  ['rsa-sha2-512', 'rsa-sha2-256', 'ssh-rsa'],
];

/** The kind that a key belongs to; undefined for one that is not supported. */
export function familyOf(key: { readonly keyType: string } | undefined): KeyFamily | undefined {
  return keyFamilies.find((algorithms) => algorithms.some((name) => name === key?.keyType));
}

/** Kinds of key that are known of the server come first, since it shows the first that it has. */
export function familiesFor(known: KnownKeys | undefined): readonly KeyFamily[] {
  const first = [...(known?.trusted ?? []), ...(known?.atUsualPort ?? [])].flatMap((key) => {
    const family = familyOf(key);
    return family === undefined ? [] : [family];
  });
  return [...new Set([...first, ...keyFamilies])];
}
