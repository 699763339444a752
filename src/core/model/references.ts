import { contentText } from '../csv/field';
import { notPlain } from '../csv/field-kind';
import { GrowableOffsets } from '../csv/growable-offsets';
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
  /** The records that a value names, be it in other letter case; what leads nowhere is left out. */
  targetsOf(code: number): readonly number[];
  /** The same of all values: to be gone through without an object for each. */
  targetLists(): TargetLists;
  /** The first of the records that a value names, by its code, or 0: `targetsOf` for columns of single references. */
  singleTargets(): Int32Array;
  /** The records that the fields of a record refer to; what leads nowhere is left out. */
  targets(record: number): readonly number[];
}

/** The records that the values of a column name, by their codes: those of `code` stand from `starts[code]` to `starts[code + 1]`. */
export interface TargetLists {
  readonly starts: Uint32Array;
  readonly records: Uint32Array;
}

/** The column of ids that references are looked up in. */
export interface ReferenceTarget {
  readonly table: Table;
  readonly column: number;
  /** The records by ids that were folded: see `foldedIds`. */
  readonly nearIds: () => ReadonlyMap<string, number>;
}

/** Makes something be worked out at the first call, and again only where what it rests on has changed. */
export type Derive = <T>(work: () => T) => () => T;

/** Resolves a reference column against the column that it names. */
export function resolveReferences(
  table: Table,
  column: number,
  fact: ReferenceFact,
  isList: boolean,
  target: ReferenceTarget,
  derive: Derive,
): References {
  const valuesNow = () => table.values(column);
  const resolved = derive(resolver(valuesNow, isList, target));

  function items(code: number): readonly ReferenceItem[] {
    const values = valuesNow();
    if (code === emptyCode || code >= values.size) return [];
    const { firstItems, records } = resolved();
    const first = firstItems[code] ?? 0;
    return itemRanges(values, code, isList).map(([start, end], index) => {
      const record = records[first + index] ?? 0;
      if (record > 0) return { start, end, record, nearRecord: undefined };
      const nearRecord = target.nearIds().get(folded(contentText(values.bytes, start, end)));
      return { start, end, record: undefined, nearRecord };
    });
  }

  const targetLists = derive(() => listTargets(resolved(), items));

  // An empty value leads nowhere, whatever the others do: they need not be resolved for its sake.
  const targetsOf = (code: number) =>
    code === emptyCode || code >= valuesNow().size ? [] : targetsIn(targetLists(), code);
  return {
    table,
    column,
    fact,
    target: target.table,
    targetColumn: target.column,
    get values() {
      return valuesNow();
    },
    items,
    unresolved: derive(() => unresolvedCodes(resolved())),
    targetsOf,
    targetLists,
    singleTargets: derive(() => firstTargets(targetLists())),
    targets: (record) => targetsOf(valuesNow().codes[record] ?? emptyCode),
  };
}

/** Resolves the items of all values, and keeps what it has found for the next time. */
function resolver(
  valuesNow: () => DistinctValues,
  isList: boolean,
  { table, column }: ReferenceTarget,
): () => ResolvedItems {
  let last: ResolvedItems | undefined;
  return () => {
    last = resolveItems(valuesNow(), isList, table.values(column), last);
    return last;
  };
}

/** The records that the items of all values name, one after the other; 0 where there is none of exactly that id. */
interface ResolvedItems {
  /** The revisions of the values and of the ids that this holds for. */
  readonly revision: number;
  readonly idsRevision: number;
  /** Where the items of each code begin, and at last where those of the last end. */
  readonly firstItems: Uint32Array;
  readonly records: Uint32Array;
}

/** Values of single references that were resolved before, and ids that are the same, need no second look. */
function resolveItems(
  values: DistinctValues,
  isList: boolean,
  ids: DistinctValues,
  before: ResolvedItems | undefined,
): ResolvedItems {
  const firstItems = new Uint32Array(values.size + 1);
  const records = new GrowableOffsets(values.size);
  const known = isList || before?.idsRevision !== ids.revision ? undefined : before;
  for (let code = emptyCode + 1; code < values.size; code++) {
    firstItems[code] = records.length;
    if (known !== undefined && !values.hasChangedSince(code, known.revision)) {
      records.push(known.records[code - 1] ?? 0);
      continue;
    }
    if (!isList && (values.kind(code) & notPlain) === 0) {
      records.push(recordOf(ids, ids.findValue(values, code)));
      continue;
    }
    for (const [start, end] of itemRanges(values, code, isList)) {
      records.push(recordOf(ids, ids.find(values.bytes, start, end)));
    }
  }
  firstItems[values.size] = records.length;
  return {
    firstItems,
    records: records.finish(),
    revision: values.revision,
    idsRevision: ids.revision,
  };
}

function recordOf(ids: DistinctValues, code: number): number {
  return code > 0 ? ids.firstRecord(code) : 0;
}

/** Puts the records of ids in other letter case in the places of those that are not there, and leaves out what leads nowhere. */
function listTargets(
  { firstItems, records }: ResolvedItems,
  items: (code: number) => readonly ReferenceItem[],
): TargetLists {
  if (!records.includes(0)) return { starts: firstItems, records };
  const starts = new Uint32Array(firstItems.length);
  const found = new GrowableOffsets(records.length);
  for (let code = emptyCode; code < firstItems.length - 1; code++) {
    starts[code] = found.length;
    const end = firstItems[code + 1] ?? 0;
    let hasGap = false;
    for (let at = firstItems[code] ?? 0; at < end; at++) hasGap ||= records[at] === 0;
    for (let at = firstItems[code] ?? 0; at < end && !hasGap; at++) found.push(records[at] ?? 0);
    for (const { record, nearRecord = 0 } of hasGap ? items(code) : []) {
      if ((record ?? nearRecord) > 0) found.push(record ?? nearRecord);
    }
  }
  starts[starts.length - 1] = found.length;
  return { starts, records: found.finish() };
}

/** Asked about many thousands of codes: a copy of a part of the array would take ten times as long. */
function targetsIn({ starts, records }: TargetLists, code: number): readonly number[] {
  const found: number[] = [];
  const end = starts[code + 1] ?? 0;
  for (let at = starts[code] ?? 0; at < end; at++) found.push(records[at] ?? 0);
  return found;
}

function firstTargets({ starts, records }: TargetLists): Int32Array {
  const targets = new Int32Array(starts.length - 1);
  for (let code = emptyCode + 1; code < targets.length; code++) {
    const first = starts[code] ?? 0;
    if (first !== starts[code + 1]) targets[code] = records[first] ?? 0;
  }
  return targets;
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

/** The first record of each id, letter case, blanks round it and characters that cannot be seen left aside. */
export function foldedIds(ids: DistinctValues): ReadonlyMap<string, number> {
  const map = new Map<string, number>();
  for (let code = 1; code < ids.size; code++) {
    const id = folded(ids.text(code));
    const record = ids.firstRecord(code);
    if (record < (map.get(id) ?? Infinity)) map.set(id, record);
  }
  return map;
}

function folded(id: string): string {
  return id
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .trim()
    .toLowerCase();
}
