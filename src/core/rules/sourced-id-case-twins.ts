import { codesInOrder, emptyCode } from '../model/distinct-values';
import { defineRule } from './engine/define-rule';
import { foldedCodes, mayFold } from './shared/folded-codes';
import { keyColumn } from './shared/key-column';

type Message = 'twin' | 'first';

export default defineRule<Message>({
  id: 'sourced-id-case-twins',
  area: 'key',
  severity: 'warning',
  summary: 'Two ids of a file differ by upper and lower case letters alone.',
  messages: {
    twin: '{field} "{value}" differs by letter case alone from "{twin}", in record {firstRecord}; many systems take them for one',
    first: 'The other {recordName}',
  },
  table({ table, at, report }) {
    const key = keyColumn(table);
    if (key === -1 || table.fact === undefined) return;
    const values = table.values(key);
    if (!mayFold(values)) return;
    const recordName = table.fact.record;
    const folded = foldedCodes(values);
    for (const code of codesInOrder(values)) {
      const twin = folded[code] ?? code;
      if (twin === code || twin === emptyCode) continue;
      const id = values.text(code).trim();
      const other = values.text(twin).trim();
      const record = values.firstRecord(code);
      const first = values.firstRecord(twin);
      // The same but for blanks is another rule's business.
      if (id === other || !table.isIntact(record) || !table.isIntact(first)) continue;
      report({
        at: () => at.field(record, key),
        message: 'twin',
        data: { twin: other, firstRecord: String(first + 1) },
        related: [{ at: () => at.field(first, key), message: 'first', data: { recordName } }],
      });
    }
  },
});
