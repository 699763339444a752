import type { OneRosterVersion, Severity } from '../../spec/types';

/** Ids are shorter than this many characters. */
export const idLengthLimit = 256;

export type IdDefect = 'character' | 'length';

/** What is wrong with an id of 1.1 and 1.2, or undefined: its characters, or more of them than a reader has to take. */
export function idDefect(id: string): IdDefect | undefined {
  if (id.length >= idLengthLimit) return 'length';
  return /^[A-Za-z0-9._/@-]*$/.test(id) ? undefined : 'character';
}

/** The first character of an id that none may have, or undefined. */
export function illegalCharacter(id: string): string | undefined {
  return /[^A-Za-z0-9._/@-]/u.exec(id)?.[0];
}

/** How grave a defect is: which characters are legal is certain for 1.2 alone, and 1.0 takes ids as plain texts. */
export function idSeverity(defect: IdDefect, version: OneRosterVersion): Severity | undefined {
  if (version === '1.0') return undefined;
  return version === '1.1' && defect === 'character' ? 'warning' : 'error';
}

/** Whether a stretch of bytes is at once a legal id; most are, and need no text. */
export function isLegalId(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start >= idLengthLimit) return false;
  for (let at = start; at < end; at++) if (!isLegal(bytes[at] ?? 0)) return false;
  return true;
}

function isLegal(byte: number): boolean {
  if (byte >= 0x61) return byte <= 0x7a;
  // From - to 9 are the digits with - . / before them, from @ to Z the capital letters with @ before them.
  return (byte >= 0x2d && byte <= 0x39) || (byte >= 0x40 && byte <= 0x5a) || byte === 0x5f;
}
