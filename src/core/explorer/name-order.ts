import { notPlain } from '../csv/field-kind';
import { nameColumns } from '../features/describe-record';
import { emptyCode, noField, type DistinctValues } from '../model/distinct-values';
import type { Table } from '../model/table';
import { foldText } from '../text/fold-text';

/** Stands for names that begin with no letter, and for records without one. */
export const noLetter = '#';

/**
 * The columns that people look records up by, the first one first: of names of people, the family's. None where the table has
 * no column of names.
 */
export function lookupColumns(table: Table): readonly number[] {
  for (const names of nameColumns) {
    const columns = names.map((name) => table.columnIndex(name)).filter((column) => column >= 0);
    if (columns.length > 0) return columns.reverse();
  }
  return [];
}

/** The letter that each record's name begins with: what is told of a column is told of each distinct value once. */
export function letterReader(table: Table): (record: number) => string {
  const columns = lookupColumns(table).map((column) => {
    const values = table.values(column);
    return { codes: values.codes, letters: lettersOf(values) };
  });
  return (record) => {
    for (const { codes, letters } of columns) {
      const code = codes[record] ?? noField;
      if (code !== noField && code !== emptyCode) return letters[code] ?? noLetter;
    }
    return noLetter;
  };
}

function lettersOf(values: DistinctValues): readonly string[] {
  const letters = new Array<string>(values.size).fill(noLetter);
  for (let code = emptyCode + 1; code < values.size; code++) {
    const byte = values.bytes[values.start(code)] ?? 0;
    const isPlain = (values.kind(code) & notPlain) === 0;
    letters[code] = isPlain ? plainLetter(byte) : firstLetter(values.text(code));
  }
  return letters;
}

function plainLetter(byte: number): string {
  const capital = byte >= 0x61 && byte <= 0x7a ? byte - 0x20 : byte;
  return capital >= 0x41 && capital <= 0x5a ? String.fromCharCode(capital) : noLetter;
}

function firstLetter(text: string): string {
  const [first = ''] = foldText(text.trim());
  return /\p{L}/u.test(first) ? first.toUpperCase() : noLetter;
}

/** Puts records in the order of their names, letter case and accents left aside; numbers in names count as numbers. */
export function sortByName(table: Table, records: Uint32Array): Uint32Array {
  let sorted = records;
  for (const column of [...lookupColumns(table)].reverse())
    sorted = sortByValues(table.values(column), sorted);
  return sorted;
}

/** Keeps the order of records with the same value. */
export function sortByValues(values: DistinctValues, records: Uint32Array): Uint32Array {
  const { codes } = values;
  const ranks = ranksOf(values, records);
  const starts = new Uint32Array(ranks.count + 2);
  const rankOf = (record: number) => ranks.byCode[codes[record] ?? noField] ?? 0;
  for (const record of records) starts[rankOf(record) + 1] = (starts[rankOf(record) + 1] ?? 0) + 1;
  for (let rank = 1; rank < starts.length; rank++)
    starts[rank] = (starts[rank] ?? 0) + (starts[rank - 1] ?? 0);
  const sorted = new Uint32Array(records.length);
  for (const record of records) {
    const rank = rankOf(record);
    const place = starts[rank] ?? 0;
    sorted[place] = record;
    starts[rank] = place + 1;
  }
  return sorted;
}

/** The places of the values of some records in alphabetical order, from 1 on; 0 where there is no value. */
function ranksOf(values: DistinctValues, records: Uint32Array): { byCode: Uint32Array; count: number } {
  const { codes } = values;
  const byCode = new Uint32Array(values.size);
  const found: { readonly code: number; readonly key: string }[] = [];
  for (const record of records) {
    const code = codes[record] ?? noField;
    if (code === noField || code === emptyCode || byCode[code] === 1) continue;
    byCode[code] = 1;
    found.push({ code, key: sortKey(values, code) });
  }
  found.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  for (const [index, { code }] of found.entries()) byCode[code] = index + 1;
  return { byCode, count: found.length };
}

function sortKey(values: DistinctValues, code: number): string {
  const text = values.text(code);
  const folded = (values.kind(code) & notPlain) === 0 ? text.toLowerCase() : foldText(text.trim());
  return folded.replace(/\d+/g, (digits) => digits.padStart(9, '0'));
}
