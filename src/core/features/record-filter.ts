import { notPlain } from '../csv/field-kind';
import { noField, type DistinctValues } from '../model/distinct-values';
import type { Table } from '../model/table';
import { foldText } from '../text/fold-text';
import { encodeUtf8 } from '../text/utf8';

/** One thing that a record must hold, in any of some columns. */
interface Wanted {
  readonly text: string;
  readonly columns: readonly number[];
}

/**
 * The records that hold each word of a filter in one of the columns: as a part of a value, letter case and marks over letters left
 * aside. `role:teacher` looks in the column `role` alone. Words are parted by blanks, and quotes keep one together. The header is
 * not among them; an empty filter lets all records through.
 */
export function filterRecords(table: Table, filter: string, columns: readonly number[]): Uint32Array {
  const wanted = wordsOf(filter).map((word) => wantedBy(table, word, columns));
  let found = allRecords(table);
  for (const each of wanted) found = recordsWith(table, each, found);
  return found;
}

function allRecords(table: Table): Uint32Array {
  const records = new Uint32Array(Math.max(table.recordCount - 1, 0));
  for (let index = 0; index < records.length; index++) records[index] = index + 1;
  return records;
}

function wordsOf(filter: string): readonly string[] {
  return Array.from(filter.matchAll(/(?:"[^"]*"?|[^\s"])+/g), ([word]) => word.replaceAll('"', '')).filter(
    (word) => word !== '',
  );
}

function wantedBy(table: Table, word: string, columns: readonly number[]): Wanted {
  const colon = word.indexOf(':');
  const name = word.slice(0, Math.max(colon, 0)).toLowerCase();
  const named = colon < 0 ? -1 : table.header.findIndex((column) => column.toLowerCase() === name);
  return named < 0
    ? { text: foldText(word), columns }
    : { text: foldText(word.slice(colon + 1)), columns: [named] };
}

/** Each distinct value is looked at once, and then the records by their codes. */
function recordsWith(table: Table, { text, columns }: Wanted, among: Uint32Array): Uint32Array {
  const looked = columns.flatMap((column) => {
    const values = table.values(column);
    const holds = valuesWith(values, text);
    return holds === undefined ? [] : [{ codes: values.codes, holds }];
  });
  const found = new Uint32Array(among.length);
  let count = 0;
  for (const record of among) {
    for (const { codes, holds } of looked) {
      const code = codes[record] ?? noField;
      if (code === noField || holds[code] !== 1) continue;
      found[count++] = record;
      break;
    }
  }
  return found.slice(0, count);
}

/** 1 for the code of each value that holds a text, which is folded; undefined where none does. */
function valuesWith(values: DistinctValues, text: string): Uint8Array | undefined {
  const holds = new Uint8Array(values.size);
  const bytes = encodeUtf8(text);
  const isPlain = text !== '' && bytes.every((byte) => byte >= 0x20 && byte < 0x7f && byte !== 0x22);
  let any = text === '';
  if (any) holds[0] = 1;
  for (let code = 1; code < values.size; code++) {
    const isPlainValue = (values.kind(code) & notPlain) === 0;
    const hit =
      isPlain && isPlainValue
        ? holdsBytes(values.bytes, values.start(code), values.end(code), bytes)
        : foldText(values.text(code)).includes(text);
    if (!hit) continue;
    holds[code] = 1;
    any = true;
  }
  return any ? holds : undefined;
}

/** Whether a stretch of a file holds a text in small letters, in whatever case. */
function holdsBytes(file: Uint8Array, start: number, end: number, text: Uint8Array): boolean {
  const { length } = text;
  const small = text[0] ?? 0;
  const capital = small >= 0x61 && small <= 0x7a ? small - 0x20 : small;
  const last = end - length;
  for (let from = start; from <= last; from++) {
    if (file[from] !== small && file[from] !== capital) continue;
    let at = 1;
    while (at < length && smallLetter(file[from + at] ?? 0) === text[at]) at++;
    if (at === length) return true;
  }
  return false;
}

function smallLetter(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte;
}
