import type { Roster } from '../../model/roster';
import { fileNameOf } from '../../model/roster-input';
import type { Table } from '../../model/table';
import { looksLikeRecord, namedColumns } from '../../model/trailing-columns';
import { specification, tableForHeader, versionsWithColumn } from '../../spec/specification';
import type { ColumnFact, OneRosterVersion, TableFact } from '../../spec/types';
import { cleanName, meantColumn } from './meant-column';
import { conflictingFiles } from './version-conflicts';

/**
 * What a name in a header is: a column of the `table`; one whose name is `damaged` by blanks, invisible characters, quotes or
 * bytes that are no text (rules of their own speak of it); right but for `case`; `misspelt`; `earlier` there already (a
 * duplicate); the name in an `other-version`; an `extension`; `blank`; `unknown`.
 */
export type HeaderNameKind =
  'table' | 'damaged' | 'case' | 'misspelt' | 'earlier' | 'other-version' | 'extension' | 'blank' | 'unknown';

/** One name in a header. */
export interface HeaderName {
  readonly index: number;
  readonly name: string;
  readonly kind: HeaderNameKind;
  /** The column it stands for, if any; of an extension in another case, the right name. */
  readonly column?: string;
  /** Of a name that is there already: where. */
  readonly first?: number;
  /** Of another version's name: the versions whose table has it. */
  readonly versions?: readonly OneRosterVersion[];
}

/** The names of a header beside the columns of its table. */
export interface HeaderPairs {
  readonly names: readonly HeaderName[];
  /** The table's columns in order, for the document's variant that the header has. */
  readonly expected: readonly ColumnFact[];
  /** The columns that no name stands for, in order. */
  readonly missing: readonly ColumnFact[];
  /** Whether the first record is a header at all: names in it stand for columns, and not one alone among values. */
  readonly isHeader: boolean;
}

/**
 * Pairs each name of a header with the column that it stands for, so that the header rules report each defect once. Undefined
 * for tables without facts, for the manifest, which has rules of its own, and for files of another version than the manifest
 * says, of which `version-mismatch` speaks.
 */
export function pairHeader(roster: Roster, table: Table): HeaderPairs | undefined {
  const { fact, header } = table;
  if (!table.readable || fact === undefined || fact.name === 'manifest') return undefined;
  if (conflictingFiles(roster).some(({ file }) => file === fileNameOf(table.file))) return undefined;
  const expected = tableForHeader(fact, header).columns;
  const pairing = new Pairing(table, fact, expected, roster);
  pairing.pairExactNames();
  pairing.pairDamagedNames();
  pairing.sortOutExtensions();
  pairing.pairStrangers();
  pairing.pairBlankNames();
  const names = pairing.names();
  const meant = names.filter(
    ({ kind, column }) => column !== undefined && kind !== 'extension' && kind !== 'blank',
  );
  return {
    names,
    expected,
    missing: pairing.missing(),
    isHeader: meant.length > (looksLikeRecord(header) ? 1 : 0),
  };
}

/** The pairing while it is worked out, from the surest pairs to the least sure ones. */
class Pairing {
  readonly #table: Table;
  readonly #fact: TableFact;
  readonly #expected: readonly ColumnFact[];
  readonly #prefix: string;
  readonly #version: OneRosterVersion;
  readonly #names: (HeaderName | undefined)[];
  /** Where a column or an own name stands first. */
  readonly #places = new Map<string, number>();

  constructor(table: Table, fact: TableFact, expected: readonly ColumnFact[], roster: Roster) {
    this.#table = table;
    this.#fact = fact;
    this.#expected = expected;
    this.#prefix = roster.specification.extensionColumns.prefix;
    this.#version = roster.version;
    this.#names = table.header.map(() => undefined);
  }

  names(): readonly HeaderName[] {
    return this.#names.map((name, index) => name ?? this.#named(index, 'unknown'));
  }

  missing(): readonly ColumnFact[] {
    return this.#expected.filter(({ name }) => !this.#places.has(name));
  }

  pairExactNames(): void {
    const known = new Set(this.#expected.map(({ name }) => name));
    for (const [index, name] of this.#open()) {
      if (name.trim() === '') this.#names[index] = this.#named(index, 'blank');
      else if (known.has(name)) this.#stand(index, name, 'table');
    }
  }

  pairDamagedNames(): void {
    const known = new Map(this.#expected.map(({ name }) => [name.toLowerCase(), name]));
    for (const [index, name] of this.#open()) {
      const clean = cleanName(name, this.#table.isMalformed(0, index));
      const column = known.get(clean.toLowerCase());
      if (column !== undefined) this.#stand(index, column, clean === column ? 'damaged' : 'case');
      else if (clean === '') this.#names[index] = this.#named(index, 'damaged');
    }
  }

  sortOutExtensions(): void {
    for (const [index, name] of this.#open()) {
      const clean = cleanName(name, false);
      const isExtension =
        clean.length > this.#prefix.length && clean.toLowerCase().startsWith(this.#prefix.toLowerCase());
      const isRepeated = this.#places.has(clean);
      if (!isExtension && !isRepeated) {
        this.#places.set(clean, index);
        continue;
      }
      const right = `${this.#prefix}${clean.slice(this.#prefix.length)}`;
      this.#stand(index, isExtension ? right : clean, clean === right ? 'extension' : 'case');
    }
  }

  pairStrangers(): void {
    for (const [index, name] of this.#open()) {
      const clean = cleanName(name, this.#table.isMalformed(0, index));
      const versions = versionsWithColumn(this.#fact.name, clean).filter(
        (version) => version !== this.#version,
      );
      const column = meantColumn(clean, this.missing(), this.#factsIn(versions, clean))?.name;
      if (column === undefined && versions.length === 0) continue;
      const kind = name.includes('\ufffd') ? 'damaged' : versions.length > 0 ? 'other-version' : 'misspelt';
      if (column !== undefined) this.#places.set(column, index);
      this.#names[index] = { index, name, kind, versions, ...(column === undefined ? {} : { column }) };
    }
  }

  /** A blank name stands for the missing column that belongs between its neighbours. */
  pairBlankNames(): void {
    const named = namedColumns(this.#table.header);
    for (const [index, name] of this.#names.slice(0, named).entries()) {
      if (name?.kind !== 'blank') continue;
      const before = index === 0 ? -1 : this.#position(this.#names[index - 1]);
      const column = before === undefined ? undefined : this.#expected[before + 1]?.name;
      if (column === undefined || this.#places.has(column)) continue;
      this.#places.set(column, index);
      this.#names[index] = { ...name, column };
    }
  }

  #open(): readonly (readonly [number, string])[] {
    return [...this.#table.header.entries()].filter(([index]) => this.#names[index] === undefined);
  }

  #stand(index: number, column: string, kind: HeaderNameKind): void {
    const first = this.#places.get(column);
    if (first === undefined) this.#places.set(column, index);
    this.#names[index] =
      first === undefined
        ? { ...this.#named(index, kind), column }
        : { ...this.#named(index, 'earlier'), first };
  }

  #named(index: number, kind: HeaderNameKind): HeaderName {
    return { index, name: this.#table.header[index] ?? '', kind };
  }

  #position(name: HeaderName | undefined): number | undefined {
    const position = this.#expected.findIndex((column) => column.name === name?.column);
    return position < 0 ? undefined : position;
  }

  #factsIn(versions: readonly OneRosterVersion[], column: string): readonly ColumnFact[] {
    return versions.flatMap(
      (version) =>
        specification(version)
          .table(this.#fact.name)
          ?.columns.find(({ name }) => name === column) ?? [],
    );
  }
}
