import { emptyCode, noField } from '../../model/distinct-values';
import { noMatch, sameMatch } from '../../model/folded-values';
import type { Roster } from '../../model/roster';
import type { Table } from '../../model/table';
import { fold } from '../../text/fold';
import { nameColumns } from '../describe-record';

/** The columns beside the ids by which people know a record. */
const searchedColumns: readonly string[] = [
  ...nameColumns.flat(),
  'middleName',
  'preferredGivenName',
  'preferredFamilyName',
  'identifier',
  'classCode',
  'courseCode',
];

/** Higher than any sum of matches. */
const suitabilityWeight = 64;

export interface FoundRecords {
  /** The best first. */
  readonly records: readonly number[];
  /** Whether there are more. */
  readonly hasMore: boolean;
}

/**
 * The records of a table whose id or name fits what was typed: each word of it begins a word there. With nothing typed, all.
 * `suitability`, from 0 to 15, says how likely a record is wanted.
 */
export function findRecords(
  roster: Roster,
  table: Table,
  idColumn: number,
  typed: string,
  most: number,
  suitability: (record: number) => number,
): FoundRecords {
  const words = fold(typed)
    .split(/\s+/)
    .filter((word) => word !== '');
  const ids = table.values(idColumn).codes;
  const match = wordMatcher(roster, table, idColumn, words);
  const byRank: number[][] = [];
  let count = 0;
  for (let record = 1; record < ids.length; record++) {
    const id = ids[record] ?? noField;
    const score = id === emptyCode || id === noField ? noMatch : match(record);
    if (score === noMatch) continue;
    count++;
    const rank = score + suitability(record) * suitabilityWeight;
    const same = (byRank[rank] ??= []);
    if (same.length < most) same.push(record);
  }
  const best = Object.values(byRank).reverse().flat();
  return { records: best.slice(0, most), hasMore: count > most };
}

/** Says how well a record fits all words together, or `noMatch` where one of them fits nowhere. */
function wordMatcher(
  roster: Roster,
  table: Table,
  idColumn: number,
  words: readonly string[],
): (record: number) => number {
  const names = searchedColumns.map((name) => table.columnIndex(name)).filter((index) => index >= 0);
  const columns = [...new Set([idColumn, ...names])];
  const byWord = words.map((word) =>
    columns.flatMap((column) => {
      const matches = roster.folded(table, column).match(word);
      return matches === undefined ? [] : [{ codes: table.values(column).codes, matches }];
    }),
  );
  return (record) => {
    let sum = 1;
    for (const matched of byWord) {
      let best = noMatch;
      for (const { codes, matches } of matched) {
        best = Math.max(best, matches[codes[record] ?? noField] ?? noMatch);
      }
      if (best === noMatch) return noMatch;
      sum += best === sameMatch ? best + 1 : best;
    }
    return Math.min(sum, suitabilityWeight - 1);
  };
}
