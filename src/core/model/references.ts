import { contentText } from '../csv/field';
import { notPlain } from '../csv/field-kind';
import { GrowableOffsets } from '../csv/growable-offsets';
import type { ReferenceFact } from '../spec/types';
import { emptyCode, noField, type DistinctValues } from './distinct-values';
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
  /** The records that a value names, be it in other letter case; what leads nowhere is left out. */
  targetsOf(code: number): readonly number[];
  /** The first of the records that a value names, by its code, or 0: `targetsOf` for columns of single references. */
  singleTargets(): Int32Array;
  /** As `singleTargets`, by the record that refers. */
  recordTargets(): Int32Array;
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
  const ids = target.table.values(target.column);
  const resolved = lazily(() => resolveItems(bytes, values, isList, ids));
  const nearIds = lazily(() => foldedIds(ids));

  function items(code: number): readonly ReferenceItem[] {
    if (code === emptyCode || code >= values.size) return [];
    const { firstItems, records } = resolved();
    const first = firstItems[code] ?? 0;
    return itemRanges(bytes, values, code, isList).map(([start, end], index) => {
      const record = records[first + index] ?? 0;
      if (record > 0) return { start, end, record, nearRecord: undefined };
      const nearRecord = nearIds().get(folded(contentText(bytes, start, end)));
      return { start, end, record: undefined, nearRecord };
    });
  }

  function targetsOf(code: number): readonly number[] {
    if (code === emptyCode || code >= values.size) return [];
    const found = recordsOf(resolved(), code);
    return found.includes(0) ? items(code).flatMap((each) => each.record ?? each.nearRecord ?? []) : found;
  }

  const singleTargets = lazily(() => firstTargets(resolved(), targetsOf));
  return {
    table,
    column,
    fact,
    target: target.table,
    targetColumn: target.column,
    values,
    items,
    unresolved: lazily(() => unresolvedCodes(resolved())),
    targetsOf,
    singleTargets,
    recordTargets: lazily(() => targetsByRecord(values.codes, singleTargets())),
    targets: (record) => targetsOf(values.codes[record] ?? emptyCode),
  };
}

/** The records that the items of all values name, one after the other; 0 where there is none of exactly that id. */
interface ResolvedItems {
  /** Where the items of each code begin, and at last where those of the last end. */
  readonly firstItems: Uint32Array;
  readonly records: Uint32Array;
}

function resolveItems(
  bytes: Uint8Array,
  values: DistinctValues,
  isList: boolean,
  ids: DistinctValues,
): ResolvedItems {
  const firstItems = new Uint32Array(values.size + 1);
  const records = new GrowableOffsets(values.size);
  for (let code = emptyCode + 1; code < values.size; code++) {
    firstItems[code] = records.length;
    if (!isList && (values.kind(code) & notPlain) === 0) {
      records.push(recordOf(ids, ids.findValue(values, code)));
      continue;
    }
    for (const [start, end] of itemRanges(bytes, values, code, isList)) {
      records.push(recordOf(ids, ids.find(bytes, start, end)));
    }
  }
  firstItems[values.size] = records.length;
  return { firstItems, records: records.finish() };
}

function recordOf(ids: DistinctValues, code: number): number {
  return code > 0 ? ids.firstRecord(code) : 0;
}

function recordsOf({ firstItems, records }: ResolvedItems, code: number): readonly number[] {
  const found: number[] = [];
  const end = firstItems[code + 1] ?? 0;
  for (let at = firstItems[code] ?? 0; at < end; at++) found.push(records[at] ?? 0);
  return found;
}

function firstTargets(
  { firstItems, records }: ResolvedItems,
  targetsOf: (code: number) => readonly number[],
): Int32Array {
  const targets = new Int32Array(firstItems.length - 1);
  for (let code = emptyCode + 1; code < targets.length; code++) {
    const first = firstItems[code] ?? 0;
    const record = first === firstItems[code + 1] ? 0 : (records[first] ?? 0);
    targets[code] = record > 0 ? record : (targetsOf(code)[0] ?? 0);
  }
  return targets;
}

function targetsByRecord(codes: Uint32Array, targets: Int32Array): Int32Array {
  const records = new Int32Array(codes.length);
  for (let record = 1; record < records.length; record++) {
    const code = codes[record] ?? noField;
    if (code !== noField) records[record] = targets[code] ?? 0;
  }
  return records;
}

function unresolvedCodes({ firstItems, records }: ResolvedItems): readonly number[] {
  const codes: number[] = [];
  let code = emptyCode;
  for (let at = records.indexOf(0); at >= 0; at = records.indexOf(0, at + 1)) {
    while ((firstItems[code + 1] ?? Infinity) <= at) code++;
    if (codes.at(-1) !== code) codes.push(code);
  }
  return codes;
}

function itemRanges(
  bytes: Uint8Array,
  values: DistinctValues,
  code: number,
  isList: boolean,
): readonly (readonly [number, number])[] {
  const start = values.start(code);
  const end = values.end(code);
  return isList ? splitItems(bytes, start, end) : [trimmed(bytes, start, end)];
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
    if (!map.has(id)) map.set(id, ids.firstRecord(code));
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
