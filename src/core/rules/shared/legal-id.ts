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
