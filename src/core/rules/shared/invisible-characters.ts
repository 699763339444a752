import { phrase } from '../../text/say';
/** A stretch of characters that cannot be seen, in bytes. */
export interface InvisibleRun {
  readonly start: number;
  readonly end: number;
  /** The first character. */
  readonly codePoint: number;
}

const zeroWidthNonJoiner = 0x200c;
const zeroWidthJoiner = 0x200d;

/**
 * The stretches of control and format characters in UTF-8 text; CR and LF are none. Left out are format characters that do
 * show (Arabic number signs) and those that only occur inside emoji flags.
 */
export function* invisibleRuns(bytes: Uint8Array, from: number): Generator<InvisibleRun> {
  for (let at = from; at < bytes.length; at++) {
    const first = bytes[at] ?? 0;
    if (first >= 0x20 && first < 0x7f) continue;
    const length = invisibleLength(bytes, at);
    if (length === 0) continue;
    const start = at;
    let end = at + length;
    for (let next = invisibleLength(bytes, end); next > 0; next = invisibleLength(bytes, end)) end += next;
    yield { start, end, codePoint: codePointAt(bytes, start) };
    at = end - 1;
  }
}

/** A character as a message names it: `a zero-width space (U+200B)`. */
export function describeInvisible(codePoint: number): string {
  const code = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
  return `${invisibleNames.get(codePoint) ?? phrase('a control character')} (${code})`;
}

/**
 * Whether a run is a joiner between two letters of a script that needs it for spelling, such as Persian or Hindi, or
 * between the parts of an emoji. Latin, Greek and Cyrillic letters never do.
 */
export function joinsLetters(bytes: Uint8Array, { start, end, codePoint }: InvisibleRun): boolean {
  if ((codePoint !== zeroWidthJoiner && codePoint !== zeroWidthNonJoiner) || end - start !== 3) return false;
  let lead = start - 1;
  while (lead > 0 && ((bytes[lead] ?? 0) & 0xc0) === 0x80) lead--;
  return (bytes[lead] ?? 0) >= firstJoiningLead && (bytes[end] ?? 0) >= firstJoiningLead;
}

/** The first byte of the Hebrew letters; Arabic, the Indian scripts and emoji come after them. */
const firstJoiningLead = 0xd6;

const invisibleNames: ReadonlyMap<number, string> = new Map([
  [0x00, phrase('a NUL character')],
  [0x09, phrase('a tab')],
  [0xad, phrase('a soft hyphen')],
  [0x200b, phrase('a zero-width space')],
  [zeroWidthNonJoiner, phrase('a zero-width non-joiner')],
  [zeroWidthJoiner, phrase('a zero-width joiner')],
  [0x200e, phrase('a left-to-right mark')],
  [0x200f, phrase('a right-to-left mark')],
  [0x2028, phrase('a line separator')],
  [0x2029, phrase('a paragraph separator')],
  [0x2060, phrase('a word joiner')],
  [0xfeff, phrase('a byte order mark')],
]);

/** First and last code points of the format characters that do not show. */
const formatCharacters: readonly (readonly [number, number])[] = [
  [0xad, 0xad],
  [0x61c, 0x61c],
  [0x180e, 0x180e],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0xfeff, 0xfeff],
  [0xfff9, 0xfffb],
];

/** The number of bytes of the invisible character at `at`, or 0 where there is none. */
function invisibleLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at];
  if (first === undefined || first === 0x0a || first === 0x0d) return 0;
  if (first < 0x80) return first < 0x20 || first === 0x7f ? 1 : 0;
  const codePoint = codePointAt(bytes, at);
  if (codePoint < 0x80) return 0;
  if (codePoint < 0xa0) return 2;
  const isFormat = formatCharacters.some(([low, high]) => codePoint >= low && codePoint <= high);
  return isFormat ? (codePoint < 0x800 ? 2 : 3) : 0;
}

/** The code point of a character of up to three bytes; 0 for a longer one and for bytes that are no text. */
function codePointAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return first;
  const second = (bytes[at + 1] ?? 0) ^ 0x80;
  if (second > 0x3f) return 0;
  if (first < 0xe0) return first < 0xc2 ? 0 : ((first & 0x1f) << 6) | second;
  const third = (bytes[at + 2] ?? 0) ^ 0x80;
  if (third > 0x3f || first > 0xef) return 0;
  return ((first & 0x0f) << 12) | (second << 6) | third;
}
