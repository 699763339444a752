import { quote } from '../csv/bytes';
import { notIdCharacters, notPlain } from '../csv/field-kind';
import { emptyCode, type DistinctValues } from '../model/distinct-values';
import type { Both } from './comparison';

/** Stands for a value that the earlier column does not have. */
const onlyAfter = 0xffff_fffe;

/** A number for each value of two columns, by its code: equal numbers are equal values. 0 is the empty value. */
export type CommonNumbers = Both<Uint32Array>;

/**
 * Numbers the values of two columns. How a value is written does not count: quotes round it, quotes doubled or not, and how
 * lines end inside it. Values that the earlier column does not have all have one number.
 */
export function commonNumbers({ before, after }: Both<DistinctValues>): CommonNumbers {
  const beforeNumbers = Uint32Array.from({ length: before.size }, (_, code) => code);
  const afterNumbers = new Uint32Array(after.size);
  for (let code = emptyCode + 1; code < after.size; code++) {
    const found = before.findValue(after, code);
    afterNumbers[code] = found < 0 ? onlyAfter : found;
  }
  const known = mayBeWrittenInWays(before) || mayBeWrittenInWays(after) ? writtenInWays(before) : undefined;
  if (known === undefined) return { before: beforeNumbers, after: afterNumbers };
  for (const [code, text] of textsWrittenInWays(before)) beforeNumbers[code] = known.get(text) ?? code;
  for (const [code, text] of textsWrittenInWays(after)) afterNumbers[code] = known.get(text) ?? onlyAfter;
  return { before: beforeNumbers, after: afterNumbers };
}

/** The first code of each text that can be written in several ways. */
function writtenInWays(values: DistinctValues): ReadonlyMap<string, number> {
  const known = new Map<string, number>();
  for (const [code, text] of textsWrittenInWays(values)) if (!known.has(text)) known.set(text, code);
  return known;
}

function* textsWrittenInWays(values: DistinctValues): Generator<readonly [number, string]> {
  for (let code = emptyCode + 1; code < values.size; code++) {
    if (!isWrittenInWays(values, code)) continue;
    yield [code, values.text(code).replace(/\r\n?/g, '\n')];
  }
}

function mayBeWrittenInWays({ kinds }: DistinctValues): boolean {
  return (kinds & (notIdCharacters | notPlain)) !== 0;
}

function isWrittenInWays(values: DistinctValues, code: number): boolean {
  if ((values.kind(code) & (notIdCharacters | notPlain)) === 0) return false;
  const { bytes } = values;
  const end = values.end(code);
  for (let at = values.start(code); at < end; at++) {
    const byte = bytes[at];
    if (byte === quote || byte === 0x0d || byte === 0x0a) return true;
  }
  return false;
}
