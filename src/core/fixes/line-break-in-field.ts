import { carriageReturn, lineFeed } from '../csv/bytes';
import { contentRange } from '../csv/field';
import type { ByteEdit } from '../edits/byte-edit';
import { defineFixes } from './engine/define-fixes';
import { fieldOf } from './shared/replace-value';

/** In a text a blank says the same. What a break in an id or a number stands for is not known. */
export default defineFixes({
  safety: 'safe',
  *fixes(context) {
    const place = fieldOf(context);
    if (place === undefined) return;
    const { table, record, column } = place;
    const type = table.columnFact(column)?.type ?? 'string';
    if (type !== 'string' || record === 0) return;
    const edits = breaksIn(table.bytes, contentRange(table.scan, record, column));
    yield {
      safety: 'safe',
      title: context.say('Put a blank in the place of the line break'),
      changes: () => [{ kind: 'edit', file: table.file, edits }],
    };
  },
});

/** Breaks at the ends, and beside a blank, leave nothing behind. */
function breaksIn(
  bytes: Uint8Array,
  { start, end }: { readonly start: number; readonly end: number },
): readonly ByteEdit[] {
  const isBreak = (at: number) => bytes[at] === lineFeed || bytes[at] === carriageReturn;
  const edits: ByteEdit[] = [];
  for (let at = start; at < end; at++) {
    if (!isBreak(at)) continue;
    const from = at;
    while (at + 1 < end && isBreak(at + 1)) at++;
    const isBeside = from === start || at + 1 === end || bytes[from - 1] === 0x20 || bytes[at + 1] === 0x20;
    edits.push({ start: from, end: at + 1, text: isBeside ? '' : ' ' });
  }
  return edits;
}
