import { notIdCharacters } from '../csv/field-kind';
import type { References } from '../model/references';
import type { ColumnFact } from '../spec/types';
import { defineRule } from './engine/define-rule';
import type { DistinctValue } from './engine/distinct-value';
import { referenceItemTexts } from './shared/reference-item-text';
import { isSpreadsheetNumber } from './shared/spreadsheet-number';
import { typedItems } from './shared/typed-items';

const plus = 0x2b;
/** A longer field, blanks round the number included, is not looked at. */
const longest = 40;

export default defineRule({
  id: 'spreadsheet-number',
  area: 'spreadsheet',
  severity: 'error',
  summary: 'A spreadsheet has shortened a long number, so that its last digits are lost.',
  messages: {
    shortened:
      '{field} is "{value}", a long number that a spreadsheet has shortened; its last digits are lost',
  },
  value({ fact, roster, table, index, name, values }) {
    if (fact === undefined || !isAffected(fact)) return undefined;
    // A plus sign, which such a number has, may not stand in an id.
    if ((values.kinds & notIdCharacters) === 0) return undefined;
    const references = roster.references(table, index);
    const group = `${table.file} ${name}`;
    return {
      check(value, report) {
        if (
          (fact.list !== true && value.end - value.start > longest) ||
          value.hasIdCharacters ||
          !hasPlus(value)
        )
          return;
        const shortened = typedItems(value, fact).filter(({ text }) => isSpreadsheetNumber(text));
        if (shortened.length === 0) return;
        const known = references === undefined ? undefined : knownIds(references, value.code);
        for (const { text, from, to } of shortened) {
          // A reference that leads somewhere is reported at the id it names.
          if (known?.has(text) !== true) report({ message: 'shortened', from, to, group });
        }
      },
    };
  },
});

/** A decimal may be written so; lists of values have their own rules, and a password is not to be quoted. */
function isAffected({ type, format }: ColumnFact): boolean {
  if (format === 'password') return false;
  return type === 'guid' || type === 'id' || type === 'string' || type === 'integer';
}

function hasPlus({ bytes, start, end }: DistinctValue): boolean {
  for (let at = start; at < end; at++) if (bytes[at] === plus) return true;
  return false;
}

/** The ids that a value names and that there are. */
function knownIds(references: References, code: number): ReadonlySet<string> {
  const known = referenceItemTexts(references, code).filter(
    ({ item }) => item.record !== undefined || item.nearRecord !== undefined,
  );
  return new Set(known.map(({ id }) => id.trim()));
}
