import { randomUUID } from 'node:crypto';
import type { ContentTypeDecoder, Message } from 'vscode-jsonrpc';
import { nextTurn } from '../turns';
import { findLongArrays, type LongArray } from './long-arrays';

/** A message that is not longer, in bytes, is read at once: that takes about a millisecond. */
const atOnce = 0x2_0000;

/**
 * Reads messages from JSON. The problems of a file may be megabytes, and reading them at once would hold the editor: the elements
 * of long arrays are read a few at a time, and the editor has its turn in between.
 */
export const decodeInTurns: ContentTypeDecoder = {
  name: 'application/json',
  async decode(content) {
    const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
    return (bytes.length <= atOnce ? parse(bytes) : await parseInTurns(bytes)) as Message;
  },
};

function parse(bytes: Buffer): unknown {
  return JSON.parse(bytes.toString());
}

/** Reads the message with a mark in the place of the elements of each long array, and then these. */
async function parseInTurns(bytes: Buffer): Promise<unknown> {
  const arrays = await findLongArrays(bytes);
  const mark = randomUUID();
  const frame: Buffer[] = [];
  let at = 0;
  for (const [index, { start, end }] of arrays.entries()) {
    frame.push(bytes.subarray(at, start), Buffer.from(`"${mark}${String(index)}"`));
    at = end;
  }
  frame.push(bytes.subarray(at));
  const message = parse(Buffer.concat(frame));
  // All of them first: what is filled in holds arrays, too.
  for (const target of [...arraysIn(message)]) {
    const [element] = target;
    if (typeof element !== 'string' || !element.startsWith(mark)) continue;
    const array = arrays[Number(element.slice(mark.length))];
    target.pop();
    if (array !== undefined) await fill(target, array, bytes);
  }
  return message;
}

async function fill(target: unknown[], { start, end, commas }: LongArray, bytes: Buffer): Promise<void> {
  const starts = [start, ...commas.map((comma) => comma + 1)];
  const ends = [...commas, end];
  for (const [index, from] of starts.entries()) {
    await nextTurn();
    const elements = JSON.parse(`[${bytes.toString('utf8', from, ends[index])}]`) as readonly unknown[];
    target.push(...elements);
  }
}

function* arraysIn(value: unknown): Generator<unknown[]> {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) yield value as unknown[];
  for (const part of Object.values(value)) yield* arraysIn(part);
}
