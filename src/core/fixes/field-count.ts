import { fieldCount, fieldRange, recordRange, type ByteRange } from '../csv/field';
import type { Table } from '../model/table';
import { csvField } from '../edits/write-field';
import { decodeUtf8 } from '../text/utf8';
import { defineFixes, type Fix } from './engine/define-fixes';
import { needsValue } from './shared/needs-value';
import { shown } from './shared/write-suggestion';

/** Empty fields too many go, a value with commas gets quotes, and a record that ends too early gets its last commas. */
export default defineFixes({
  safety: 'unsafe',
  *fixes({ table, problem, say }) {
    if (table === undefined || problem.record === undefined) return;
    const record = problem.record - 1;
    const { found, expected, column } = problem.data;
    if (typeof found !== 'number' || typeof expected !== 'number') return;
    const { end } = recordRange(table.scan, record);
    if (problem.messageId === 'empty' && !isSplitElsewhere(table, record, { start: end, end })) {
      const { end: start } = fieldRange(table.scan, record, expected - 1);
      yield edit(table, { start, end }, '', say('Take out the commas at the end'));
    } else if (problem.messageId === 'comma' && typeof column === 'string') {
      const part = partOf(table, record, table.columnIndex(column), found - expected);
      const text = decodeUtf8(table.bytes, part.start, part.end);
      if (/^[^\s"][^"]*[^,"]$/.test(text) && !isSplitElsewhere(table, record, part)) {
        yield edit(
          table,
          part,
          csvField(text, true),
          say('Put "{value}" into quotes', { value: shown(text) }),
        );
      }
    } else if (problem.messageId === 'few' && mayEndEmpty(table, record)) {
      const commas = ','.repeat(expected - found);
      yield edit(table, { start: end, end }, commas, say('Add the empty fields at the end'));
    }
  },
});

/** The fields that a column and the commas in its value make. */
function partOf({ scan }: Table, record: number, column: number, surplus: number): ByteRange {
  const { start } = fieldRange(scan, record, column);
  return { start, end: fieldRange(scan, record, column + surplus).end };
}

/** Whether a field outside a part begins with a blank, as what stands behind a comma in a text does. */
function isSplitElsewhere({ scan, bytes }: Table, record: number, part: ByteRange): boolean {
  const starts = Array.from(
    { length: fieldCount(scan, record) },
    (_, column) => fieldRange(scan, record, column).start,
  );
  return starts.some((start) => bytes[start] === 0x20 && (start < part.start || start > part.end));
}

function mayEndEmpty(table: Table, record: number): boolean {
  const missing = [...table.header.keys()].slice(fieldCount(table.scan, record));
  return missing.every((column) => !needsValue(table.columnFact(column), table));
}

function edit({ file }: Table, part: ByteRange, text: string, title: string): Fix {
  const edits = [{ start: part.start, end: part.end, text }];
  return { safety: 'unsafe', title, changes: () => [{ kind: 'edit', file, edits }] };
}
