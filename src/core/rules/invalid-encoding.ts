import type { Table } from '../model/table';
import { firstInvalidUtf8 } from '../text/utf8';
import { utf16ByteOrder } from '../text/utf16-byte-order';
import { defineRule, type TableContext } from './engine/define-rule';
import { guessEncoding } from './shared/guess-encoding';
import { placeInRecord } from './shared/place-in-record';

type Message = 'utf16' | 'other' | 'unknown' | 'mixed' | 'replaced';

const replacementCharacter = [0xef, 0xbf, 0xbd] as const;

export default defineRule<Message>({
  id: 'invalid-encoding',
  area: 'bytes',
  severity: 'error',
  summary: 'A file is not encoded in UTF-8.',
  runsOn: 'any-table',
  messages: {
    utf16: 'The file is saved as {encoding}; it has to be UTF-8',
    other: 'The file is not UTF-8 but most likely {encoding}; this is the first wrong byte of {count}',
    unknown: 'The file is not UTF-8; this is the first wrong byte of {count}',
    mixed:
      'Most of the file is UTF-8, but some text is in another encoding; this is the first wrong byte of {count}',
    replaced:
      'The file was once read in a wrong encoding and saved again; "�" stands for what was lost (in all: {count})',
  },
  table(context) {
    const { table, roster, at } = context;
    if (table.fact === undefined) return;
    const content = roster.input.entries.find(({ path }) => path === table.file)?.content;
    const byteOrder = content !== undefined && 'bytes' in content ? utf16ByteOrder(content.bytes) : undefined;
    if (byteOrder !== undefined) {
      context.report({ at: at.file(), message: 'utf16', data: { encoding: `UTF-16 (${byteOrder})` } });
    } else if (table.scan.hasNonAscii) checkBytes(context);
  },
});

function checkBytes(context: TableContext<Message>): void {
  const { table } = context;
  const { bytes } = table.scan;
  const first = firstInvalidUtf8(bytes);
  if (first < 0) {
    reportReplaced(context);
    return;
  }
  const count = countInvalid(bytes, first);
  const place = placeInRecord(table, first, first + 1);
  const at = { ...place, value: `0x${(bytes[first] ?? 0).toString(16).toUpperCase()}` };
  if (countSequences(bytes) > count) {
    context.report({ at, message: 'mixed', data: { count } });
    return;
  }
  const encoding = guessEncoding(bytes);
  if (encoding === undefined) context.report({ at, message: 'unknown', data: { count } });
  else context.report({ at, message: 'other', data: { count, encoding } });
}

/** Text that an editor has read in the wrong encoding is UTF-8 again, but what stood there is gone. */
function reportReplaced(context: TableContext<Message>): void {
  const places = replacements(context.table);
  const [first] = places;
  if (first === undefined) return;
  context.report({
    at: placeInRecord(context.table, first, first + replacementCharacter.length),
    message: 'replaced',
    data: { count: places.length },
    severity: 'warning',
  });
}

function replacements({ scan: { bytes } }: Table): readonly number[] {
  const [lead, second, third] = replacementCharacter;
  const places: number[] = [];
  for (let at = bytes.indexOf(lead); at >= 0; at = bytes.indexOf(lead, at + 1)) {
    if (bytes[at + 1] === second && bytes[at + 2] === third) places.push(at);
  }
  return places;
}

function countInvalid(bytes: Uint8Array, first: number): number {
  let count = 0;
  for (let at = first; at >= 0; at = firstInvalidUtf8(bytes, at + 1)) count++;
  return count;
}

/** The number of characters of two and more bytes, by what is nearly always true of them: a lead, then a continuation. */
function countSequences(bytes: Uint8Array): number {
  let count = 0;
  for (let at = 1; at < bytes.length; at++) {
    const isContinuation = ((bytes[at] ?? 0) & 0xc0) === 0x80;
    if (isContinuation && (bytes[at - 1] ?? 0) >= 0xc2) count++;
  }
  return count;
}
