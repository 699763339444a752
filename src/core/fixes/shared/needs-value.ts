import type { Table } from '../../model/table';
import type { ColumnFact } from '../../spec/types';

/** Whether every record of a table has to have a value in a column. */
export function needsValue(fact: ColumnFact | undefined, { mode }: Table): boolean {
  return fact?.required === true || (fact?.required === 'delta' && mode === 'delta');
}
