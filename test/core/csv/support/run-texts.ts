// How many texts are tried, and what is said of one that fails.
import { randomInt } from 'node:crypto';
import fc, { type Arbitrary } from 'fast-check';

/** How many texts all properties together try. For a long hunt: ONEROSTER_FUZZ=1000000. */
export const textCount = Number(process.env['ONEROSTER_FUZZ'] ?? 20_000);

/** The seed of the first run; the others have the numbers after it. That of a failure makes the same text in the first run. */
export const firstSeed = Number(process.env['ONEROSTER_FUZZ_SEED'] ?? randomInt(1 << 30));

/** So many texts are made from one seed, if there are not fewer of the kind in all. */
const textsOfSeed = 1000;

export interface TextKind<T> {
  readonly texts: Arbitrary<T>;
  /** How many of 20,000 texts are of this kind. */
  readonly share: number;
  readonly check: (text: T) => void;
}

export function countOf<T>({ share }: TextKind<T>): number {
  return Math.round((share * textCount) / 20_000);
}

export function runTexts<T>(kind: TextKind<T>): void {
  const property = fc.property(kind.texts, kind.check);
  const step = Math.min(textsOfSeed, kind.share);
  const count = countOf(kind);
  for (let done = 0, seed = firstSeed; done < count; done += step, seed++) {
    const { failed, counterexample, errorInstance } = fc.check(property, {
      seed,
      numRuns: Math.min(step, count - done),
    });
    if (!failed) continue;
    const message = `ONEROSTER_FUZZ_SEED=${String(seed)}: ${JSON.stringify(counterexample?.[0])}`;
    throw new Error(`${message}\n${String(errorInstance)}`, { cause: errorInstance });
  }
}
