import type { DistinctValues } from './distinct-values';

/** The items of a value, by byte offsets: all of a list, else the value itself. */
export function itemRanges(
  values: DistinctValues,
  code: number,
  isList: boolean,
): readonly (readonly [number, number])[] {
  const start = values.start(code);
  const end = values.end(code);
  return isList ? splitItems(values.bytes, start, end) : [trimmed(values.bytes, start, end)];
}

/** The items of a list, by byte offsets, without the blanks round them; empty items are left out. */
export function splitItems(bytes: Uint8Array, start: number, end: number): (readonly [number, number])[] {
  const items: (readonly [number, number])[] = [];
  let from = start;
  for (let at = start; at <= end; at++) {
    if (at < end && bytes[at] !== 0x2c) continue;
    const item = trimmed(bytes, from, at);
    if (item[0] < item[1]) items.push(item);
    from = at + 1;
  }
  return items;
}

function trimmed(bytes: Uint8Array, start: number, end: number): readonly [number, number] {
  let from = start;
  let to = end;
  while (from < to && isBlank(bytes[from])) from++;
  while (to > from && isBlank(bytes[to - 1])) to--;
  return [from, to];
}

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09;
}
