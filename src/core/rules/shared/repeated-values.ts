import { emptyCode, noField } from '../../model/distinct-values';
import type { Table } from '../../model/table';
import { isNullWord } from './null-words';

/** A record with a value that an earlier one has, and the first that has it. */
export interface Repeat {
  readonly record: number;
  readonly first: number;
}

/**
 * The records that repeat a value of a column although they are different people, classes and so on. Only records that count
 * are compared, and those that have different ids. `keys` gives for each code the code that stands for all of its kind.
 */
export function* repeatsOf(table: Table, column: number, keys?: Uint32Array): Generator<Repeat> {
  const values = table.values(column);
  const active = table.active();
  const ids = idCodes(table);
  const firstByKey = new Uint32Array(values.size);
  for (let record = 1; record < active.length; record++) {
    const code = values.codes[record] ?? noField;
    if (active[record] !== 1 || code === noField || code === emptyCode) continue;
    const key = keys?.[code] ?? code;
    if (key === emptyCode) continue;
    const first = firstByKey[key] ?? 0;
    if (first === 0) firstByKey[key] = record;
    else if (ids === undefined || ids[first] !== ids[record]) {
      const text = values.text(code).trim();
      if (text !== '' && !isNullWord(text, table.columnFact(column))) yield { record, first };
    }
  }
}

/** The code of each record's id: records with one id are `duplicate-sourced-id`'s business, whatever else they share. */
export function idCodes(table: Table): Uint32Array | undefined {
  const column = table.columnIndex('sourcedId');
  return column < 0 ? undefined : table.values(column).codes;
}
