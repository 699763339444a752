import { createHash } from 'node:crypto';
import type { LocatedProblem } from '../../core/validate-roster';

/** Gives each problem of one report an identity that does not depend on its line. */
export type FingerprintPlace = (problem: LocatedProblem) => string;

/**
 * A problem is known again by its rule, message, file and column, by its value where values may be shown, and by how many
 * like it stand above. So it stays the same while other lines come and go. A hash of a value is left out with the value:
 * what few people can have, such as a date of birth, can be guessed from it.
 */
export function fingerprintPlaces(roster: string, showValues: boolean): FingerprintPlace {
  const kinds = new Map<string, { readonly hash: string; seen: number }>();
  return ({ rule, messageId, file, field = '', value = '' }) => {
    const facts = [roster, rule, messageId, file, field, ...(showValues ? [value] : [])];
    const key = facts.join('\u0000');
    const kind = kinds.get(key) ?? { hash: shortHash(key), seen: 0 };
    kinds.set(key, kind);
    kind.seen++;
    return `${kind.hash}:${String(kind.seen)}`;
  };
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 24);
}
