import { createHash, createHmac } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { ServerAddress } from '../../core/delivery/connection-errors';
import { phrase, sentence, type Sentence } from '../../core/text/say';
import { formatFingerprint } from '../../core/delivery/fingerprint';
import {
  knownHostName,
  parseKnownHosts,
  speaksOf,
  type HashedHost,
  type KnownHostLine,
} from '../../core/delivery/known-hosts';
import { RosterError } from '../../core/errors';
import { readIfPresent } from '../read-if-present';

/** A key that a known_hosts file names for a server. */
export interface KnownKey {
  readonly keyType: string;
  /** `SHA256:…` */
  readonly fingerprint: string;
  /** Where it stands, for people: the file and the line. */
  readonly place: string;
}

/** What the known_hosts files say of one server. */
export interface KnownKeys {
  /** Any of these is right, and any other is a change. */
  readonly trusted: readonly KnownKey[];
  /** Of the same name at the usual port: each of these is right, but another one is no change. */
  readonly atUsualPort: readonly KnownKey[];
  /** Any of these is wrong, whatever else is said. */
  readonly revoked: readonly KnownKey[];
  /** The places of authorities that sign host keys, which are not supported. */
  readonly authorities: readonly string[];
}

interface PlacedLine {
  readonly line: KnownHostLine;
  readonly place: string;
}

/** What known_hosts files say. OpenSSH's own rules are followed, but for certificates. */
export class KnownHosts {
  readonly #lines: readonly PlacedLine[];
  /** Sentences on what could not be read. */
  readonly complaints: readonly Sentence[];

  constructor(lines: readonly PlacedLine[], complaints: readonly Sentence[] = []) {
    this.#lines = lines;
    this.complaints = complaints;
  }

  keysOf({ host, port }: ServerAddress): KnownKeys {
    const name = knownHostName(host, port);
    const here = this.#lines.filter(({ line }) => speaksOf(line, name, isHashOf));
    const bare = knownHostName(host, 22);
    const atUsualPort = name === bare ? [] : this.#lines.filter(({ line }) => speaksOf(line, bare, isHashOf));
    const marked = (marker: KnownHostLine['marker'], lines = here) =>
      lines.filter(({ line }) => line.marker === marker);
    return {
      trusted: marked(undefined).map(toKey),
      atUsualPort: marked(undefined, atUsualPort).map(toKey),
      revoked: [...marked('revoked'), ...marked('revoked', atUsualPort)].map(toKey),
      authorities: marked('cert-authority').map(({ place }) => place),
    };
  }
}

function isHashOf({ salt, hash }: HashedHost, name: string): boolean {
  return createHmac('sha1', Buffer.from(salt, 'base64')).update(name).digest('base64') === hash;
}

function toKey({ line, place }: PlacedLine): KnownKey {
  const digest = createHash('sha256').update(Buffer.from(line.key, 'base64')).digest();
  return { keyType: line.keyType, fingerprint: formatFingerprint(digest), place };
}

/** The files that OpenSSH reads unless it is told otherwise: the user's, then the system's. */
export function usualKnownHostsFiles(home: string = homedir()): readonly string[] {
  const system =
    process.platform === 'win32' ? join(process.env['PROGRAMDATA'] ?? 'C:\\ProgramData', 'ssh') : '/etc/ssh';
  return [
    join(home, '.ssh', 'known_hosts'),
    join(home, '.ssh', 'known_hosts2'),
    join(system, 'ssh_known_hosts'),
    join(system, 'ssh_known_hosts2'),
  ];
}

/** Reads known_hosts files. Those that are not there say nothing; those that cannot be read are complained of. */
export async function readKnownHosts(files: readonly string[] = usualKnownHostsFiles()): Promise<KnownHosts> {
  const lines: PlacedLine[] = [];
  const complaints: Sentence[] = [];
  for (const file of files) {
    try {
      const text = await readIfPresent(file, (reason) => unreadable(file, reason));
      const parsed = parseKnownHosts(text ?? '');
      lines.push(...parsed.lines.map((line) => ({ line, place: `line ${String(line.line)} of ${file}` })));
      if (parsed.unreadable.length > 0) {
        complaints.push(
          sentence('{file} has lines that cannot be read: {lines}.', {
            file,
            lines: parsed.unreadable.join(', '),
          }),
        );
      }
    } catch (error) {
      if (!RosterError.is(error)) throw error;
      complaints.push(error.sentences.message);
    }
  }
  return new KnownHosts(lines, complaints);
}

function unreadable(file: string, reason: Sentence): RosterError {
  return new RosterError(
    'file-unreadable',
    sentence('{file} cannot be read: {reason}; the servers in it are not known.', { file, reason }),
    phrase('Make it readable.'),
  );
}
