import { comma } from '../../csv/bytes';

/** What is wrong with an item that should be `{left:right}`. */
export type PairDefect = 'braces' | 'comma' | 'colon' | 'side';

/** Finds what keeps an item from being `{left:right}`, with something on each side of its only colon; or undefined. */
export function pairDefect(item: string): PairDefect | undefined {
  if (!item.startsWith('{') || !item.endsWith('}') || item.length < 2) return 'braces';
  const content = item.slice(1, -1);
  if (content.includes(',')) return 'comma';
  const [left = '', right, ...more] = content.split(':');
  if (right === undefined || more.length > 0) return 'colon';
  if (left.trim() === '' || right.trim() === '') return 'side';
  return /[{}]/.test(left) ? 'braces' : undefined;
}

const openBrace = 0x7b;
const closeBrace = 0x7d;
const colon = 0x3a;

/**
 * Whether bytes are `{left:right}` once or several times, with commas between them and nothing unusual inside. Nearly all user
 * ids are, and nothing is made to find that out.
 */
export function areUsualPairs(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  for (;;) {
    if (bytes[at] !== openBrace) return false;
    const middle = endOfUsual(bytes, at + 1, end);
    if (middle === at + 1 || middle === end || bytes[middle] !== colon) return false;
    const close = endOfUsual(bytes, middle + 1, end);
    if (close === middle + 1 || close === end || bytes[close] !== closeBrace) return false;
    if (close + 1 === end) return true;
    if (bytes[close + 1] !== comma) return false;
    at = close + 2;
  }
}

/** Where the letters, digits and . _ - @ from `start` on end. */
function endOfUsual(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && usual[bytes[at] ?? 0] === 1) at++;
  return at;
}

const usual = Uint8Array.from({ length: 256 }, (_, byte) =>
  /[A-Za-z0-9._@-]/.test(String.fromCharCode(byte)) ? 1 : 0,
);
