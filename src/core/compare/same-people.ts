import { emptyCode, noField } from '../model/distinct-values';
import type { Roster } from '../model/roster';
import type { Table } from '../model/table';
import { PairNumbers } from '../rules/shared/pair-numbers';
import { birthDays } from '../rules/shared/people';
import type { ColumnName } from '../spec/catalog.generated';
import type { Both, Renamed } from './comparison';
import { foldedNumbers } from './folded-texts';
import type { MatchedRecords } from './match-records';
import { phrase } from '../text/say';

/** A number for each record; equal numbers say the same of two records, 0 says nothing. */
type Reader = (record: number) => number;

/** What may tell that two records are one person. */
interface Sign {
  /** In words that follow "the same". */
  readonly words: string;
  readonly of: Both<Reader>;
  /** Whether two records that share it are two people all the same. */
  readonly isOther: (old: number, later: number) => boolean;
}

/** Columns whose value belongs to one person, the surest first. Those that may pass to somebody else count less. */
const ownColumns: readonly (readonly [column: ColumnName<'users'>, words: string, passes: boolean])[] = [
  ['userMasterIdentifier', phrase('master identifier'), false],
  ['identifier', phrase('identifier'), false],
  ['username', phrase('username'), true],
  ['email', phrase('e-mail address'), true],
];

/**
 * The people whose id is gone and who are there under a new one: the same name and birth date, or the same e-mail address,
 * username or identifier. A sign counts only where nobody else in either roster has it, and not where names and birth dates say
 * that it has passed to somebody else.
 */
export function samePeople(
  tables: Both<Table>,
  rosters: Both<Roster>,
  { added, removed }: Pick<MatchedRecords, 'added' | 'removed'>,
): readonly Renamed[] {
  if (added.length === 0 || removed.length === 0) return [];
  const found = new Map<number, Renamed>();
  const taken = new Set<number>();
  for (const { words, of, isOther } of signsOf(tables, rosters)) {
    for (const [old, later] of sharedByTwo(of, tables, { added, removed })) {
      const known = found.get(old);
      if (known?.after === later) found.set(old, { ...known, by: [...known.by, words] });
      if (known !== undefined || taken.has(later) || isOther(old, later)) continue;
      found.set(old, { before: old, after: later, by: [words] });
      taken.add(later);
    }
  }
  return [...found.values()].sort((a, b) => a.after - b.after);
}

function signsOf(tables: Both<Table>, rosters: Both<Roster>): readonly Sign[] {
  const { say } = rosters.after;
  const given = columnReader(tables, 'givenName');
  const middle = columnReader(tables, 'middleName');
  const family = columnReader(tables, 'familyName');
  const births = { before: birthDays(rosters.before), after: birthDays(rosters.after) };
  const hasPassed = (old: number, later: number) =>
    differ(births, old, later) || (differ(given, old, later) && !agree(births, old, later));
  const isOther = (old: number, later: number) =>
    differ(births, old, later) || (differ(given, old, later) && differ(family, old, later));
  return [
    ...ownColumns.map(([name, words, passes]) => ({
      words: say(words),
      of: columnReader(tables, name),
      isOther: passes ? hasPassed : isOther,
    })),
    {
      words: say('name and birth date'),
      of: nameAndBirth(given, family, births),
      isOther: (old, later) => differ(middle, old, later),
    },
  ];
}

/** The records that share a sign with each other and with nobody else. */
function* sharedByTwo(
  of: Both<Reader>,
  tables: Both<Table>,
  { added, removed }: Pick<MatchedRecords, 'added' | 'removed'>,
): Generator<readonly [number, number]> {
  const counts = { before: countsOf(of.before, tables.before), after: countsOf(of.after, tables.after) };
  const byNumber = new Map<number, number>();
  for (const record of removed) {
    const number = of.before(record);
    if (number > 0 && counts.before[number] === 1 && counts.after[number] === 1) byNumber.set(number, record);
  }
  for (const record of added) {
    const old = byNumber.get(of.after(record));
    if (old !== undefined) yield [old, record];
  }
}

/** How many records have each number; small numbers only, as those that are given one after the other are. */
function countsOf(of: Reader, table: Table): Uint32Array {
  let most = 0;
  for (let record = 1; record < table.recordCount; record++) most = Math.max(most, of(record));
  const counts = new Uint32Array(most + 1);
  for (let record = 1; record < table.recordCount; record++) {
    const number = of(record);
    counts[number] = (counts[number] ?? 0) + 1;
  }
  return counts;
}

function differ(of: Both<Reader>, old: number, later: number): boolean {
  const [left, right] = [of.before(old), of.after(later)];
  return left > 0 && right > 0 && left !== right;
}

function agree(of: Both<Reader>, old: number, later: number): boolean {
  const left = of.before(old);
  return left > 0 && left === of.after(later);
}

/** Says nothing where one of the tables does not have the column. */
function columnReader(tables: Both<Table>, name: ColumnName<'users'>): Both<Reader> {
  const columns = { before: tables.before.columnIndex(name), after: tables.after.columnIndex(name) };
  if (columns.before < 0 || columns.after < 0) return { before: () => 0, after: () => 0 };
  const values = {
    before: tables.before.values(columns.before),
    after: tables.after.values(columns.after),
  };
  const numbers = foldedNumbers(values);
  const reader = (codes: Uint32Array, numberOf: Uint32Array) => (record: number) =>
    numberOf[codes[record] ?? noField] ?? emptyCode;
  return {
    before: reader(values.before.codes, numbers.before),
    after: reader(values.after.codes, numbers.after),
  };
}

/** One number for names and birth dates that are the same. */
function nameAndBirth(given: Both<Reader>, family: Both<Reader>, births: Both<Reader>): Both<Reader> {
  const names = new PairNumbers();
  const people = new PairNumbers();
  const reader = (side: keyof Both<unknown>) => (record: number) => {
    const [first, last, born] = [given[side](record), family[side](record), births[side](record)];
    return first > 0 && last > 0 && born > 0 ? people.numberOf(names.numberOf(first, last), born) : 0;
  };
  return { before: reader('before'), after: reader('after') };
}
