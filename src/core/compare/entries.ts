import { linesOf } from '../csv/scan-lines';
import type { LineIndex } from '../text/line-index';
import { describeRecord } from '../features/describe-record';
import type { Roster } from '../model/roster';
import type { Table } from '../model/table';
import type { Comparison, Side, TableComparison } from './comparison';

/** What became of a record. `renamed`: a person under a new id. */
export type EntryKind = 'added' | 'removed' | 'changed' | 'renamed';

export const entryKinds: readonly EntryKind[] = ['renamed', 'removed', 'added', 'changed'];

/** One record that is not what it was, as plain data. */
export interface ComparedEntry {
  readonly kind: EntryKind;
  /** The record's key; the later one where it has two. */
  readonly id: string;
  /** The key before, where the record is there under a new one. */
  readonly idBefore?: string;
  /** Who or what it is: `Ada Byron`. */
  readonly name: string;
  /** What it is, in a word, and where it belongs: `student`, `North High`. */
  readonly details: readonly string[];
  /** Where the record is in the earlier and in the later file. */
  readonly before?: EntryPlace;
  readonly after?: EntryPlace;
  /** The fields with another value, in the order of the later file. */
  readonly fields: readonly FieldChange[];
  /** What tells that two records are one person. */
  readonly by?: readonly string[];
}

/** Records count from 1, the header; lines from 1. */
export interface EntryPlace {
  readonly record: number;
  readonly line: number;
}

export interface FieldChange {
  readonly field: string;
  readonly before: string;
  readonly after: string;
  /** Who or what the ids stand for, where the field refers to other records. */
  readonly nameBefore?: string;
  readonly nameAfter?: string;
}

/** Stands for the value of a field that nobody is to read, such as a password. */
export const hiddenValue = '••••••';

/** How many entries of a kind a file has. */
export function entryCount(table: TableComparison, kind: EntryKind): number {
  if (kind === 'changed') return table.changed.after.length;
  return table[kind].length;
}

/** Describes some entries of a file, in the order of their records. What is not asked for costs nothing. */
export function entriesOf(
  { rosters }: Pick<Comparison, 'rosters'>,
  table: TableComparison,
  kind: EntryKind,
  from = 0,
  count = Infinity,
): readonly ComparedEntry[] {
  const writer = new EntryWriter(rosters, table);
  const end = Math.min(from + count, entryCount(table, kind));
  const entries: ComparedEntry[] = [];
  for (let index = from; index < end; index++) entries.push(writer.entry(kind, index));
  return entries;
}

class EntryWriter {
  readonly #rosters: Comparison['rosters'];
  readonly #table: TableComparison;
  readonly #lines: Partial<Record<Side, LineIndex>> = {};

  constructor(rosters: Comparison['rosters'], table: TableComparison) {
    this.#rosters = rosters;
    this.#table = table;
  }

  entry(kind: EntryKind, index: number): ComparedEntry {
    const { added, removed, changed, renamed } = this.#table;
    switch (kind) {
      case 'added':
        return { kind, ...this.#one('after', added[index] ?? 0), fields: [] };
      case 'removed':
        return { kind, ...this.#one('before', removed[index] ?? 0), fields: [] };
      case 'changed':
        return { kind, ...this.#pair(changed.before[index] ?? 0, changed.after[index] ?? 0) };
      case 'renamed': {
        const { before = 0, after = 0, by = [] } = renamed[index] ?? {};
        return { kind, ...this.#pair(before, after), idBefore: this.#id('before', before), by };
      }
    }
  }

  #one(side: Side, record: number) {
    const { table } = this.#table.sides[side];
    if (table === undefined) throw new Error('a table without records has an entry');
    const { name, details } = describe(this.#rosters[side], table, record);
    return { id: this.#id(side, record), name, details, [side]: this.#place(side, table, record) };
  }

  #pair(before: number, after: number) {
    const place = this.#one('before', before);
    return { ...place, ...this.#one('after', after), fields: this.#fields(before, after) };
  }

  #id(side: Side, record: number): string {
    const { table, key } = this.#table.sides[side];
    return table?.text(record, key) ?? '';
  }

  #place(side: Side, table: Table, record: number): EntryPlace {
    const lines = (this.#lines[side] ??= linesOf(table.scan));
    return { record: record + 1, line: lines.positionAt(table.range(record).start).line };
  }

  #fields(before: number, after: number): readonly FieldChange[] {
    const { shared, isSame, sides } = this.#table;
    return shared.flatMap((name) => {
      if (isSame(name, before, after)) return [];
      const old = fieldOf(this.#rosters.before, sides.before.table, name, before);
      const later = fieldOf(this.#rosters.after, sides.after.table, name, after);
      return [
        {
          field: name,
          before: old.value,
          after: later.value,
          ...(old.name === undefined ? {} : { nameBefore: old.name }),
          ...(later.name === undefined ? {} : { nameAfter: later.name }),
        },
      ];
    });
  }
}

/** A record without a name of its own, such as an enrollment, is called by what it has to refer to. */
function describe(
  roster: Roster,
  table: Table,
  record: number,
): { readonly name: string; readonly details: readonly string[] } {
  const { name, kind, details } = describeRecord(roster, table, record);
  if (name !== table.text(record, 0)) return { name, details: [kind, ...details] };
  const [first, ...others] = requiredTargets(roster, table, record);
  if (first === undefined) return { name, details: [kind, ...details] };
  return { name: first, details: [...new Set([kind, ...details, ...others])] };
}

/** The names of what a record has to refer to, people first. */
function requiredTargets(roster: Roster, table: Table, record: number): readonly string[] {
  const columns = [...table.header.keys()].filter((column) => table.columnFact(column)?.required === true);
  const ofPeople = (column: number) => table.columnFact(column)?.reference?.table === 'users';
  return [...columns.filter(ofPeople), ...columns.filter((column) => !ofPeople(column))].flatMap(
    (column) => targetNames(roster, table, column, record) ?? [],
  );
}

function fieldOf(
  roster: Roster,
  table: Table | undefined,
  name: string,
  record: number,
): { readonly value: string; readonly name: string | undefined } {
  const column = table?.columnIndex(name) ?? -1;
  if (table === undefined || column < 0) return { value: '', name: undefined };
  const value = table.text(record, column);
  if (table.columnFact(column)?.format === 'password') {
    return { value: value === '' ? '' : hiddenValue, name: undefined };
  }
  return { value, name: targetNames(roster, table, column, record) };
}

/** What the ids in a field stand for. */
function targetNames(roster: Roster, table: Table, column: number, record: number): string | undefined {
  const references = roster.references(table, column);
  const targets = references?.targets(record) ?? [];
  if (references === undefined || targets.length === 0) return undefined;
  const shown = targets.slice(0, 3).map((target) => describeRecord(roster, references.target, target).name);
  return [
    ...shown,
    ...(targets.length > 3 ? [roster.say('{count} more', { count: targets.length - 3 })] : []),
  ].join(', ');
}
