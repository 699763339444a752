import { emptyCode, noField } from './distinct-values';
import type { Table } from './table';

/** Marks with 1 the records of a table that are intact and whose status does not take them out of the roster. */
export function activeRecords(
  table: Pick<Table, 'recordCount' | 'isRegular' | 'isIntact' | 'columnIndex' | 'values'>,
): Uint8Array {
  const active = new Uint8Array(table.recordCount);
  const status = table.columnIndex('status');
  const { codes, ended } = status < 0 ? { codes: undefined, ended: undefined } : readStatus(table, status);
  if (table.isRegular && ended === undefined) return active.fill(1, 1);
  for (let record = 1; record < active.length; record++) {
    if (!table.isIntact(record)) continue;
    active[record] = codes !== undefined && ended?.[codes[record] ?? noField] === 1 ? 0 : 1;
  }
  return active;
}

function readStatus(table: Pick<Table, 'values'>, column: number) {
  const values = table.values(column);
  const ended = new Uint8Array(values.size);
  for (let code = emptyCode + 1; code < values.size; code++) {
    if (/^\s*(?:tobedeleted|inactive)\s*$/i.test(values.text(code))) ended[code] = 1;
  }
  return { codes: values.codes, ended: ended.includes(1) ? ended : undefined };
}
