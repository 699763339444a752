import { firstInvalidUtf8 } from '../text/utf8';
import { defineFixes } from './engine/define-fixes';
import type { Encoding } from './engine/roster-change';

/** UTF-16 tells by itself what it is; of the others the encoding is what is most likely. */
export default defineFixes({
  safety: 'either',
  *fixes({ table, problem: { data, file, messageId }, say }) {
    const encoding = encodings.get(String(data['encoding']));
    if (encoding === undefined || table === undefined) return;
    if (encoding === 'Windows-1252' && holdsUtf8(table.bytes)) return;
    yield {
      safety: messageId === 'utf16' ? 'safe' : 'unsafe',
      title: say('Turn the file from {encoding} into UTF-8', { encoding }),
      onDisk: true,
      changes: () => [{ kind: 'recode', file, encoding }],
    };
  },
});

/** Whether some character is in UTF-8 all the same, which would be spoiled. */
function holdsUtf8(bytes: Uint8Array): boolean {
  return bytes.some((byte, at) => byte >= 0x80 && firstInvalidUtf8(bytes, at) !== at);
}

/** By the names that the message has for them. */
const encodings: ReadonlyMap<string, Encoding> = new Map([
  ['UTF-16 (little-endian)', 'UTF-16LE'],
  ['UTF-16 (big-endian)', 'UTF-16BE'],
  ['Windows-1252', 'Windows-1252'],
  ['Shift-JIS', 'Shift-JIS'],
]);
