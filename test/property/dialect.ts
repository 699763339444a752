// Writes sheets as bytes in one of the legal dialects of CSV, and keeps where each field went.
import fc from 'fast-check';
import { sentenceOf } from '../../src/core/text/say';
import type { RosterEntry } from '../../src/core/model/roster-input';
import { encodeUtf8 } from '../../src/core/text/utf8';
import type { Cell, Sheet } from './sheet';

export interface Dialect {
  readonly lineEnd: '\n' | '\r\n';
  readonly quotes: 'all' | 'needed';
  /** Whether the last record ends with a line end too. */
  readonly endsLastRecord: boolean;
}

export const dialects: fc.Arbitrary<Dialect> = fc.record({
  lineEnd: fc.constantFrom('\n', '\r\n'),
  quotes: fc.constantFrom('needed', 'all'),
  endsLastRecord: fc.boolean(),
});

/** A file as written. */
export interface WrittenFile {
  readonly entry: RosterEntry;
  /** The byte at which the content of each field begins, behind its quote; by record and column. */
  readonly starts: readonly (readonly number[])[];
  /** Where it ends, before its closing quote. */
  readonly ends: readonly (readonly number[])[];
}

export function writeSheet({ file, records, oddities }: Sheet, dialect: Dialect): WrittenFile {
  const {
    delimiter = ',',
    lineEnd = dialect.lineEnd,
    lineEndOf,
    byteOrderMark,
    reencode,
    failure,
  } = oddities;
  const bytes: number[] = byteOrderMark === true ? [0xef, 0xbb, 0xbf] : [];
  const starts: number[][] = [];
  const ends: number[][] = [];
  for (const [index, record] of records.entries()) {
    starts.push([]);
    ends.push([]);
    for (const [column, cell] of record.entries()) {
      if (column > 0) bytes.push(...encodeUtf8(delimiter));
      const { content, isQuoted } = encodeCell(cell, dialect, delimiter);
      if (isQuoted) bytes.push(quote);
      starts[index]?.push(bytes.length);
      bytes.push(...content);
      ends[index]?.push(bytes.length);
      if (isQuoted) bytes.push(quote);
    }
    const end = lineEndOf?.record === index ? lineEndOf.lineEnd : lineEnd;
    if (index < records.length - 1 || dialect.endsLastRecord) bytes.push(...encodeUtf8(end));
  }
  if (failure !== undefined)
    return { entry: { path: file, content: { failure: sentenceOf(failure) } }, starts, ends };
  const written = Uint8Array.from(bytes);
  return { entry: { path: file, content: { bytes: reencode?.(written) ?? written } }, starts, ends };
}

const quote = 0x22;

function encodeCell(
  cell: Cell,
  { quotes }: Dialect,
  delimiter: string,
): { readonly content: Uint8Array; readonly isQuoted: boolean } {
  if (typeof cell !== 'string') return { content: cell, isQuoted: false };
  const isQuoted = quotes === 'all' || cell.includes(delimiter) || /["\r\n]/.test(cell);
  return { content: encodeUtf8(isQuoted ? cell.replaceAll('"', '""') : cell), isQuoted };
}
