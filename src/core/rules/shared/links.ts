import { emptyCode, noField } from '../../model/distinct-values';
import type { References } from '../../model/references';
import type { Roster, TableColumn } from '../../model/roster';
import { findRunStarts } from '../../model/run-starts';
import type { Table } from '../../model/table';
import type { ColumnName, TableName } from '../../spec/catalog.generated';
import type { Runs } from './combinations';

/** A column of single references, ready to be followed from record to record. */
export interface Link {
  readonly table: Table;
  readonly column: number;
  readonly target: Table;
  readonly targetColumn: number;
  readonly references: References;
  /** The record that a record's field names, or 0 where it is empty or leads nowhere. */
  readonly of: (record: number) => number;
}

/**
 * The link of the first of the columns that the roster's version and the table's header have. Undefined where there is none
 * or the table that it leads to is not there.
 */
export function linkOf<T extends TableName>(
  roster: Roster,
  name: T,
  ...columns: readonly ColumnName<T>[]
): Link | undefined {
  const place = columnOf(roster, name, ...columns);
  const references = place === undefined ? undefined : roster.references(place.table, place.column);
  if (references === undefined) return undefined;
  const { table, column, target, targetColumn } = references;
  const targets = references.singleTargets();
  const { codes } = references.values;
  const of = (record: number) => {
    const code = codes[record] ?? noField;
    return code === noField ? 0 : (targets[code] ?? 0);
  };
  return { table, column, target, targetColumn, references, of };
}

/** The runs of a column whose references name records of one kind: a number for each kind. */
export function runsOfKinds(link: Link, kindOf: (target: number) => number): Runs {
  return { runStarts: () => findRunStarts(link.references.values.codes, kindsByCode(link, kindOf)) };
}

/** What the records are that a link's values name, as numbers by the values' codes; `noField` for values that name none. */
function kindsByCode({ references }: Link, kindOf: (target: number) => number): Uint32Array {
  const targets = references.singleTargets();
  const kinds = new Uint32Array(targets.length);
  for (let code = 0; code < kinds.length; code++) {
    const target = targets[code] ?? 0;
    kinds[code] = target === 0 ? noField : kindOf(target);
  }
  return kinds;
}

/** The references of a column of lists, under the same conditions as `linkOf`. */
export function listLinkOf<T extends TableName>(
  roster: Roster,
  name: T,
  ...columns: readonly ColumnName<T>[]
): References | undefined {
  const place = columnOf(roster, name, ...columns);
  return place === undefined ? undefined : roster.references(place.table, place.column);
}

/** The lists of a column's records, asked about one by one. */
export class ListReader {
  readonly #references: References;
  readonly #lists = new Map<number, readonly number[]>();
  readonly #codes: Uint32Array;
  readonly #starts: Uint32Array;
  readonly #records: Uint32Array;

  constructor(references: References) {
    const { starts, records } = references.targetLists();
    this.#references = references;
    this.#codes = references.values.codes;
    this.#starts = starts;
    this.#records = records;
  }

  /** The records that a record's list names, as `References.targets` does; a list that is asked for often is made once. */
  readonly of = (record: number): readonly number[] => {
    const code = this.#codes[record] ?? noField;
    if (code === emptyCode || code === noField) return [];
    const known = this.#lists.get(code) ?? this.#references.targetsOf(code);
    this.#lists.set(code, known);
    return known;
  };

  isEmpty(record: number): boolean {
    const code = this.#codes[record] ?? noField;
    return code === noField || this.#starts[code] === this.#starts[code + 1];
  }

  /** Whether a record's list names another record. */
  names(record: number, other: number): boolean {
    return this.some(record, (target) => target === other);
  }

  /** Whether one of the records that a record's list names is wanted; nothing is made to find that out. */
  some(record: number, isWanted: (target: number) => boolean): boolean {
    const code = this.#codes[record] ?? noField;
    if (code === noField) return false;
    const end = this.#starts[code + 1] ?? 0;
    for (let at = this.#starts[code] ?? 0; at < end; at++) {
      if (isWanted(this.#records[at] ?? 0)) return true;
    }
    return false;
  }
}

/** The first of the columns that the roster's version has in that table and the table's header too. */
export function columnOf<T extends TableName>(
  roster: Roster,
  name: T,
  ...columns: readonly ColumnName<T>[]
): TableColumn | undefined {
  for (const column of columns) {
    if (roster.specification.column(name, column) === undefined) continue;
    const found = roster.column(name, column);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The records of a table by the record that one of their columns names; those that do not count are left out. */
export interface RecordsByTarget {
  /** The first record that names the target, or 0. */
  readonly first: (target: number) => number;
  /** The record after `record` that names the same target, or 0. */
  readonly next: (record: number) => number;
}

export function recordsByTarget(link: Link): RecordsByTarget {
  const heads = new Int32Array(link.target.recordCount);
  const nexts = new Int32Array(link.table.recordCount);
  const active = link.table.active();
  for (let record = nexts.length - 1; record > 0; record--) {
    const target = active[record] === 1 ? link.of(record) : 0;
    if (target === 0) continue;
    nexts[record] = heads[target] ?? 0;
    heads[target] = record;
  }
  return { first: (target) => heads[target] ?? 0, next: (record) => nexts[record] ?? 0 };
}

/** Whether every item of the value leads to a record; an empty value has none that does not. */
export function isResolved(references: References, code: number): boolean {
  if (code === emptyCode || code === noField) return true;
  return references.targetsOf(code).length === references.items(code).length;
}
