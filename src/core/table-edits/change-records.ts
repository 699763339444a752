import type { ByteRange } from '../csv/field';
import type { ByteEdit } from '../edits/byte-edit';
import { GrowableBytes } from '../edits/growable-bytes';
import type { Table } from '../model/table';
import { eachRecord } from '../rules/shared/each-record';
import type { Steps } from '../steps';
import { decodeUtf8 } from '../text/utf8';

/** What becomes of a record: a stretch of it, and what is to stand there. */
export interface RecordChange {
  rangeOf(record: number): ByteRange;
  write(record: number, to: GrowableBytes): void;
}

/** More changes than these are put together; fewer leave what an editor marks between them where it is. */
const mostApart = 200;

/**
 * So many bytes are changed by one edit, more or less: handing over more would hold an editor, and with less it would be asked, and
 * check, too often.
 */
export const blockSize = 0x20_0000;

/** So many records are written in a step. */
export const stepSize = 4096;

/**
 * The edits that change the header and each record that is not blank. Of a long table they are few, of many records each: what
 * takes edits over one after the other moves the rest of the file for each of them.
 */
export function* changeRecords(table: Table, change: RecordChange): Steps<readonly ByteEdit[]> {
  const records: number[] = [0];
  yield* eachRecord(table.recordCount, (record) => {
    if (!table.isBlank(record)) records.push(record);
  });
  const size = records.length > mostApart ? blockSize : 0;
  const edits: ByteEdit[] = [];
  for (let at = 0; at < records.length;) {
    const { edit, next } = yield* blockFrom(table, records, at, size, change);
    edits.push(edit);
    at = next;
  }
  return edits;
}

/** The edit of the record at a place, and of those that follow until it is large enough. */
function* blockFrom(
  { bytes }: Table,
  records: readonly number[],
  first: number,
  size: number,
  change: RecordChange,
): Steps<{ readonly edit: ByteEdit; readonly next: number }> {
  const { start } = change.rangeOf(records[first] ?? 0);
  const text = new GrowableBytes(size);
  let end = start;
  let next = first;
  do {
    const record = records[next] ?? 0;
    const range = change.rangeOf(record);
    text.add(bytes, end, range.start);
    change.write(record, text);
    end = range.end;
    next++;
    if (next % stepSize === 0) yield;
  } while (next < records.length && text.length < size);
  return { edit: { start, end, text: decodeUtf8(text.view()) }, next };
}
