import { columnAt, contentRange, fieldCount, recordAt } from '../csv/field';
import type { Table } from '../model/table';
import { defineRule } from './engine/define-rule';
import {
  describeInvisible,
  invisibleRuns,
  joinsLetters,
  type InvisibleRun,
} from './shared/invisible-characters';
import { placeInRecord } from './shared/place-in-record';

const tab = 0x09;
/** More blanks than this at an end are not looked through for every tab among them. */
const longestBlank = 1000;

export default defineRule({
  id: 'control-character',
  area: 'bytes',
  severity: 'warning',
  summary: 'A field holds characters that cannot be seen.',
  messages: {
    field:
      '{field} holds {character}, which cannot be seen and makes the value differ from one that looks the same',
    header: 'The column name holds {character}, which cannot be seen and makes the name differ from "{name}"',
  },
  table({ table, report }) {
    const { scan, fact } = table;
    if (fact === undefined || (!scan.hasControlCharacters && !scan.hasNonAscii)) return;
    for (const run of invisibleRuns(scan.bytes, scan.textStart)) {
      const record = recordAt(scan, run.start);
      const column = columnAt(scan, record, run.start);
      if (isOwnedElsewhere(table, record, column, run)) continue;
      const place = placeInRecord(table, run.start, run.end);
      const character = describeInvisible(run.codePoint);
      if (record > 0) {
        const field = place.field ?? `Field ${String(column + 1)}`;
        report({ at: place, message: 'field', data: { field, character } });
        continue;
      }
      const name = (place.field ?? '').replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '').trim();
      report({ at: place, message: 'header', data: { character, name } });
    }
  },
});

/** A joiner may be spelling, and a tab at the end of a field is a blank. */
function isOwnedElsewhere(table: Table, record: number, column: number, run: InvisibleRun): boolean {
  if (run.codePoint === tab && isTabAtEnd(table, record, column, run)) return true;
  if (record === 0) return false;
  const type = table.columnFact(column)?.type ?? 'string';
  return type === 'string' && joinsLetters(table.scan.bytes, run);
}

function isTabAtEnd({ scan }: Table, record: number, column: number, { start, end }: InvisibleRun): boolean {
  if (column >= fieldCount(scan, record)) return false;
  const content = contentRange(scan, record, column);
  const isBlank = (from: number, to: number) =>
    to - from <= longestBlank && scan.bytes.subarray(from, to).every((byte) => byte === 0x20 || byte === tab);
  return isBlank(start, end) && (isBlank(content.start, start) || isBlank(end, content.end));
}
