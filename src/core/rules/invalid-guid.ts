import type { References } from '../model/references';
import { defineRule, type ColumnContext, type ValueReport } from './engine/define-rule';
import type { DistinctValue } from './engine/distinct-value';
import {
  idDefect,
  idLengthLimit,
  idSeverity,
  illegalCharacter,
  isLegalId,
  type IdDefect,
} from './shared/legal-id';
import { referenceItemText } from './shared/reference-item-text';
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
  value(column) {
    const { fact, roster, table, index } = column;
    if (fact?.type !== 'guid') return undefined;
    const references = roster.references(table, index);
    return {
      check(value, report) {
        if (isLegalId(value.bytes, value.start, value.end)) return;
        for (const item of typedItems(value, fact)) {
          const defect = idDefect(item.text);
          if (defect === undefined || isLeftToOthers(defect, value, item, references, column)) continue;
          report(describe(defect, item, column));
        }
      },
    };
  },
});

/** An illegal reference that leads somewhere is reported at the id it names; one that leads nowhere by the graver rule. */
function isLeftToOthers(
  defect: IdDefect,
  value: DistinctValue,
  item: TypedItem,
  references: References | undefined,
  { version }: ColumnContext,
): boolean {
  if (references === undefined) return false;
  const isNowhere = references
    .items(value.code)
    .some(
      (each) =>
        each.record === undefined &&
        each.nearRecord === undefined &&
        referenceItemText(references, value.code, each).id.trim() === item.text,
    );
  return !isNowhere || idSeverity(defect, version) !== 'error';
}

function describe(
  defect: IdDefect,
  { text, from, to }: TypedItem,
  { version, table, name }: ColumnContext,
): ValueReport<IdDefect> {
  const severity = idSeverity(defect, version);
  return {
    message: defect,
    data:
      defect === 'length'
        ? { length: text.length, limit: idLengthLimit }
        : { character: illegalCharacter(text) ?? '' },
    from,
    to,
    group: `${table.file} ${name} ${text}`,
    ...(severity === undefined ? {} : { severity }),
  };
}
