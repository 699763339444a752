import { isText, raw, type Draft, type Field, type Fits } from '../draft';
import type { Defect } from './defect';

/** Quotes, commas, line breaks and blanks where they do not belong. */
export const csvDefects: readonly Defect[] = [
  {
    rule: 'wrong-delimiter',
    what: 'the fields of a file are separated by semicolons',
    breaks(roster) {
      const sheet = roster.anySheet();
      sheet.oddities.delimiter = ';';
      return { file: sheet.file, record: 0 };
    },
  },
  {
    rule: 'wrong-delimiter',
    what: 'the fields of a file are separated by tabs',
    breaks(roster) {
      const sheet = roster.anySheet();
      sheet.oddities.delimiter = '\t';
      return { file: sheet.file, record: 0 };
    },
  },
  {
    rule: 'unclosed-quote',
    what: 'a quote is opened and not closed',
    breaks(roster) {
      const place = roster.write(roster.anyField(isLastText), raw('"Raum 12'));
      return { ...place, from: 0, to: 1 };
    },
  },
  {
    rule: 'stray-quote',
    what: 'a quote stands inside a text',
    breaks(roster) {
      const place = roster.write(roster.anyField(isText), raw('5" screen'));
      return { ...place, from: 1, to: 2 };
    },
  },
  {
    rule: 'stray-quote',
    what: 'text stands behind the closing quote',
    breaks(roster) {
      const place = roster.write(roster.anyField(isText), raw('"Raum" 12'));
      return { ...place, from: 6, to: 9 };
    },
  },
  {
    rule: 'field-count',
    what: 'a record has a comma too many at its end',
    breaks(roster) {
      // In a file of few records it may be the empty column of a spreadsheet.
      const { sheet, record } = roster.anyRecord(({ records }) => records.length > 4);
      sheet.records[record]?.push('');
      return { file: sheet.file, record };
    },
  },
  {
    rule: 'field-count',
    what: 'a record has lost its last comma',
    breaks(roster) {
      const { sheet, record } = roster.anyField(({ name }, { fact }) => fact.columns.at(-1)?.name !== name);
      sheet.records[record]?.pop();
      return { file: sheet.file, record };
    },
  },
  {
    rule: 'field-count',
    what: 'a text with a comma is not in quotes',
    breaks(roster) {
      const { file, record } = roster.write(roster.anyField(isText), raw('Raum 12, links'));
      return { file, ...(record === undefined ? {} : { record }) };
    },
  },
  {
    rule: 'blank-record',
    what: 'there is an empty line',
    breaks: (roster) => insertRecord(roster, () => []),
  },
  {
    rule: 'blank-record',
    what: 'there is a record of nothing but commas',
    breaks: (roster) => insertRecord(roster, (width) => Array.from({ length: width }, () => raw(''))),
  },
  {
    rule: 'line-break-in-field',
    what: 'a text holds a line break',
    breaks: (roster) => roster.write(roster.anyField(isText), 'Raum 12\nlinks', '\n'),
  },
  {
    rule: 'surrounding-whitespace',
    what: 'a text ends with a blank',
    breaks: (roster) => padded(roster, roster.anyField(isText), '', ' '),
  },
  {
    rule: 'surrounding-whitespace',
    what: 'a text begins with a non-breaking blank',
    breaks: (roster) => padded(roster, roster.anyField(isText), '\u00a0', ''),
  },
  {
    rule: 'surrounding-whitespace',
    what: 'a reference begins with a blank',
    breaks: (roster) =>
      padded(
        roster,
        roster.anyField(({ reference, list }) => reference !== undefined && list !== true),
        ' ',
        '',
      ),
  },
  {
    rule: 'surrounding-whitespace',
    what: 'a date, number, word or yes/no has blanks round it',
    breaks(roster) {
      const types = ['enumeration', 'boolean', 'date', 'datetime', 'year', 'integer', 'decimal'];
      return padded(
        roster,
        roster.anyField(({ type, list }) => types.includes(type) && list !== true),
        ' ',
        '\t',
      );
    },
  },
  {
    rule: 'surrounding-whitespace',
    what: 'an optional field holds nothing but a blank',
    breaks: (roster) =>
      roster.write(
        roster.anyField((fact) => isText(fact) && fact.required === false),
        ' ',
      ),
  },
  {
    rule: 'surrounding-whitespace',
    what: 'a column name begins with a blank',
    breaks(roster) {
      const { sheet, column } = roster.anyField(() => true);
      return padded(roster, { sheet, column, record: 0 }, ' ', '');
    },
  },
  {
    rule: 'trailing-empty-columns',
    what: 'a spreadsheet has left empty columns',
    breaks(roster) {
      const { file, records } = roster.anySheet();
      for (const record of records) record.push('', '');
      return { file, record: 0 };
    },
  },
];

/** Behind an unclosed quote, any other quote of the record would look like its end. */
const isLastText: Fits = ({ name, type, format, list }, { fact }) =>
  fact.columns.at(-1)?.name === name &&
  (type === 'string' || type === 'id') &&
  format === undefined &&
  list !== true;

function padded(roster: Draft, field: Field, before: string, behind: string) {
  return roster.write(field, `${before}${roster.text(field)}${behind}`);
}

function insertRecord(roster: Draft, create: (width: number) => Uint8Array[]) {
  const { file, fact, records } = roster.anySheet();
  const record = roster.random.integer(1, records.length - 1);
  records.splice(record, 0, create(fact.columns.length));
  return { file, record };
}
