import type { ByteRange } from '../csv/field';
import type { ByteEdit } from '../edits/byte-edit';
import { GrowableBytes } from '../edits/growable-bytes';
import type { Table } from '../model/table';
import { decodeUtf8 } from '../text/utf8';

/** What becomes of a record: a stretch of it, and what is to stand there. */
export interface RecordChange {
  rangeOf(record: number): ByteRange;
  write(record: number, to: GrowableBytes): void;
}

/** More changes than these are one edit; fewer leave what an editor marks between them where it is. */
const mostApart = 200;

/**
 * The edits that change the header and each record that is not blank. Of a long table they are one, from the first byte that
 * changes to the last: what takes edits over one after the other moves the rest of the file for each of them.
 */
export function changeRecords(table: Table, change: RecordChange): readonly ByteEdit[] {
  const records: number[] = [];
  for (let record = 0; record < table.recordCount; record++) {
    if (record === 0 || !table.isBlank(record)) records.push(record);
  }
  return records.length > mostApart
    ? [joined(table, records, change)]
    : records.map((record) => {
        const text = new GrowableBytes(64);
        change.write(record, text);
        return { ...change.rangeOf(record), text: decodeUtf8(text.view()) };
      });
}

function joined({ bytes }: Table, records: readonly number[], change: RecordChange): ByteEdit {
  const { start } = change.rangeOf(records[0] ?? 0);
  const text = new GrowableBytes(bytes.length - start);
  let at = start;
  for (const record of records) {
    const range = change.rangeOf(record);
    text.add(bytes, at, range.start);
    change.write(record, text);
    at = range.end;
  }
  return { start, end: at, text: decodeUtf8(text.view()) };
}
