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
  /** A record whose id differs only by letter case, by blanks round it or by characters that cannot be seen. */
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
  /** The codes of the values with an item that names no record, found at the first call. */
  unresolved(): readonly number[];
  /** The records that the fields of a record refer to; what leads nowhere is left out. */
  targets(record: number): readonly number[];
}

/** The column of ids that references are looked up in. */
export interface ReferenceTarget {
  readonly table: Table;
  readonly column: number;
}

/** Resolves a reference column against the column that it names. */
export function resolveReferences(
  table: Table,
  column: number,
  fact: ReferenceFact,
  isList: boolean,
  target: ReferenceTarget,
): References {
  const { bytes } = table.scan;
  const values = table.values(column);
  const look = lookUp(bytes, target.table.values(target.column));
  const resolved = new Int32Array(isList ? 0 : values.size);

  function items(code: number): readonly ReferenceItem[] {
    if (code === emptyCode || code >= values.size) return [];
    const start = values.starts[code] ?? 0;
    const end = values.ends[code] ?? 0;
    if (isList) return splitItems(bytes, start, end).map(([from, to]) => look(from, to));
    const known = resolved[code] ?? 0;
    if (known > 0) return [{ start, end, record: known, nearRecord: undefined }];
    const item = look(...trimmed(bytes, start, end));
    resolved[code] = item.record ?? 0;
    return [item];
  }

  return {
    table,
    column,
    fact,
    target: target.table,
    targetColumn: target.column,
    values,
    items,
    unresolved: lazily(() =>
      codesWhere(values, (code) => items(code).some((item) => item.record === undefined)),
    ),
    targets: (record) =>
      items(values.codes[record] ?? emptyCode).flatMap((each) => each.record ?? each.nearRecord ?? []),
  };
}

function codesWhere(values: DistinctValues, holds: (code: number) => boolean): readonly number[] {
  const codes: number[] = [];
  for (let code = emptyCode + 1; code < values.size; code++) if (holds(code)) codes.push(code);
  return codes;
}

/** Finds the record of an id; where there is none, one whose id is nearly the same. */
function lookUp(bytes: Uint8Array, ids: DistinctValues): (start: number, end: number) => ReferenceItem {
  const nearIds = lazily(() => foldedIds(ids));
  return (start, end) => {
    const code = ids.find(bytes, start, end);
    if (code > 0) return { start, end, record: ids.firstRecords[code], nearRecord: undefined };
    return {
      start,
      end,
      record: undefined,
      nearRecord: nearIds().get(folded(contentText(bytes, start, end))),
    };
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
  return id
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .trim()
    .toLowerCase();
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
