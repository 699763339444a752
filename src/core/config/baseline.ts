import { sentence, type Sentence } from '../text/say';
import { isDayText } from './is-day-text';

/** The name of a baseline that is found without being named, beside the configuration. */
export const baselineFileName = 'oneroster.baseline.json';

/** Problems that were known when it was written, and are accepted for a while. It names no person and no value. */
export interface Baseline {
  /** The last day on which they are accepted, as `YYYY-MM-DD`. */
  readonly until: string;
  /** Goes into each fingerprint, so that those of two baselines cannot be compared. */
  readonly salt: string;
  readonly known: readonly KnownProblems[];
}

/** The known problems of one rule in one column. */
export interface KnownProblems {
  readonly rule: string;
  /** The file's name, without folders; empty for the roster as a whole. */
  readonly file: string;
  /** Empty for what concerns no column. */
  readonly field: string;
  /** How often each fingerprint is known. */
  readonly fingerprints: Readonly<Record<string, number>>;
}

/** The text of a baseline file, the same for the same problems. */
export function formatBaseline({ until, salt, known }: Baseline): string {
  const about =
    'Problems that "oneroster validate" knows and accepts until the day given; only new ones count. Written by --write-baseline.';
  const groups = known
    .filter(({ fingerprints }) => Object.keys(fingerprints).length > 0)
    .map(({ rule, file, field, fingerprints }) => ({
      rule,
      file,
      field,
      fingerprints: Object.fromEntries(Object.entries(fingerprints).sort(byName)),
    }))
    .sort((a, b) => compare(a.file, b.file) || compare(a.rule, b.rule) || compare(a.field, b.field));
  return `${JSON.stringify({ about, until, salt, known: groups }, undefined, 2)}\n`;
}

/** The baseline that was read from JSON, or what is wrong with it as a sentence. */
export function checkBaseline(
  value: unknown,
): { readonly baseline: Baseline } | { readonly problem: Sentence } {
  if (!isRecord(value))
    return { problem: sentence('It has to be an object, as --write-baseline writes it.') };
  const { until, salt, known } = value;
  if (typeof until !== 'string' || !isDayText(until)) {
    return { problem: sentence('"until" has to be a day, as YYYY-MM-DD.') };
  }
  if (typeof salt !== 'string' || salt === '') return { problem: sentence('"salt" has to be a text.') };
  if (!Array.isArray(known)) return { problem: sentence('"known" has to be a list.') };
  const items: readonly unknown[] = known;
  const wrong = items.findIndex((item) => !isKnownProblems(item));
  if (wrong >= 0) {
    return {
      problem: sentence('Item {item} of "known" has to have "rule", "file", "field" and "fingerprints".', {
        item: String(wrong + 1),
      }),
    };
  }
  return { baseline: { until, salt, known: items.filter(isKnownProblems) } };
}

function isKnownProblems(item: unknown): item is KnownProblems {
  if (!isRecord(item)) return false;
  const { rule, file, field, fingerprints } = item;
  if (typeof rule !== 'string' || typeof file !== 'string' || typeof field !== 'string') return false;
  return (
    isRecord(fingerprints) &&
    Object.values(fingerprints).every((times) => Number.isInteger(times) && Number(times) > 0)
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function byName([a]: readonly [string, number], [b]: readonly [string, number]): number {
  return compare(a, b);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
