import type { DistinctValues } from '../model/distinct-values';
import { noField } from '../model/distinct-values';
import type { Roster } from '../model/roster';
import type { Table } from '../model/table';
import { keyColumn } from '../rules/shared/key-column';
import { nameColumns } from './describe-record';

/** So many words of a question count. */
const mostWords = 8;

export interface FoundRecord {
  readonly table: Table;
  readonly record: number;
}

/** Finds people, classes, courses, schools and sessions of a roster by name or id. */
export class RecordSearch {
  readonly #tables: readonly SearchedTable[];

  constructor(roster: Roster) {
    this.#tables = roster.tables
      .filter((table) => isSearched(roster, table))
      .map((table) => ({ table, columns: searchedColumns(roster, table) }));
  }

  /**
   * The records whose names and ids hold all words of a question, be it in parts; at most so many. First come those in which each
   * word begins a name or is the beginning of the id.
   */
  find(question: string, most: number): readonly FoundRecord[] {
    const words = question.toLowerCase().split(/\s+/).filter(Boolean).slice(0, mostWords);
    if (words.length === 0) return [];
    const begun: FoundRecord[] = [];
    const held: FoundRecord[] = [];
    for (const each of this.#tables) collect(each, words, begun, held, most);
    return [...begun, ...held].slice(0, most);
  }
}

interface SearchedTable {
  readonly table: Table;
  readonly columns: readonly SearchedColumn[];
}

interface SearchedColumn {
  readonly values: () => DistinctValues;
  /** The values in small letters, by code. */
  readonly texts: () => readonly string[];
}

/** Whether records of a table are named by others: an enrollment is nothing that people look for. */
function isSearched({ specification }: Roster, { fact, readable }: Table): boolean {
  if (fact?.group !== 'rostering' || !readable) return false;
  return specification.tables.some(({ columns }) =>
    columns.some(({ reference }) => reference?.table === fact.name),
  );
}

function searchedColumns(roster: Roster, table: Table): readonly SearchedColumn[] {
  const named = nameColumns.flat().map((name) => table.columnIndex(name));
  return [keyColumn(table), ...named]
    .filter((index) => index >= 0)
    .map((index) => ({
      values: () => table.values(index),
      texts: roster.tracker.derive(() => smallTexts(table.values(index))),
    }));
}

function smallTexts(values: DistinctValues): readonly string[] {
  return Array.from({ length: values.size }, (_, code) => values.text(code).toLowerCase());
}

function collect(
  { table, columns }: SearchedTable,
  words: readonly string[],
  begun: FoundRecord[],
  held: FoundRecord[],
  most: number,
): void {
  const all = (1 << words.length) - 1;
  const marked = columns.map(({ values, texts }) => ({
    codes: values().codes,
    marks: marksOf(texts(), words),
  }));
  for (let record = 1; record < table.recordCount && begun.length < most; record++) {
    let marks = 0;
    for (const column of marked) {
      const code = column.codes[record] ?? noField;
      if (code !== noField) marks |= column.marks[code] ?? 0;
    }
    if (marks >> mostWords === all) begun.push({ table, record });
    else if ((marks & all) === all && held.length < most) held.push({ table, record });
  }
}

/** By code: a bit for each word that a value holds, and above those one for each that it begins with. */
function marksOf(texts: readonly string[], words: readonly string[]): Uint16Array {
  const marks = new Uint16Array(texts.length);
  for (const [index, word] of words.entries()) {
    for (const [code, text] of texts.entries()) {
      const at = text.indexOf(word);
      if (at >= 0)
        marks[code] = (marks[code] ?? 0) | (1 << index) | (at === 0 ? 1 << (index + mostWords) : 0);
    }
  }
  return marks;
}
