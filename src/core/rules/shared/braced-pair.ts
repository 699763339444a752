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
