import { contentText } from '../csv/field';
import type { ReferenceFact } from '../spec/types';
import { emptyCode, type DistinctValues } from './distinct-values';
import type { Table } from './table';

/** What one item of a reference column leads to. */
export interface ReferenceItem {
  /** The item's bytes in the file of the reference, at the value's first occurrence. */
  readonly start: number;
  readonly end: number;
  /** The record that the item names, or undefined where there is none. */
  readonly record: number | undefined;
  /** A record whose id differs only by letter case or by blanks round it. */
  readonly nearRecord: number | undefined;
}

/** A column of references, resolved once per distinct value. */
export interface References {
  readonly table: Table;
  readonly column: number;
  readonly fact: ReferenceFact;
  readonly target: Table;
  readonly targetColumn: number;
  readonly values: DistinctValues;
  /** The items of a value, several in a list, none in the empty value. */
  items(code: number): readonly ReferenceItem[];
  /** The records that the fields of a record refer to; what leads nowhere is left out. */
  targets(record: number): readonly number[];
}

/** Resolves a reference column against the column that it names. */
export function resolveReferences(
  table: Table,
  column: number,
  fact: ReferenceFact,
  isList: boolean,
  target: Table,
  targetColumn: number,
): References {
  const values = table.values(column);
  const ids = target.values(targetColumn);
  const bytes = table.scan.bytes;
  const resolved = new Int32Array(isList ? 0 : values.size);
  const nearIds = lazily(() => foldedIds(ids));

  function item(start: number, end: number): ReferenceItem {
    const code = ids.find(bytes, start, end);
    if (code > 0) return { start, end, record: ids.firstRecords[code], nearRecord: undefined };
    const near = nearIds().get(folded(contentText(bytes, start, end)));
    return { start, end, record: undefined, nearRecord: near };
  }

  function recordOf(code: number): number {
    const known = resolved[code] ?? 0;
    if (known !== 0) return known;
    const found = ids.find(bytes, values.starts[code] ?? 0, values.ends[code] ?? 0);
    const record = found > 0 ? (ids.firstRecords[found] ?? -1) : -1;
    resolved[code] = record;
    return record;
  }

  function items(code: number): readonly ReferenceItem[] {
    if (code === emptyCode || code >= values.size) return [];
    const start = values.starts[code] ?? 0;
    const end = values.ends[code] ?? 0;
    if (isList) return splitItems(bytes, start, end).map(([from, to]) => item(from, to));
    const record = recordOf(code);
    return record > 0 ? [{ start, end, record, nearRecord: undefined }] : [item(...trimmed(bytes, start, end))];
  }

  return {
    table,
    column,
    fact,
    target,
    targetColumn,
    values,
    items,
    targets: (record) =>
      items(values.codes[record] ?? emptyCode).flatMap((each) => each.record ?? each.nearRecord ?? []),
  };
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

function foldedIds(ids: DistinctValues): ReadonlyMap<string, number> {
  const map = new Map<string, number>();
  for (let code = 1; code < ids.size; code++) {
    const id = folded(ids.text(code));
    if (!map.has(id)) map.set(id, ids.firstRecords[code] ?? 0);
  }
  return map;
}

function folded(id: string): string {
  return id.trim().toLowerCase();
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
