import type { Table } from '../model/table';
import { idLengthLimit } from '../rules/shared/legal-id';
import type { SplitFact } from './conversion-facts';

/** The key of a record that is made of an owner and an item: the same every night. */
export function splitKey(owner: string, item: string): string {
  // Room for a number is left, should the end be cut off.
  return `${owner}_${item}`.slice(0, idLengthLimit - 12);
}

/** What an owner's value is in the record of one item: it may depend on the record that the item names. */
export function valueForItem(
  { byItem }: SplitFact,
  value: string,
  target: Table | undefined,
  record: number | undefined,
): string {
  const special = byItem.find((each) => each.value === value);
  if (special === undefined) return value;
  const column = target?.columnIndex(special.column) ?? -1;
  if (target === undefined || record === undefined || column < 0) return special.otherwise;
  return special.values[target.text(record, column)] ?? special.otherwise;
}

/** What a value of the newer version is in the older, which knows the words of `known`. */
export function valueInOlder(
  { toOlder, otherwise }: SplitFact,
  value: string,
  known: ReadonlySet<string>,
): string {
  if (Object.hasOwn(toOlder, value)) return toOlder[value] ?? otherwise;
  return known.has(value) ? value : otherwise;
}
