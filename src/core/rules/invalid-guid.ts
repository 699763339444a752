import { comma } from '../csv/bytes';
import { isIdCharacter, notIdCharacters } from '../csv/field-kind';
import type { References } from '../model/references';
import { defineRule, type ValueReport } from './engine/define-rule';
import type { DistinctValue } from './engine/distinct-value';
import { idDefect, idLengthLimit, idSeverity, illegalCharacter, type IdDefect } from './shared/legal-id';
import { referenceItemTexts } from './shared/reference-item-text';
import { isSpreadsheetNumber } from './shared/spreadsheet-number';
import { typedItems, type TypedItem } from './shared/typed-items';

export default defineRule<IdDefect>({
  id: 'invalid-guid',
  area: 'value',
  severity: 'error',
  versions: ['1.1', '1.2'],
  summary: 'An id has a character that ids may not have, or is too long.',
  messages: {
    character:
      '{field} is "{value}", and "{character}" may not stand in an id; legal are letters A to Z, digits and . - _ / @',
    length: '{field} has {length} characters; an id has fewer than {limit}',
  },
  value({ fact, roster, table, index, name, version, values }) {
    if (fact?.type !== 'guid') return undefined;
    if ((values.kinds & notIdCharacters) === 0 && values.longest < idLengthLimit) return undefined;
    const references = roster.references(table, index);
    return {
      check(value, report) {
        if (value.end - value.start < idLengthLimit && holdsIdCharacters(value, fact.list === true)) return;
        const illegal = typedItems(value, fact).filter(
          ({ text }) => idDefect(text) !== undefined && !isSpreadsheetNumber(text),
        );
        if (illegal.length === 0) return;
        const nowhere = references === undefined ? undefined : idsLeadingNowhere(references, value.code);
        for (const item of illegal) {
          const defect = idDefect(item.text);
          if (defect === undefined) continue;
          const severity = idSeverity(defect, version) ?? 'error';
          // A reference that leads somewhere is reported at the id it names; one that leads nowhere by the graver rule.
          if (nowhere !== undefined && (severity !== 'error' || !nowhere.has(item.text))) continue;
          const group = `${table.file} ${name} ${item.text}`;
          report({ ...describe(defect, item), severity, group });
        }
      },
    };
  },
});

/** Whether a value is made of what ids may have, and a list of that and commas. */
function holdsIdCharacters(value: DistinctValue, isList: boolean): boolean {
  if (value.hasIdCharacters || !isList) return value.hasIdCharacters;
  const { bytes, start, end } = value;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte !== comma && !isIdCharacter(byte)) return false;
  }
  return true;
}

function idsLeadingNowhere(references: References, code: number): ReadonlySet<string> {
  const nowhere = referenceItemTexts(references, code).filter(
    ({ item }) => item.record === undefined && item.nearRecord === undefined,
  );
  return new Set(nowhere.map(({ id }) => id.trim()));
}

function describe(defect: IdDefect, { text, from, to }: TypedItem): ValueReport<IdDefect> {
  const data =
    defect === 'length'
      ? { length: text.length, limit: idLengthLimit }
      : { character: illegalCharacter(text) ?? '' };
  return { message: defect, data, from, to };
}
