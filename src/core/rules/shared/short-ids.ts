import { notDigits } from '../../csv/field-kind';
import { emptyCode, type DistinctValues } from '../../model/distinct-values';

/** Ids that seem to lack leading zeros, by their codes, and the number of digits that the others have. */
export interface ShortIds {
  readonly length: number;
  readonly codes: ReadonlySet<number>;
}

/** So many ids of one length are enough to go by; fewer where some of them begin with a zero. */
const enough = 10;
const enoughWithZeros = 3;
/** Shorter numbers than this have not been padded on purpose. */
const shortest = 4;

/**
 * The ids that are one or two digits shorter than the others, where nearly all others are digits of one length. Undefined where
 * a column is not like that, or where its numbers may simply have grown longer: from 9998 over 9999 to 10000.
 */
export function shortIds(values: DistinctValues): ShortIds | undefined {
  const lengths = digitCounts(values);
  const { bytes } = values;
  if (lengths === undefined) return undefined;
  const [length, count] = mostCommon(lengths);
  const short: number[] = [];
  let hasZero = false;
  let lowest = 99;
  let highestShort = 0;
  for (let code = emptyCode + 1; code < values.size; code++) {
    const digits = lengths[code] ?? 0;
    if (digits === length) {
      const leading = leadingDigits(bytes, values.start(code));
      hasZero ||= leading < 10;
      lowest = Math.min(lowest, leading);
    } else if (digits >= length - 2 && digits < length) {
      short.push(code);
      if (digits === length - 1) {
        highestShort = Math.max(highestShort, leadingDigits(bytes, values.start(code)));
      }
    }
  }
  const needed = hasZero ? enoughWithZeros : enough;
  if (short.length === 0 || length < shortest || count < needed) return undefined;
  // One in twenty, or the only one of a small column.
  const others = values.size - 1 - count;
  if (others > Math.max(1, count / 20)) return undefined;
  const mayHaveGrown = lowest === 10 && highestShort >= 90;
  if (mayHaveGrown) return undefined;
  return { length, codes: new Set(short) };
}

/** The first two digits, as a number. */
function leadingDigits(bytes: Uint8Array, start: number): number {
  return ((bytes[start] ?? 0) - 0x30) * 10 + ((bytes[start + 1] ?? 0) - 0x30);
}

/** The length of each value that is digits alone, 0 for others; undefined where too many are others. */
function digitCounts(values: DistinctValues): Uint8Array | undefined {
  const counts = new Uint8Array(values.size);
  let others = 0;
  for (let code = emptyCode + 1; code < values.size; code++) {
    const start = values.start(code);
    const end = values.end(code);
    if ((values.kind(code) & notDigits) === 0 && end - start <= longest) counts[code] = end - start;
    else if (++others > Math.max(1, values.size / 20)) return undefined;
  }
  return counts;
}

const longest = 40;

function mostCommon(lengths: Uint8Array): readonly [length: number, count: number] {
  const counts = new Uint32Array(longest + 1);
  for (const length of lengths) if (length > 0) counts[length] = (counts[length] ?? 0) + 1;
  let best = 0;
  for (const [length, count] of counts.entries()) if (count > (counts[best] ?? 0)) best = length;
  return [best, counts[best] ?? 0];
}
