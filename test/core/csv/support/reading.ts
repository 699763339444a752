// The scanner's rules once more, as regular expressions over a text with one character for each byte. What the scanner says
// of a text is held against this, for every text, also for those that csv-parse cannot read or reads otherwise.
import type { CsvScan } from '../../../../src/core/csv/csv-scan';

export interface ReadField {
  readonly start: number;
  readonly end: number;
  /** Whether quotes stand round its content; they are part of the field. */
  readonly isQuoted: boolean;
}

export interface ReadRecord {
  readonly start: number;
  readonly fields: readonly ReadField[];
}

export interface Reading {
  readonly text: string;
  readonly textStart: number;
  readonly records: readonly ReadRecord[];
  readonly notes: Notes;
}

/** What is wrong, and how lines end: as in `CsvScan`. */
interface Notes {
  readonly lineEnds: { crlf: number; lf: number; cr: number };
  readonly bareCarriageReturns: number[];
  readonly strayQuotes: number[];
  readonly unclosedQuotes: number[];
  readonly quoteSearches: number[];
  readonly malformedFields: number[];
  hasLineBreaks: boolean;
}

/** Each is tried at one place. */
interface Patterns {
  readonly quoted: RegExp;
  readonly plain: RegExp;
  readonly lineEnd: RegExp;
}

/** From a quote to the one that closes it, whatever follows. */
const closedQuotes = /"[^"]*(?:""[^"]*)*"(?!")/y;
const lineBreak = /[\r\n]/;

const patterns: Readonly<Record<'withLineFeeds' | 'without', Patterns>> = {
  withLineFeeds: {
    quoted: /"[^"]*(?:""[^"]*)*"(?=,|\r?\n|$)/y,
    plain: /[^,\r\n]*(?:\r(?!\n)[^,\r\n]*)*/y,
    lineEnd: /\r?\n/y,
  },
  without: { quoted: /"[^"]*(?:""[^"]*)*"(?=[,\r]|$)/y, plain: /[^,\r]*/y, lineEnd: /\r/y },
};

export function readText(text: string): Reading {
  const textStart = text.startsWith('\xef\xbb\xbf') ? 3 : 0;
  const by = text.includes('\n') ? patterns.withLineFeeds : patterns.without;
  const notes: Notes = {
    lineEnds: { crlf: 0, lf: 0, cr: 0 },
    bareCarriageReturns: [],
    strayQuotes: [],
    unclosedQuotes: [],
    quoteSearches: [],
    malformedFields: [],
    hasLineBreaks: false,
  };
  const records: ReadRecord[] = [];
  let fieldsBefore = 0;
  for (let at = textStart; at < text.length;) {
    const fields = readFields(text, at, by, notes, fieldsBefore);
    records.push({ start: at, fields });
    fieldsBefore += fields.length;
    at = fields.at(-1)?.end ?? at;
    const lineEnd = matchAt(by.lineEnd, text, at) ?? '';
    at += lineEnd.length;
    if (lineEnd !== '') notes.lineEnds[lineEnd === '\r\n' ? 'crlf' : lineEnd === '\n' ? 'lf' : 'cr']++;
  }
  return { text, textStart, records, notes };
}

function readFields(
  text: string,
  start: number,
  by: Patterns,
  notes: Notes,
  fieldsBefore: number,
): ReadField[] {
  const fields: ReadField[] = [];
  for (let at = start; ; at++) {
    const quoted = matchAt(by.quoted, text, at);
    const end = at + (quoted?.length ?? plainLength(text, at, by, notes, fieldsBefore + fields.length));
    fields.push({ start: at, end, isQuoted: quoted !== undefined });
    notes.hasLineBreaks ||= quoted !== undefined && lineBreak.test(quoted);
    at = end;
    if (text[at] !== ',') return fields;
  }
}

/** The length of a field that is not well quoted. Text after a closing quote in the same line belongs to it. */
function plainLength(text: string, start: number, by: Patterns, notes: Notes, field: number): number {
  const closed = matchAt(closedQuotes, text, start);
  const isClosed = closed !== undefined && !lineBreak.test(closed);
  const plainStart = start + (isClosed ? closed.length : 0);
  const plain = matchAt(by.plain, text, plainStart) ?? '';
  for (const { index } of plain.matchAll(/\r/g)) notes.bareCarriageReturns.push(plainStart + index);
  const stray = isClosed ? plainStart : start + plain.indexOf('"');
  if (isClosed || plain.includes('"')) notes.malformedFields.push(field);
  if (text[start] === '"' && !isClosed) {
    notes.unclosedQuotes.push(start);
    notes.quoteSearches.push(closed === undefined ? text.length : start + closed.length + 1);
  } else if (stray >= start) notes.strayQuotes.push(stray);
  return plainStart + plain.length - start;
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

export function isBlank({ fields }: ReadRecord): boolean {
  return fields.every((field) => field.start === field.end);
}

/** The bytes of a field without the quotes round it. */
export function contentOf(text: string, { start, end, isQuoted }: ReadField): string {
  return isQuoted ? text.slice(start + 1, end - 1) : text.slice(start, end);
}

/** What the scanner has to say of the text. */
export function expectedScan({
  text,
  textStart,
  records,
  notes,
}: Reading): Omit<CsvScan, 'bytes' | 'countOf' | 'endsOf' | 'endOf'> {
  const { malformedFields, bareCarriageReturns, strayQuotes, unclosedQuotes, quoteSearches, ...rest } = notes;
  const firstFields = [0];
  for (const { fields } of records) firstFields.push((firstFields.at(-1) ?? 0) + fields.length);
  const width = records[0]?.fields.length;
  const content = text.slice(textStart);
  return {
    ...rest,
    textStart,
    recordCount: records.length,
    recordStarts: Uint32Array.from(records, ({ start }) => start),
    firstFields: Uint32Array.from(firstFields),
    fieldEnds: Uint32Array.from(records.flatMap(({ fields }) => fields.map(({ end }) => end))),
    oddRecords: records.slice(1).filter((record) => isBlank(record) || record.fields.length !== width).length,
    bareCarriageReturns: Uint32Array.from(bareCarriageReturns),
    strayQuotes: Uint32Array.from(strayQuotes),
    unclosedQuotes: Uint32Array.from(unclosedQuotes),
    quoteSearches: Uint32Array.from(quoteSearches),
    malformedFields: new Set(malformedFields),
    hasNonAscii: /[\x80-\xff]/.test(content),
    // eslint-disable-next-line no-control-regex -- that is what is searched for
    hasControlCharacters: /[\0-\x09\x0b\x0c\x0e-\x1f\x7f]/.test(content),
  };
}
