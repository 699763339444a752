import { isFreeKey, isText, type Fits } from '../draft';
import { lostLink, spoiled, type Defect } from './defect';

const isWord: Fits = ({ type, list }) => type === 'enumeration' && list !== true;
const isOwnWord: Fits = (fact, sheet, text) => isWord(fact, sheet, text) && text.startsWith('ext:');
const isKnownWord: Fits = (fact, sheet, text) => isWord(fact, sheet, text) && !text.startsWith('ext:');
const isBoolean: Fits = ({ type }) => type === 'boolean';

/** Fields that are empty, or hold words and ids that they may not hold. */
export const valueDefects: readonly Defect[] = [
  spoiled('required-value', 'a needed text is empty', isNeeded(isText), () => ''),
  spoiled('required-value', 'a needed text is nothing but a blank', isNeeded(isText), () => ' '),
  spoiled('required-value', 'a needed word is empty', isNeeded(isWord), () => ''),
  spoiled(
    'required-value',
    'a needed date is empty',
    isNeeded(({ type }) => type === 'date'),
    () => '',
  ),
  spoiled(
    'required-value',
    'a needed reference is empty',
    isNeeded(({ reference }) => reference !== undefined),
    () => '',
    { consequences: lostLink },
  ),
  {
    rule: 'required-value',
    what: 'an id is empty',
    breaks: (roster) => roster.write(roster.anyField(isFreeKey(roster.version)), ''),
  },
  id('a blank', (text) => `${text.slice(0, 3)} ${text.slice(3)}`),
  id('an umlaut', (text) => `ü${text}`),
  id('a colon', (text) => `sis:${text}`),
  id('too many characters', (text) => text.padEnd(256, 'x')),
  spoiled(
    'invalid-value',
    'a word is misspelt',
    isKnownWord,
    (text) => `${text.slice(0, 1)}${text.slice(2)}`,
  ),
  spoiled('invalid-value', 'a word is not in the list', isKnownWord, () => 'sonstiges'),
  spoiled('invalid-value', 'a yes/no is a digit', isBoolean, () => '1'),
  spoiled('invalid-value', 'a yes/no is another word', isBoolean, () => 'yes'),
  spoiled('invalid-value', 'a private word in a version without them', isWord, () => 'ext:eigenes', {
    versions: ['1.0', '1.1'],
  }),
  spoiled('invalid-value', 'a private word without a name', isOwnWord, () => 'ext:', { versions: ['1.2'] }),
  {
    rule: 'invalid-value',
    what: 'one word of several is wrong',
    versions: ['1.1', '1.2'],
    breaks: (roster) => roster.write(roster.field('resources', 'roles'), 'student,pupil', 'pupil'),
  },
  spoiled('value-case', 'a word is in capitals', isKnownWord, (text) => text.toUpperCase()),
  spoiled('value-case', 'a yes/no is in capitals', isBoolean, (text) => text.toUpperCase()),
  spoiled('literal-null', 'a text says NULL', isText, () => 'NULL'),
  spoiled('literal-null', 'a text says N/A', isText, () => 'N/A'),
  spoiled('value-too-long', 'a text has 256 characters', isText, () => 'ä'.repeat(256)),
  {
    rule: 'lifecycle-in-bulk',
    what: 'a record of a bulk file is called active',
    breaks: (roster) => roster.write(roster.beside(roster.anyRecord(), 'status'), 'active'),
  },
  {
    rule: 'lifecycle-in-bulk',
    what: 'a record of a bulk file has a date of change',
    breaks: (roster) =>
      roster.write(roster.beside(roster.anyRecord(), 'dateLastModified'), '2026-08-14T06:30:00.000Z'),
  },
  {
    rule: 'lifecycle-missing-in-delta',
    what: 'a record of a delta file lacks its status or date of change',
    mode: 'delta',
    breaks: (roster) => {
      const name = roster.random.pick(['status', 'dateLastModified']);
      return roster.write(roster.beside(roster.anyRecord(), name), '');
    },
  },
  {
    rule: 'mixed-lifecycle',
    what: 'a record has a status and no date of change',
    breaks(roster) {
      const status = roster.beside(roster.anyRecord(), 'status');
      roster.write(status, 'active');
      return roster.found(roster.beside(status, 'dateLastModified'));
    },
  },
  {
    rule: 'mixed-lifecycle',
    what: 'a record of several has no status and no date of change',
    mode: 'delta',
    breaks(roster) {
      const status = roster.beside(
        roster.anyRecord(({ records }) => records.length > 3),
        'status',
      );
      roster.write(roster.beside(status, 'dateLastModified'), '');
      return roster.write(status, '');
    },
  },
  {
    rule: 'deprecated-value',
    what: 'a record of a delta file is called inactive',
    mode: 'delta',
    breaks: (roster) => roster.write(roster.beside(roster.anyRecord(), 'status'), 'inactive'),
    consequences: ['reference-to-deleted'],
  },
];

function isNeeded(fits: Fits): Fits {
  return (fact, sheet, text) => fact.required === true && fits(fact, sheet, text);
}

function id(what: string, spoil: (text: string) => string): Defect {
  return {
    rule: 'invalid-guid',
    what: `an id has ${what}`,
    breaks(roster) {
      const field = roster.anyField(isFreeKey(roster.version));
      return roster.write(field, spoil(roster.text(field)));
    },
  };
}
