import { matchesPattern } from '../config/matches-pattern';

/** One line of a known_hosts file that has a meaning. */
export interface KnownHostLine {
  /** Counted from 1. */
  readonly line: number;
  readonly marker?: 'revoked' | 'cert-authority';
  /** Plain names and patterns, in lower case; empty where the name is hashed. */
  readonly patterns: readonly HostPattern[];
  readonly hashed?: HashedHost;
  /** As the key calls itself: `ssh-ed25519`, `ssh-rsa`, … */
  readonly keyType: string;
  /** The key as it comes over the wire, in base64. */
  readonly key: string;
}

interface HostPattern {
  /** With `*` for any text and `?` for one letter. */
  readonly text: string;
  /** A name that fits takes the whole line out. */
  readonly isNegated: boolean;
}

/** A host name that only somebody who knows it can recognise: HMAC-SHA1 over the name. Both in base64. */
export interface HashedHost {
  readonly salt: string;
  readonly hash: string;
}

/** What a known_hosts file says, and the numbers of the lines that say nothing anybody understands. */
export interface ParsedKnownHosts {
  readonly lines: readonly KnownHostLine[];
  readonly unreadable: readonly number[];
}

/** Reads a known_hosts file in the form that sshd(8) describes. It never fails: a line with a mistake is noted and left out. */
export function parseKnownHosts(text: string): ParsedKnownHosts {
  const lines: KnownHostLine[] = [];
  const unreadable: number[] = [];
  text.split(/\r?\n/).forEach((raw, index) => {
    const content = raw.trim();
    if (content === '' || content.startsWith('#')) return;
    const line = parseLine(content, index + 1);
    if (line === undefined) unreadable.push(index + 1);
    else lines.push(line);
  });
  return { lines, unreadable };
}

function parseLine(content: string, line: number): KnownHostLine | undefined {
  const words = content.split(/[ \t]+/);
  const marker = words[0]?.startsWith('@') === true ? words.shift()?.slice(1) : undefined;
  const [hosts, keyType, key] = words;
  if (marker !== undefined && marker !== 'revoked' && marker !== 'cert-authority') return undefined;
  if (hosts === undefined || keyType === undefined || key === undefined) return undefined;
  if (!/^[a-z][\w.@-]*$/i.test(keyType) || !/^[A-Za-z0-9+/]{16,}={0,2}$/.test(key)) return undefined;
  const names = hosts.startsWith('|') ? hashedName(hosts) : plainNames(hosts);
  if (names === undefined) return undefined;
  return { line, ...(marker === undefined ? {} : { marker }), ...names, keyType, key };
}

function hashedName(text: string): Pick<KnownHostLine, 'patterns' | 'hashed'> | undefined {
  const [, salt, hash] = /^\|1\|([A-Za-z0-9+/]+=*)\|([A-Za-z0-9+/]+=*)$/.exec(text) ?? [];
  return salt === undefined || hash === undefined ? undefined : { patterns: [], hashed: { salt, hash } };
}

function plainNames(text: string): Pick<KnownHostLine, 'patterns'> {
  const patterns = text
    .split(',')
    .filter((name) => name !== '' && name !== '!')
    .map((name) => {
      const isNegated = name.startsWith('!');
      return { text: (isNegated ? name.slice(1) : name).toLowerCase(), isNegated };
    });
  return { patterns };
}

/** The name by which known_hosts files call a server: with its port only where that is not the usual one. */
export function knownHostName(host: string, port: number): string {
  const name = host.toLowerCase();
  return port === 22 ? name : `[${name}]:${String(port)}`;
}

/**
 * Whether a line speaks of a name as `knownHostName` gives it.
 * @param isHashOf whether a hash is that of the name; this layer has no cryptography of its own
 */
export function speaksOf(
  { patterns, hashed }: KnownHostLine,
  name: string,
  isHashOf: (hashed: HashedHost, name: string) => boolean,
): boolean {
  if (hashed !== undefined) return isHashOf(hashed, name);
  const fitting = patterns.filter(({ text }) => matchesPattern(name, text));
  return fitting.length > 0 && !fitting.some(({ isNegated }) => isNegated);
}
