import { emptyCode, noField } from '../../model/distinct-values';

/** A column by its codes; a record that has nothing in one that is `needed` is like no other. */
export interface ComparedColumn {
  readonly codes: Uint32Array;
  readonly needed: boolean;
}

/**
 * The records that have the same values in all columns, as lists in the file's order; lists of one are left out. A million
 * records pass here, so codes are compared and nothing is made for a record that is like no other.
 */
export function sameRecords(
  counts: Uint8Array,
  columns: readonly ComparedColumn[],
): Iterable<readonly number[]> {
  let size = 16;
  while (size < counts.length * 2) size *= 2;
  const slots = new Uint32Array(size);
  const lists = new Map<number, number[]>();
  for (let record = 1; record < counts.length; record++) {
    if (counts[record] !== 1 || lacksValue(columns, record)) continue;
    let slot = hashOf(columns, record) & (size - 1);
    let first = slots[slot] ?? 0;
    while (first !== 0 && !areSame(columns, first, record)) {
      slot = (slot + 1) & (size - 1);
      first = slots[slot] ?? 0;
    }
    if (first === 0) slots[slot] = record;
    else {
      const list = lists.get(first);
      if (list === undefined) lists.set(first, [first, record]);
      else list.push(record);
    }
  }
  return lists.values();
}

function lacksValue(columns: readonly ComparedColumn[], record: number): boolean {
  for (const { codes, needed } of columns) {
    const code = codes[record] ?? noField;
    if (needed && (code === emptyCode || code === noField)) return true;
  }
  return false;
}

function areSame(columns: readonly ComparedColumn[], record: number, other: number): boolean {
  for (const { codes } of columns) if (codes[record] !== codes[other]) return false;
  return true;
}

function hashOf(columns: readonly ComparedColumn[], record: number): number {
  let hash = 0x811c9dc5;
  for (const { codes } of columns) {
    hash = Math.imul(hash ^ (codes[record] ?? 0), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash >>> 0;
}
