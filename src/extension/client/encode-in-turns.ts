import { randomUUID } from 'node:crypto';
import type { ContentTypeEncoder } from 'vscode-jsonrpc';
import { nextTurn } from '../turns';

/** So many characters are encoded at a stretch, which takes about a millisecond. */
const atAStretch = 0x4_0000;

/**
 * Writes messages as JSON. The text of a document may be many megabytes, and encoding it at once would hold the editor: long
 * strings are encoded piece by piece, and the editor has its turn in between.
 */
export const encodeInTurns: ContentTypeEncoder = {
  name: 'application/json',
  async encode(message) {
    const texts: string[] = [];
    const mark = randomUUID();
    const frame = JSON.stringify(message, (_key, value: unknown) => {
      if (typeof value !== 'string' || value.length <= atAStretch) return value;
      texts.push(value);
      return mark;
    });
    if (texts.length === 0) return Buffer.from(frame);
    const pieces: Buffer[] = [];
    for (const [index, between] of frame.split(mark).entries()) {
      if (index > 0) pieces.push(...(await encodeText(texts[index - 1] ?? '')));
      pieces.push(Buffer.from(between));
    }
    return Buffer.concat(pieces);
  },
};

/** A pair of surrogates that is cut in two is written as two escapes, which stand for the same character. */
async function encodeText(text: string): Promise<readonly Buffer[]> {
  const pieces: Buffer[] = [];
  for (let at = 0; at < text.length; at += atAStretch) {
    await nextTurn();
    const quoted = JSON.stringify(text.slice(at, at + atAStretch));
    pieces.push(Buffer.from(quoted.slice(1, -1)));
  }
  return pieces;
}
