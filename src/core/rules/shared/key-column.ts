import type { Table } from '../../model/table';

/** The column that tells a table's records apart: its first, where that is a required id; or -1. */
export function keyColumn(table: Table): number {
  const first = table.fact?.columns[0];
  return first?.type === 'guid' && first.required === true ? table.columnIndex(first.name) : -1;
}
