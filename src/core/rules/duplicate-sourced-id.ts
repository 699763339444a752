import { emptyCode, noField } from '../model/distinct-values';
import type { Table } from '../model/table';
import { defineRule } from './engine/define-rule';
import { keyColumn } from './shared/key-column';

export default defineRule<'repeated' | 'first'>({
  id: 'duplicate-sourced-id',
  area: 'key',
  severity: 'error',
  summary: 'Two records of a file have the same id.',
  messages: {
    repeated: '{field} "{value}" is already the id of another {recordName}, in record {firstRecord}',
    first: 'The first {recordName} with this id',
  },
  table({ table, at, report }) {
    const key = keyColumn(table);
    if (key === -1 || table.fact === undefined) return;
    const data = { recordName: table.fact.record };
    const { codes } = table.values(key);
    for (const { record, first } of repeats(table, key)) {
      report({
        at: () => at.field(record, key),
        message: 'repeated',
        data: { ...data, firstRecord: String(first + 1) },
        group: `${table.file} ${String(codes[first])}`,
        related: [{ at: () => at.field(first, key), message: 'first', data }],
      });
    }
  },
});

/** Each record whose id an earlier record has, with the first that has it. */
function* repeats(table: Table, key: number): Generator<{ readonly record: number; readonly first: number }> {
  const values = table.values(key);
  if (filledFields(values.codes) === values.size - 1) return;
  const firstByCode = new Uint32Array(values.size);
  for (let record = 1; record < values.codes.length; record++) {
    const code = values.codes[record] ?? noField;
    if (code === noField || code === emptyCode || !hasWholeKey(table, record, key)) continue;
    const first = firstByCode[code] ?? 0;
    if (first === 0) firstByCode[code] = record;
    else if (values.text(code).trim() !== '') yield { record, first };
  }
}

function filledFields(codes: Uint32Array): number {
  let count = 0;
  for (let record = 1; record < codes.length; record++) {
    const code = codes[record];
    if (code !== emptyCode && code !== noField) count++;
  }
  return count;
}

/**
 * Whether the key of a record can be trusted. Of a record with the wrong number of fields the first one can, unless the
 * record may be the rest of one that a line break tore apart.
 */
function hasWholeKey(table: Table, record: number, key: number): boolean {
  if (table.isIntact(record)) return true;
  if (key !== 0 || table.isMalformed(record, 0)) return false;
  return table.fieldCount(record) > table.header.length || table.isIntact(record - 1);
}
