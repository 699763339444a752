import { lastStartUpTo } from '../text/line-index';
import { decodeUtf8 } from '../text/utf8';
import { applyEdits, type ByteEdit } from './byte-edit';

/** A file before and after: its names, and the edits that lead from one to the other. */
export interface DiffedFile {
  /** Undefined for a file that is new. */
  readonly from: string | undefined;
  /** Undefined for a file that goes. */
  readonly to: string | undefined;
  /** What the file held, in UTF-8. */
  readonly before: Uint8Array;
  /** In order, none of them overlapping. */
  readonly edits: readonly ByteEdit[];
}

/** How many lines are shown round a change. */
const context = 3;

/** The changes of a file as a unified diff, which `git apply` and `patch` take; in pieces, for a diff may be as long as the file. */
export function* unifiedDiff({ from, to, before, edits }: DiffedFile): Generator<string> {
  const named = from ?? to ?? '';
  yield `diff --git a/${named} b/${to ?? named}\n`;
  if (from === undefined) yield 'new file mode 100644\n';
  if (to === undefined) yield 'deleted file mode 100644\n';
  if (from !== undefined && to !== undefined && from !== to) yield `rename from ${from}\nrename to ${to}\n`;
  const blocks = changedBlocks(before, edits);
  if (blocks.length === 0) return;
  yield `--- ${from === undefined ? '/dev/null' : `a/${from}`}\n`;
  yield `+++ ${to === undefined ? '/dev/null' : `b/${to}`}\n`;
  yield* hunks(before, blocks);
}

/** Whole lines, of which something has changed. Lines count from 0. */
interface Block {
  readonly firstLine: number;
  readonly old: readonly string[];
  readonly new: readonly string[];
}

function changedBlocks(before: Uint8Array, edits: readonly ByteEdit[]): readonly Block[] {
  const starts = lineStarts(before);
  const blocks: Block[] = [];
  for (let index = 0; index < edits.length;) {
    const first = lastStartUpTo(starts, edits[index]?.start ?? 0);
    const own: ByteEdit[] = [];
    let end = starts[first] ?? before.length;
    for (let edit = edits[index]; edit !== undefined; edit = edits[++index]) {
      if (own.length > 0 && edit.start >= end && end < before.length) break;
      own.push(edit);
      end = Math.max(end, starts[lastStartUpTo(starts, edit.end) + 1] ?? before.length);
    }
    const start = starts[first] ?? before.length;
    const moved = own.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
    const old = before.subarray(start, end);
    blocks.push(
      trimmed({
        firstLine: first,
        old: linesOf(decodeUtf8(old)),
        new: linesOf(decodeUtf8(applyEdits(old, moved))),
      }),
    );
  }
  return blocks.filter((block) => block.old.length + block.new.length > 0);
}

/** Leaves out the lines at both ends that stay as they are. */
function trimmed({ firstLine, old, new: changed }: Block): Block {
  const most = Math.min(old.length, changed.length);
  let first = 0;
  while (first < most && old[first] === changed[first]) first++;
  let last = 0;
  while (last < most - first && old.at(-1 - last) === changed.at(-1 - last)) last++;
  return {
    firstLine: firstLine + first,
    old: old.slice(first, old.length - last),
    new: changed.slice(first, changed.length - last),
  };
}

function* hunks(before: Uint8Array, blocks: readonly Block[]): Generator<string> {
  const starts = lineStarts(before);
  const lineText = (line: number) =>
    decodeUtf8(before, starts[line] ?? before.length, starts[line + 1] ?? before.length);
  const lineCount = before.length === 0 ? 0 : starts.length;
  let shift = 0;
  for (let index = 0; index < blocks.length;) {
    const first = Math.max((blocks[index]?.firstLine ?? 0) - context, 0);
    const lines: string[] = [];
    let at = first;
    let [oldCount, newCount] = [0, 0];
    const keep = (to: number) => {
      for (; at < to; at++) {
        lines.push(` ${lineText(at)}`);
        oldCount++;
        newCount++;
      }
    };
    for (let block = blocks[index]; block !== undefined; block = blocks[++index]) {
      if (oldCount > 0 && block.firstLine - at > 2 * context) break;
      keep(block.firstLine);
      lines.push(...block.old.map((line) => `-${line}`), ...block.new.map((line) => `+${line}`));
      at += block.old.length;
      oldCount += block.old.length;
      newCount += block.new.length;
    }
    keep(Math.min(at + context, lineCount));
    yield `@@ -${range(first, oldCount)} +${range(first + shift, newCount)} @@\n`;
    yield lines.map(ended).join('');
    shift += newCount - oldCount;
  }
}

function range(first: number, count: number): string {
  return `${String(count === 0 ? first : first + 1)},${String(count)}`;
}

function ended(line: string): string {
  return line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`;
}

/** The lines with their line feeds; a last one may lack it. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function lineStarts(bytes: Uint8Array): readonly number[] {
  const starts = [0];
  for (let at = bytes.indexOf(0x0a); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0x0a, at + 1)) {
    starts.push(at + 1);
  }
  return starts;
}
