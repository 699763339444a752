/** A secret in a text where others can read it. Offsets count UTF-16 units. */
export interface FoundSecret {
  readonly kind: 'password' | 'passphrase' | 'private-key';
  /** The secret itself. */
  readonly value: string;
  /** What is to be marked: of a setting its name and value. */
  readonly start: number;
  readonly end: number;
  /** What has to go so that the secret is gone; a setting has to go as a whole. */
  readonly cut: 'setting' | 'line' | 'part';
  /** Of a setting, where its value begins. */
  readonly valueStart: number;
}

/** Where a text is from, which says what in it is a secret. */
export type SecretPlace = 'configuration' | 'settings' | 'other';

/** A name for a setting that somebody would put a secret into. */
export const secretName = /pass(?:word|wort|phrase|wd)?$|^pwd$|secret|token|credential|^privateKey$/i;

/**
 * Finds passwords and private keys in a text: blocks of key files, passwords in `sftp://` addresses, a line that sets
 * ONEROSTER_SFTP_PASSWORD, and settings in JSON whose name says so. What only names a place for a secret, such as `${…}`, is none.
 */
export function findSecrets(text: string, place: SecretPlace): readonly FoundSecret[] {
  const found = [...keys(text), ...addresses(text), ...variables(text), ...settings(text, place)];
  return found
    .filter(({ value }) => !/^[$%<{*]/.test(value))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

function keys(text: string): readonly FoundSecret[] {
  const block =
    /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----[^]*?-----END (?:[A-Z0-9]+ )*PRIVATE KEY-----|^PuTTY-User-Key-File-\d:[^]*?^Private-MAC: .*$/gm;
  return [...text.matchAll(block)].map((match) => ({
    kind: 'private-key' as const,
    value: `${match[0]}\n`,
    ...spanOf(match.index, match[0]),
    cut: 'part' as const,
  }));
}

function addresses(text: string): readonly FoundSecret[] {
  const address = /\b(sftp:\/\/[^\s"'/:@]*)(:[^\s"'/@]+)@/gi;
  return [...text.matchAll(address)].flatMap((match) => {
    const [, before = '', part = ''] = match;
    const span = spanOf(match.index + before.length, part);
    return [{ kind: 'password' as const, value: decoded(part.slice(1)), ...span, cut: 'part' as const }];
  });
}

function variables(text: string): readonly FoundSecret[] {
  const line =
    /^[ \t]*(?:export[ \t]+|set[ \t]+)?ONEROSTER_SFTP_PASSWORD[ \t]*=[ \t]*(["']?)(.+?)\1[ \t]*$/gm;
  return [...text.matchAll(line)].map((match) => ({
    kind: 'password' as const,
    value: match[2] ?? '',
    ...spanOf(match.index, match[0]),
    cut: 'line' as const,
  }));
}

function settings(text: string, place: SecretPlace): readonly FoundSecret[] {
  if (place === 'other' && !/"(?:host|hostname|remote)"\s*:/.test(text)) return [];
  const setting = /("((?:[^"\\]|\\.)*)"\s*:\s*)("(?:[^"\\]|\\.)+")/g;
  return [...text.matchAll(setting)].flatMap((match) => {
    const [all, before = '', name = '', quoted = ''] = match;
    if (!isSecretSetting(name, place)) return [];
    const value: unknown = parsed(quoted);
    if (typeof value !== 'string') return [];
    const kind = /passphrase/i.test(name) ? ('passphrase' as const) : ('password' as const);
    const span = { start: match.index, end: match.index + all.length };
    return [{ kind, value, ...span, valueStart: match.index + before.length, cut: 'setting' as const }];
  });
}

function isSecretSetting(name: string, place: SecretPlace): boolean {
  if (place === 'configuration') return secretName.test(name);
  if (place === 'settings') return name.startsWith('oneroster.') && secretName.test(name);
  return /^(?:password|passphrase)$/i.test(name);
}

function spanOf(start: number, text: string): Pick<FoundSecret, 'start' | 'end' | 'valueStart'> {
  return { start, end: start + text.length, valueStart: start };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}

function parsed(quoted: string): unknown {
  try {
    return JSON.parse(quoted);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
