import { isFreeKey, isText, type Fits } from '../draft';
import { spoiled, type Defect } from './defect';

const isDate: Fits = ({ type }) => type === 'date';
const isMoment: Fits = ({ type }) => type === 'datetime';

/** What a spreadsheet or a word processor makes of a roster that is opened in it. */
export const spreadsheetDefects: readonly Defect[] = [
  spoiled('spreadsheet-number', 'a long number in a text is shortened', isText, () => '9.78E+12'),
  spoiled(
    'spreadsheet-number',
    'a phone number is shortened',
    ({ format }) => format === 'phone',
    () => '1.5551E+10',
  ),
  {
    rule: 'spreadsheet-number',
    what: 'an id is shortened',
    breaks: (roster) => roster.write(roster.anyField(isFreeKey(roster.version)), '1.23E+11'),
  },
  spoiled('spreadsheet-date', 'a date has the month first', isDate, () => '8/15/2026'),
  spoiled('spreadsheet-date', 'a date has a month name', isDate, () => '15-Aug-26'),
  spoiled('spreadsheet-date', 'a date is a serial number', isDate, () => '46249'),
  spoiled('spreadsheet-date', 'a date is the hashes of a narrow column', isDate, () => '########'),
  spoiled('spreadsheet-date', 'a moment has the month first', isMoment, () => '8/15/2026 6:30', {
    versions: ['1.1', '1.2'],
    mode: 'delta',
  }),
  {
    rule: 'lost-leading-zeros',
    what: 'one student number is shorter than the others',
    breaks(roster) {
      const { sheet, column } = roster.field('users', 'identifier');
      for (const [record, row] of sheet.records.entries())
        if (record > 0) row[column] = String(204_800 + record * 7);
      return roster.write(
        { sheet, column, record: roster.random.integer(1, sheet.records.length - 1) },
        '1048',
      );
    },
  },
  {
    rule: 'lost-leading-zeros',
    what: 'a reference has lost the zeros of the id',
    breaks(roster) {
      const ids = ['004711', '4711'] as const;
      const course = roster.addLike(roster.field('courses', 'sourcedId'), { sourcedId: ids[0] });
      const first = roster.field('classes', 'courseSourcedId');
      roster.addLike(roster.beside(first, 'sourcedId'), { courseSourcedId: roster.text(course) });
      return roster.write(first, ids[1]);
    },
    consequences: ['class-without-teacher', 'class-without-students'],
  },
  spoiled('curly-quotes', 'a text has a curly apostrophe', isText, () => 'O\u2019Brien'),
  spoiled('curly-quotes', 'a text has curly quotation marks', isText, () => '\u201cRaum\u201d'),
];
