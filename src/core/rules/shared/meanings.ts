import { emptyCode, noField } from '../../model/distinct-values';
import type { Table } from '../../model/table';

/**
 * The allowed value that each distinct value of an enumeration means, by its code: blanks and letter case are left to the
 * rules about those. Undefined for the empty value, for values of one's own (`ext:`) and for what is no value.
 */
export function meanings(table: Table, column: number): readonly (string | undefined)[] {
  const fact = table.columnFact(column);
  const allowed = fact?.type === 'boolean' ? ['true', 'false'] : fact?.values?.map(({ value }) => value);
  const byCase = new Map(allowed?.map((value) => [value.toLowerCase(), value]));
  const values = table.values(column);
  return Array.from({ length: values.size }, (_, code) =>
    code === emptyCode ? undefined : byCase.get(values.text(code).trim().toLowerCase()),
  );
}

/** Reads what a record's field means; undefined where the table does not have the column. See `meanings`. */
export function meaningReader(
  table: Table,
  name: string,
): ((record: number) => string | undefined) | undefined {
  const column = table.columnIndex(name);
  if (column < 0) return undefined;
  const known = meanings(table, column);
  const { codes } = table.values(column);
  return (record) => {
    const code = codes[record] ?? noField;
    return code === noField ? undefined : known[code];
  };
}

/** Marks with 1 the codes of an enumeration that mean one of the words. */
export function codesMeaning(table: Table, column: number, ...words: readonly string[]): Uint8Array {
  return Uint8Array.from(meanings(table, column), (value) =>
    value !== undefined && words.includes(value) ? 1 : 0,
  );
}

/** A field of a record as text without blanks at its ends; empty where the table does not have the column. */
export function textIn(table: Table, record: number, name: string): string {
  const column = table.columnIndex(name);
  return column < 0 ? '' : table.text(record, column).trim();
}
