import { carriageReturn, lineFeed } from '../../csv/bytes';
import { recordRange } from '../../csv/field';
import type { ByteEdit } from '../../edits/byte-edit';
import type { Table } from '../../model/table';

/** The edits that end every record in one way. */
export function lineEndEdits({ scan, recordCount }: Table, lineEnd: '\r\n' | '\n'): readonly ByteEdit[] {
  const edits: ByteEdit[] = [];
  for (let record = 0; record < recordCount; record++) {
    const { end: start } = recordRange(scan, record);
    if (start >= scan.bytes.length) continue;
    const isCr = scan.bytes[start] === carriageReturn;
    const length = isCr && scan.bytes[start + 1] === lineFeed ? 2 : 1;
    const isRight = lineEnd === '\n' ? !isCr : length === 2;
    if (!isRight) edits.push({ start, end: start + length, text: lineEnd });
  }
  return edits;
}
