import type { ByteRange } from '../../csv/field';
import { emptyCode, type DistinctValues } from '../../model/distinct-values';
import type { Table } from '../../model/table';
import { decodeUtf8, encodeUtf8 } from '../../text/utf8';

/** How many of the last ids are looked at for what ids look like. */
const sample = 50;

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What ids have in common: all but a number. */
interface Pattern {
  readonly before: string;
  readonly after: string;
}

/**
 * The next id that no record has, of the look of those that the table has: a number counted up, or a new GUID. Empty where they
 * have no such look.
 */
export function nextId(table: Table, column: number, example: string, newGuid: () => string): string {
  const values = table.values(column);
  const ids = lastIds(table, column);
  if (ids.length === 0) return `${/^[A-Za-z]+[-_]?/.exec(example)?.[0] ?? ''}1`;
  if (ids.filter((id) => guid.test(id)).length * 2 > ids.length) return likeLast(ids, newGuid());
  const pattern = commonPattern(ids);
  if (pattern === undefined) return '';
  const { before, after } = pattern;
  let digits = highest(values, encodeUtf8(before), encodeUtf8(after));
  for (;;) {
    digits = countUp(digits);
    const id = before + digits + after;
    const bytes = encodeUtf8(id);
    if (values.find(bytes, 0, bytes.length) < 0) return id;
  }
}

function lastIds(table: Table, column: number): readonly string[] {
  const ids: string[] = [];
  for (let record = table.recordCount - 1; record > 0 && ids.length < sample; record--) {
    const id = table.isIntact(record) ? table.text(record, column) : '';
    if (id !== '') ids.push(id);
  }
  return ids;
}

function likeLast([last = '']: readonly string[], id: string): string {
  return last === last.toUpperCase() ? id.toUpperCase() : id.toLowerCase();
}

/** The pattern that most ids have; of several the last one. Undefined where each has another. */
function commonPattern(ids: readonly string[]): Pattern | undefined {
  const counts = new Map<string, { readonly pattern: Pattern; count: number }>();
  for (const id of ids) {
    const [, before, after] = /^(.*?)\d+(\D*)$/.exec(id) ?? [];
    if (before === undefined || after === undefined) continue;
    const key = JSON.stringify([before, after]);
    const known = counts.get(key) ?? { pattern: { before, after }, count: 0 };
    known.count++;
    counts.set(key, known);
  }
  const [best] = [...counts.values()].sort((a, b) => b.count - a.count);
  return best === undefined || (best.count === 1 && ids.length > 2) ? undefined : best.pattern;
}

/** The digits of the highest number in ids of a pattern. */
function highest(values: DistinctValues, before: Uint8Array, after: Uint8Array): string {
  const { bytes } = values;
  let best = { start: 0, end: 0 };
  for (let code = emptyCode + 1; code < values.size; code++) {
    const first = values.start(code);
    const [start, end] = [first + before.length, values.end(code) - after.length];
    if (start >= end || !hasAt(bytes, first, before) || !hasAt(bytes, end, after)) continue;
    if (areDigits(bytes, start, end) && isHigher(bytes, { start, end }, best)) best = { start, end };
  }
  return decodeUtf8(bytes, best.start, best.end);
}

function hasAt(bytes: Uint8Array, at: number, part: Uint8Array): boolean {
  return part.every((byte, index) => bytes[at + index] === byte);
}

function areDigits(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x30 || byte > 0x39) return false;
  }
  return true;
}

/** Numbers may have more digits than can be reckoned with. */
function isHigher(bytes: Uint8Array, left: ByteRange, right: ByteRange): boolean {
  const [a, b] = [afterZeroes(bytes, left), afterZeroes(bytes, right)];
  const shorter = left.end - a - (right.end - b);
  if (shorter !== 0) return shorter > 0;
  for (let at = 0; a + at < left.end; at++) {
    const difference = (bytes[a + at] ?? 0) - (bytes[b + at] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

function afterZeroes(bytes: Uint8Array, { start, end }: ByteRange): number {
  let at = start;
  while (at < end && bytes[at] === 0x30) at++;
  return at;
}

/** The next number, with zeroes before it as there were. */
function countUp(digits: string): string {
  const nines = /9*$/.exec(digits)?.[0].length ?? 0;
  const head = digits.slice(0, digits.length - nines);
  const last = Number(head.at(-1) ?? '0') + 1;
  return `${head.slice(0, -1)}${String(last)}${'0'.repeat(nines)}`;
}
