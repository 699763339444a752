// Texts to scan, made by chance. A text is a string with one character for each byte: that can be cut anywhere, searched by
// regular expressions, and printed as JSON when something is wrong with it.
import fc, { type Arbitrary } from 'fast-check';
import { usualPiece } from '../../../../src/core/csv/kernel';

/** How many bytes of a file the kernel looks at at a time, if nothing else is asked for. */
export const wholePiece = usualPiece;

/** What of a file the kernel looks at at a time in these texts: whole blocks of 64 bytes and 16, and one more and less. */
export const pieceSizes = [1, 2, 3, 5, 8, 13, 16, 17, 24, 32, 33, 48, 63, 64, 65, 80, 127, 128, 129, 200];

export interface Sample {
  readonly text: string;
  readonly pieceSize: number;
}

/** A text as RFC 4180 has it, with the values that it was written from. */
export interface LegalSample extends Sample {
  readonly rows: readonly (readonly string[])[];
}

export const pieces = fc.constantFrom(...pieceSizes, wholePiece);

// --- legal texts -------------------------------------------------------------------------------------------------------

/** Pairs of values with one hash: of one length, and one that begins as the other does. */
export const twins = [
  ['id-3hm6', 'id-49r1'],
  ['id-ags', 'id-agssdl1it'],
] as const;

export const letters = 'abcdefghijklmnopqrstuvwxyz-0123456789.ABCDEFGHIJKLMNOPQRSTUVWXYZ_/@ab';

/** One of the parts of a list with bars between them, or of more lists. */
function someOf(...lists: readonly string[]): Arbitrary<string> {
  return fc.constantFrom(...lists.flatMap((list) => list.split('|')));
}

/** `fc.string` would make a list of all characters first. */
const characters = fc
  .array(fc.oneof(fc.nat(0xff), fc.nat(0x7ff), fc.nat(0xffff), fc.nat(0x10ffff)), { maxLength: 8 })
  .map((codes) => String.fromCodePoint(...codes).toWellFormed());

/** Values of blocks of 16 bytes, and one byte more or less, that differ in few of their bytes. */
const blocks = fc
  .tuple(fc.constantFrom(15, 16, 17, 32, 40, 64), fc.nat(letters.length))
  .map(([length, place]) => `${letters.slice(0, place)}+${letters.slice(place + 1)}`.slice(0, length));

const values = fc.oneof(
  { weight: 6, arbitrary: someOf('|a|id-1|ID-2|007|active| x|y |é|😀|\0|\x7f', ...twins.flat()) },
  { weight: 3, arbitrary: someOf(',|a,b|"|""|say "hi"|a\nb|a\r\nb|\r|\n|\ufeff') },
  { weight: 2, arbitrary: fc.nat(letters.length).map((length) => letters.slice(0, length)) },
  { weight: 2, arbitrary: blocks },
  { weight: 1, arbitrary: characters },
);

/** A value, and whether it is to be quoted although it need not be. */
const cells = fc.tuple(values, fc.boolean());

/** How many columns a table has, those included that the scanner does not describe; 0 for other lengths in each row. */
const widths = fc.oneof(
  { weight: 30, arbitrary: fc.nat(5) },
  { weight: 1, arbitrary: fc.integer({ min: 62, max: 67 }) },
);

const rows = fc
  .tuple(fc.array(fc.array(cells, { minLength: 1, maxLength: 5 }), { maxLength: 8 }), widths)
  .map(([table, width]) => (width === 0 ? table : table.map((row) => repeated(row, width))));

function repeated<T>(items: readonly T[], length: number): readonly T[] {
  const times = Math.ceil(length / items.length);
  return Array.from({ length: times }, () => items)
    .flat()
    .slice(0, length);
}

const lineEnds = fc.constantFrom<readonly string[]>(['\n'], ['\r\n'], ['\n', '\r\n', '\r\n'], ['\r']);

export const legalTexts: Arbitrary<LegalSample> = fc
  .record({ rows, lineEnds, hasMark: fc.boolean(), endsLast: fc.boolean(), pieceSize: pieces })
  .map(({ rows: written, lineEnds: wanted, hasMark, endsLast, pieceSize }) => {
    // A line feed in a value would make carriage returns end no records.
    const hasLineFeed = written.some((row) => row.some(([value]) => value.includes('\n')));
    const ends = hasLineFeed && wanted[0] === '\r' ? ['\n'] : wanted;
    const lines = written.map((row) => row.map(writeCell).join(','));
    // Nothing at all, without a line end, is no record.
    const last = endsLast || lines.at(-1) === '' ? lines.length : lines.length - 1;
    const ended = lines.map((line, index) =>
      index < last ? line + (ends[index % ends.length] ?? '') : line,
    );
    const text = (hasMark ? '\xef\xbb\xbf' : '') + ended.join('');
    return { text, pieceSize, rows: written.map((row) => row.map(([value]) => value)) };
  });

