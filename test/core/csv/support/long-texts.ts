// Texts that are longer than what the kernel looks at at a time, or have more in them than there is room for at first. Of such
// a text only the recipe is made by chance.
import fc, { type Arbitrary } from 'fast-check';
import { anyTexts, letters, pieces, soups, wholePiece, type Sample } from './texts';

/** A text that stands `before` bytes before the end of the first piece, behind records that nothing is wrong with. */
export interface BorderSample {
  readonly text: string;
  readonly before: number;
}

/** A text in the middle of more records, or fields, than the kernel reads at once. */
export interface LargeSample {
  readonly repeated: string;
  readonly times: number;
  readonly text: string;
}

/** Ids in the order of a generator of numbers that repeats after `period`, and a text after them. */
export interface NumberedSample extends Sample {
  readonly count: number;
  readonly step: number;
  readonly period: number;
}

/** Texts across the end of a whole piece, at each of their bytes. */
export const borderTexts: Arbitrary<BorderSample> = fc
  .tuple(anyTexts, fc.nat(400))
  .map(([{ text }, place]) => ({ text, before: place % (text.length + 2) }));

/** Texts of more than 32,768 records, more than 131,072 fields, or fields longer than a piece. */
export const largeTexts: Arbitrary<LargeSample> = fc
  .tuple(
    fc.oneof(
      soups.map((soup) => soup.slice(0, 12)),
      fc.constantFrom('\n', 'a,b\n', ',,,,,,,,,\n', ',', 'x', '""', '"\n'),
    ),
    soups,
  )
  .map(([repeated, text]) => ({
    repeated,
    times: Math.ceil(wholePiece / Math.max(repeated.length, 1)),
    text,
  }));

/** Texts with many values in their columns: more than there is room for at first. */
export const numberedTexts: Arbitrary<NumberedSample> = fc.record({
  count: fc.nat(1500),
  step: fc.integer({ min: 1, max: 9999 }),
  period: fc.integer({ min: 1, max: 2000 }),
  text: soups,
  pieceSize: pieces,
});

const header = 'id,b,c,d\n';
/** Records of one size, with which a piece can be filled. */
const fillerSize = 1024;
const filler = `${'x'.repeat(fillerSize - 5)},b,,\n`;

/** Where the first piece of a text made by `writeBorder` ends: the kernel does not read the header. */
export const firstBorder = header.length + wholePiece;

export function writeBorder({ text, before }: BorderSample): string {
  const room = wholePiece - before;
  const rest = room % fillerSize;
  const first = rest === 0 ? '' : `${'7'.repeat(rest - 1)}\n`;
  return `${header}${first}${filler.repeat((room - rest) / fillerSize)}${text}\n${letters},b,,\n`;
}

export function writeLarge({ repeated, times, text }: LargeSample): string {
  return `${repeated.repeat(times)}${text}${repeated.repeat(99)}`;
}

export function writeNumbered({ count, step, period, text }: NumberedSample): string {
  const lines = Array.from({ length: count }, (_, index) => {
    const id = ((index * step) % period) * 37;
    return `id-${String(id).padStart(7, '0')},${String(id % 300)}\n`;
  });
  return `id,b\n${lines.join('')}${text}`;
}
