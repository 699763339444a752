import type { Table } from '../../model/table';
import type { ColumnFact } from '../../spec/types';

/**
 * Whether every field of the column has to be blank here: `status` and `dateLastModified` in a bulk file of 1.1 and 1.2.
 * `lifecycle-in-bulk` speaks of what stands there, so checks of values and types do not.
 */
export function hasToBeBlank(fact: ColumnFact, table: Table): boolean {
  return fact.required === 'delta' && table.mode === 'bulk';
}
