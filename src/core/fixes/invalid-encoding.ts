import { defineFixes } from './engine/define-fixes';
import type { Encoding } from './engine/roster-change';

/** UTF-16 tells by itself what it is; of the others the encoding is what is most likely. */
export default defineFixes({
  safety: 'either',
  *fixes({ problem: { data, file, messageId } }) {
    const encoding = encodings.get(String(data['encoding']));
    if (encoding === undefined) return;
    yield {
      safety: messageId === 'utf16' ? 'safe' : 'unsafe',
      title: `Turn the file from ${encoding} into UTF-8`,
      changes: () => [{ kind: 'recode', file, encoding }],
    };
  },
});

/** By the names that the message has for them. */
const encodings: ReadonlyMap<string, Encoding> = new Map([
  ['UTF-16 (little-endian)', 'UTF-16LE'],
  ['UTF-16 (big-endian)', 'UTF-16BE'],
  ['Windows-1252', 'Windows-1252'],
  ['Shift-JIS', 'Shift-JIS'],
]);