function writeCell([value, quoted]: readonly [string, boolean]): string {
  const bytes = Buffer.from(value).toString('latin1');
  const isQuoted = quoted || /[",\r\n]/.test(value) || value.startsWith('\ufeff');
  return isQuoted ? `"${bytes.replaceAll('"', '""')}"` : bytes;
}

// --- broken texts ------------------------------------------------------------------------------------------------------

const structure = someOf('"|"|"|""|,|,|\n|\n|\r\n|\r\n|\r|","|"\n"|\n"|",');
const content = someOf('a|bc|id-1|7| |\xc3\xa9', ...twins.flat(), letters.slice(0, 15), letters.slice(0, 64));
const strange = someOf('\0|\t|\x01|\x7f|\x80|\xe9|\xff|\xef\xbb\xbf|\xf0\x9f');

const tokens = fc.oneof(
  { weight: 10, arbitrary: structure },
  { weight: 8, arbitrary: content },
  { weight: 1, arbitrary: strange },
);

export const soups = fc.array(tokens, { maxLength: 40 }).map((parts) => parts.join(''));

/** Whole files of pieces that structure CSV, in any order. */
export const brokenTexts: Arbitrary<Sample> = fc.record({ text: soups, pieceSize: pieces });

export const anyTexts = fc.oneof(legalTexts, brokenTexts);

/** What is left of a text between two places, most often one of its ends. */
export const cutTexts: Arbitrary<Sample> = fc
  .tuple(anyTexts, fc.nat(400), fc.nat(400), fc.constantFrom('prefix', 'suffix', 'both'))
  .map(([{ text, pieceSize }, one, other, kind]) => {
    const [from = 0, to = 0] = [one, other].map((at) => at % (text.length + 1)).sort((a, b) => a - b);
    return { text: text.slice(kind === 'prefix' ? 0 : from, kind === 'suffix' ? undefined : to), pieceSize };
  });

/** Two texts that one scanner scans in turns. */
export interface PairSample {
  readonly texts: readonly [string, string];
  readonly pieceSize: number;
  /** Which of them is scanned a step further: the first where it is true. */
  readonly turns: readonly boolean[];
}

export const textPairs: Arbitrary<PairSample> = fc.record({
  texts: fc.tuple(soups, soups),
  pieceSize: pieces,
  turns: fc.array(fc.boolean(), { maxLength: 20 }),
});

const bytes = fc.oneof(
  fc.constantFrom('"', ',', '\r', '\n', '\0', ' '),
  fc.integer({ min: 0x80, max: 0xff }).map((code) => String.fromCharCode(code)),
);

/** A change of one byte: another put before it, its place taken by another, one of its bits turned over, or none left of it. */
const changes = fc.tuple(
  fc.nat(400),
  fc.constantFrom('insert', 'replace', 'flip', 'delete'),
  bytes,
  fc.nat(7),
);

/** Legal texts with up to six bytes of them damaged. */
export const damagedTexts: Arbitrary<Sample> = fc
  .tuple(legalTexts, fc.array(changes, { minLength: 1, maxLength: 6 }))
  .map(([{ text, pieceSize }, list]) => {
    let damaged = text;
    for (const [place, kind, byte, bit] of list) {
      const at = place % (damaged.length + 1);
      const flipped = String.fromCharCode((damaged.charCodeAt(at) || 0) ^ (1 << bit));
      const put = kind === 'flip' ? flipped : kind === 'delete' ? '' : byte;
      damaged = damaged.slice(0, at) + put + damaged.slice(kind === 'insert' ? at : at + 1);
    }
    return { text: damaged, pieceSize };
  });

/** Texts in other encodings than UTF-8, and UTF-8 read as if it were Windows-1252 and written as UTF-8 once more. */
export const foreignTexts: Arbitrary<Sample> = fc
  .tuple(legalTexts, fc.boolean(), fc.constantFrom('utf-16le', 'utf-16be', 'windows-1252', 'twice'))
  .map(([{ text, pieceSize }, hasMark, encoding]) => {
    const characters = Buffer.from(text, 'latin1').toString();
    if (encoding === 'windows-1252')
      return { text: Buffer.from(characters, 'latin1').toString('latin1'), pieceSize };
    if (encoding === 'twice') return { text: Buffer.from(text).toString('latin1'), pieceSize };
    const units = Buffer.from((hasMark ? '\ufeff' : '') + characters, 'utf16le');
    return { text: (encoding === 'utf-16le' ? units : units.swap16()).toString('latin1'), pieceSize };
  });
