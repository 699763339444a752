import { createScanner, findNodeAtOffset, getNodePath, parseTree, type Node } from 'jsonc-parser';

/**
 * A configuration's text without the suppressions and severities that lie at some offsets, which count UTF-16 units. What stands
 * there instead of one of these stays. Comments and everything else stay as they are.
 */
export function removeSettings(text: string, offsets: readonly number[]): string {
  // From the last one on, so that the others keep their places.
  return [...offsets].sort((a, b) => b - a).reduce(removeAt, text);
}

/** What is different between two texts, as one stretch of the first. */
export function differenceOf(before: string, after: string): { start: number; end: number; text: string } {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let kept = 0;
  while (kept < most - start && before.at(-1 - kept) === after.at(-1 - kept)) kept++;
  return { start, end: before.length - kept, text: after.slice(start, after.length - kept) };
}

function removeAt(text: string, offset: number): string {
  const root = parseTree(text.replace(/^\uFEFF/, ' '));
  const entry = entryOf(root && findNodeAtOffset(root, offset));
  const siblings = entry?.parent?.children;
  if (entry === undefined || siblings === undefined) return text;
  const end = entry.offset + entry.length;
  const commaAfter = commaFrom(text, end);
  if (commaAfter !== undefined) {
    const isNext = text.slice(end, commaAfter).trim() === '';
    return isNext
      ? without(text, entry.offset, commaAfter + 1)
      : without(text.slice(0, commaAfter) + text.slice(commaAfter + 1), entry.offset, end);
  }
  const left = without(text, entry.offset, end);
  const before = siblings[siblings.indexOf(entry) - 1];
  const comma = before === undefined ? undefined : commaFrom(text, before.offset + before.length);
  return comma === undefined ? left : left.slice(0, comma) + left.slice(comma + 1);
}

/** The suppression, or the severity with its name, that a node belongs to. */
function entryOf(node: Node | undefined): Node | undefined {
  for (let at = node; at?.parent !== undefined; at = at.parent) {
    const path = getNodePath(at);
    if (path.length !== 2) continue;
    if (path[0] === 'suppress' && at.parent.type === 'array') return at;
    if (path[0] === 'rules' && at.parent.type === 'property') return at.parent;
  }
  return undefined;
}

/** The offset of the comma that follows, behind blanks and comments. */
function commaFrom(text: string, offset: number): number | undefined {
  const scanner = createScanner(text, true);
  scanner.setPosition(offset);
  scanner.scan();
  const at = scanner.getTokenOffset();
  return text[at] === ',' ? at : undefined;
}

/** Takes out a stretch, with the lines that it leaves empty, or else with the blanks behind it. */
function without(text: string, start: number, end: number): string {
  const before = /(?:^|\n)([ \t]*)$/.exec(text.slice(0, start));
  const after = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(end));
  if (before !== null && after !== null) {
    return text.slice(0, start - (before[1] ?? '').length) + text.slice(end + after[0].length);
  }
  return text.slice(0, start) + text.slice(end).replace(/^[ \t]+/, '');
}
