import { emptyCode } from '../../model/distinct-values';
import type { References } from '../../model/references';
import type { Table } from '../../model/table';
import type { FixContext } from '../engine/define-fixes';

type Known = Pick<FixContext, 'roster' | 'memo'>;

/** The columns of the roster that name records of a table. */
export function referencesTo({ roster, memo }: Known, table: Table): readonly References[] {
  return memo(`references to ${table.file}`, () =>
    roster.tables.flatMap((each) =>
      [...each.header.keys()].flatMap((column) => {
        const references = roster.references(each, column);
        return references?.target === table ? [references] : [];
      }),
    ),
  );
}

/** Whether a record is named by another one, be it in other letter case. */
export function isNamed(known: Known, table: Table, record: number): boolean {
  const named = known.memo(`named in ${table.file}`, () => namedRecords(known, table));
  return named[record] === 1;
}

/** 1 for each record of a table that another record names. */
function namedRecords(known: Known, table: Table): Uint8Array {
  const named = new Uint8Array(table.recordCount);
  for (const references of referencesTo(known, table)) {
    for (let code = emptyCode + 1; code < references.values.size; code++) {
      for (const record of references.targetsOf(code)) named[record] = 1;
    }
  }
  return named;
}
