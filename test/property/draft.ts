// A clean roster that is about to be broken, with what a defect needs to find its place in it.
import type { TableName } from '../../src/core/spec/catalog.generated';
import type { ColumnFact, OneRosterVersion } from '../../src/core/spec/types';
import { encodeUtf8, utf8Length } from '../../src/core/text/utf8';
import { isReferredTo } from './clean-roster';
import type { Random } from './random';
import { columnNamed, textOf, type Cell, type Sheet } from './sheet';

/** One field of a sheet; the header is record 0. */
export interface Field {
  readonly sheet: Sheet;
  readonly record: number;
  readonly column: number;
}

/** Where a problem has to be found: in a field or part of one (in bytes of its content), a record, a file or the roster. */
export interface Finding {
  /** Empty for the roster as a whole. */
  readonly file: string;
  readonly record?: number;
  readonly column?: number;
  readonly from?: number;
  readonly to?: number;
}

/** Whether a field will do, by the facts of its column, its file and its text. */
export type Fits = (column: ColumnFact, sheet: Sheet, text: string) => boolean;

type Row = Readonly<Record<string, string>>;

export class Draft {
  readonly version: OneRosterVersion;
  readonly random: Random;
  /** In the order of the files; a defect may change, add and remove them. */
  sheets: Sheet[];
  kind: 'folder' | 'zip' = 'folder';

  constructor(version: OneRosterVersion, random: Random, sheets: Sheet[]) {
    this.version = version;
    this.random = random;
    this.sheets = sheets;
  }

  sheet(name: TableName | 'manifest'): Sheet {
    const found = this.sheets.find(({ fact }) => fact.name === name);
    if (found === undefined) throw new Error(`${this.version} has no ${name}`);
    return found;
  }

  /** Some data file. */
  anySheet(fits: (sheet: Sheet) => boolean = () => true): Sheet {
    return this.random.pick(this.sheets.filter((sheet) => sheet.fact.name !== 'manifest' && fits(sheet)));
  }

  /** Some filled field of a data file that fits; each column is as likely as every other. */
  anyField(fits: Fits): Field {
    const columns = this.sheets
      .filter(({ fact }) => fact.name !== 'manifest')
      .flatMap((sheet) => sheet.fact.columns.map((fact, column) => fittingFields(sheet, fact, column, fits)))
      .filter((fields) => fields.length > 0);
    return this.random.pick(this.random.pick(columns));
  }

  /** Some record of a data file, as the field of its first column. */
  anyRecord(fits?: (sheet: Sheet) => boolean): Field {
    const sheet = this.anySheet(fits);
    return { sheet, record: this.random.integer(1, sheet.records.length - 1), column: 0 };
  }

  /** The field of the first of these columns that the table has, in some record that fits. */
  field(
    table: TableName | 'manifest',
    columns: string | readonly string[],
    fits: (row: Row) => boolean = () => true,
  ): Field {
    const sheet = this.sheet(table);
    const column = columnNamed(sheet, ...[columns].flat());
    const records = [...sheet.records.keys()].filter((record) => record > 0 && fits(rowOf(sheet, record)));
    return { sheet, record: this.random.pick(records), column };
  }

  /** Another field of the same record. */
  beside({ sheet, record }: Field, ...columns: readonly string[]): Field {
    return { sheet, record, column: columnNamed(sheet, ...columns) };
  }

  text({ sheet, record, column }: Field): string {
    return textOf(sheet, record, column);
  }

  row({ sheet, record }: Field): Row {
    return rowOf(sheet, record);
  }

  /** Adds a record like another one, under an id of its own and with some fields changed; the field is its id. */
  addLike({ sheet, record }: Field, changes: Row = {}): Field {
    const row: Row = {
      ...rowOf(sheet, record),
      sourcedId: `new${this.random.pick(['-', '.', '/'])}1`,
      ...changes,
    };
    sheet.records.push(sheet.fact.columns.map(({ name }) => row[name] ?? ''));
    return { sheet, record: sheet.records.length - 1, column: 0 };
  }

  /** Puts another value into a field. The problem is the field, or the last place of `part` in it. */
  write(field: Field, value: Cell, part?: string): Finding {
    const record = field.sheet.records[field.record];
    if (record === undefined) throw new Error(`${field.sheet.file} has no record ${String(field.record)}`);
    record[field.column] = value;
    return this.found(field, part);
  }

  /** The place of a field, or of a part of it. */
  found({ sheet, record, column }: Field, part?: string): Finding {
    const place = { file: sheet.file, record, column };
    if (part === undefined) return place;
    const text = textOf(sheet, record, column);
    const from = utf8Length(text.slice(0, text.lastIndexOf(part)));
    return { ...place, from, to: from + utf8Length(part) };
  }
}

/** Bytes as they are, for cells that no dialect would write so. */
export const raw = encodeUtf8;

/** Whether a column holds the ids of its own table, and nothing refers to them. */
export function isFreeKey(version: OneRosterVersion): Fits {
  return ({ name, reference }, { fact }) =>
    name === 'sourcedId' && reference === undefined && !isReferredTo(fact.name, version);
}

/** A column of free text that no rule about a format or a vocabulary looks at. */
export function isText({ type, format, list, vocabulary }: ColumnFact): boolean {
  return type === 'string' && format === undefined && list !== true && vocabulary === undefined;
}

function fittingFields(sheet: Sheet, fact: ColumnFact, column: number, fits: Fits): readonly Field[] {
  const isFitting = (text: string) => text !== '' && fits(fact, sheet, text);
  return [...sheet.records.keys()]
    .filter((record) => record > 0 && isFitting(textOf(sheet, record, column)))
    .map((record) => ({ sheet, record, column }));
}

function rowOf(sheet: Sheet, record: number): Row {
  return Object.fromEntries(
    sheet.fact.columns.map(({ name }, column) => [name, textOf(sheet, record, column)]),
  );
}
