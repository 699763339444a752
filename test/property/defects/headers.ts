import type { Draft, Field, Finding } from '../draft';
import type { Cell, Sheet } from '../sheet';
import type { Defect } from './defect';

/** Columns that are missing, misnamed, misplaced or too many. */
export const headerDefects: readonly Defect[] = [
  {
    rule: 'missing-column',
    what: 'a column that every record needs is left out',
    breaks: (roster) =>
      removeColumn(roster.anyField((fact) => fact.required === true && fact.name !== 'sourcedId')),
  },
  {
    rule: 'missing-optional-column',
    what: 'a column that may stay empty is left out',
    breaks(roster) {
      const sheet = roster.anySheet(({ fact }) => fact.columns.some(({ required }) => required !== true));
      const optional = [...sheet.fact.columns.keys()].filter(
        (at) => sheet.fact.columns[at]?.required !== true,
      );
      return removeColumn({ sheet, record: 0, column: roster.random.pick(optional) });
    },
  },
  {
    rule: 'column-order',
    what: 'two columns have changed places',
    breaks(roster) {
      const { file, fact, records } = roster.anySheet();
      const [left = 0, right = 0] = roster.random.shuffled([...fact.columns.keys()]).slice(0, 2);
      for (const record of records) [record[left], record[right]] = [record[right] ?? '', record[left] ?? ''];
      return { file, record: 0, column: Math.min(left, right) };
    },
  },
  {
    rule: 'column-case',
    what: 'a column name is in capitals',
    breaks(roster) {
      const name = someName(roster);
      return roster.write(name, roster.text(name).toUpperCase());
    },
  },
  {
    rule: 'duplicate-column',
    what: 'a column stands there twice',
    breaks(roster) {
      const { sheet, column } = someName(roster);
      return insertColumn(sheet, column + 1, ({ [column]: cell = '' }) => cell);
    },
  },
  {
    rule: 'unknown-column',
    what: 'a column name is misspelt',
    breaks(roster) {
      const name = someName(roster, (text) => text.length > 6);
      const text = roster.text(name);
      return roster.write(name, `${text.slice(0, 3)}${text.slice(4)}`);
    },
  },
  {
    rule: 'unknown-column',
    what: 'there is a private column that is not called metadata',
    breaks: (roster) => appendColumn(roster, 'homeroomTeacher'),
  },
  {
    rule: 'unknown-column',
    what: 'a private column lacks the dot',
    breaks: (roster) => appendColumn(roster, 'metadataBus'),
  },
  {
    rule: 'unknown-column',
    what: 'a column has the name of another version',
    versions: ['1.1', '1.2'],
    breaks: (roster) => roster.write(headerOf(roster, 'classes', 'termSourcedIds'), 'termSourcedId'),
  },
  {
    rule: 'unknown-column',
    what: 'a column has the name of a later version',
    versions: ['1.0'],
    breaks: (roster) => roster.write(headerOf(roster, 'classes', 'termSourcedId'), 'termSourcedIds'),
  },
  {
    rule: 'blank-column-name',
    what: 'a column has lost its name',
    breaks(roster) {
      const sheet = roster.anySheet();
      const column = roster.random.integer(0, sheet.fact.columns.length - 2);
      return roster.write({ sheet, record: 0, column }, '');
    },
  },
  {
    rule: 'extension-column-position',
    what: 'a private column stands among those of the table',
    breaks(roster) {
      const { sheet, column } = someName(roster);
      return insertColumn(sheet, column, (_, record) => (record === 0 ? 'metadata.bus' : '12'));
    },
  },
];

/** Some column's name. */
function someName(roster: Draft, fits: (name: string) => boolean = () => true): Field {
  const sheet = roster.anySheet(({ fact }) => fact.columns.some(({ name }) => fits(name)));
  const columns = [...sheet.fact.columns.keys()].filter((at) => fits(sheet.fact.columns[at]?.name ?? ''));
  return { sheet, record: 0, column: roster.random.pick(columns) };
}

function headerOf(roster: Draft, table: 'classes', column: string): Field {
  return { ...roster.field(table, column), record: 0 };
}

function removeColumn({ sheet: { file, records }, column }: Field): Finding {
  for (const record of records) record.splice(column, 1);
  return { file, record: 0 };
}

function insertColumn(
  { file, records }: Sheet,
  column: number,
  cell: (record: readonly Cell[], index: number) => Cell,
): Finding {
  for (const [index, record] of records.entries()) record.splice(column, 0, cell(record, index));
  return { file, record: 0, column };
}

function appendColumn(roster: Draft, name: string): Finding {
  const sheet = roster.anySheet();
  return insertColumn(sheet, sheet.fact.columns.length, (_, record) => (record === 0 ? name : '12'));
}
