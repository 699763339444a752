import { contentText } from '../csv/field';
import type { ReferenceFact } from '../spec/types';
import type { Steps } from '../steps';
import { emptyCode, type DistinctValues } from './distinct-values';
import { itemRanges } from './list-items';
import { firstTargets, listTargets, resolver, targetsIn, unresolvedCodes } from './resolved-items';
import type { Table } from './table';
import { DerivedInSteps, type Tracker } from './tracker';

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
  /** Resolves all values in steps. Else it is done at the first question, at once. */
  resolveSteps(): Steps<void>;
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
  tracker: Tracker,
): References {
  const valuesNow = () => table.values(column);
  const idsNow = () => target.table.values(target.column);
  const resolved = new DerivedInSteps(tracker, resolver(valuesNow, idsNow, isList));

  function items(code: number): readonly ReferenceItem[] {
    const values = valuesNow();
    if (code === emptyCode || code >= values.size) return [];
    const { firstItems, records } = resolved.value();
    const first = firstItems[code] ?? 0;
    return itemRanges(values, code, isList).map(([start, end], index) => {
      const record = records[first + index] ?? 0;
      if (record > 0) return { start, end, record, nearRecord: undefined };
      const nearRecord = target.nearIds().get(folded(contentText(values.bytes, start, end)));
      return { start, end, record: undefined, nearRecord };
    });
  }

  const targetLists = tracker.derive(() => listTargets(resolved.value(), items));

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
    resolveSteps: () => resolved.steps(),
    items,
    unresolved: tracker.derive(() => unresolvedCodes(resolved.value())),
    targetsOf,
    targetLists,
    singleTargets: tracker.derive(() => firstTargets(targetLists())),
    targets: (record) => targetsOf(valuesNow().codes[record] ?? emptyCode),
  };
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
