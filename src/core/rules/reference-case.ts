import { noField } from '../model/distinct-values';
import type { References } from '../model/references';
import { defineRule, type RosterContext } from './engine/define-rule';
import { referenceItemTexts, type ReferenceItemText } from './shared/reference-item-text';

type Message = 'case' | 'there';

export default defineRule<Message>({
  id: 'reference-case',
  area: 'reference',
  severity: 'error',
  summary: 'A field names a record whose id has other upper and lower case letters.',
  messages: {
    case: '{field} names "{value}", but {targetFile} writes that id "{suggestion}", and letter case counts',
    there: 'This {targetRecord} has the id "{value}"',
  },
  roster(context) {
    for (const table of context.roster.tables) {
      for (const column of table.header.keys()) {
        const references = context.roster.references(table, column);
        if (references !== undefined) checkColumn(context, references);
      }
    }
  },
});

interface MiswrittenItem extends ReferenceItemText {
  /** The record of the id that is nearly the same, and that id. */
  readonly record: number;
  readonly suggestion: string;
}

function checkColumn(context: RosterContext<Message>, references: References): void {
  const { table, column, values, target, targetColumn } = references;
  const miswritten = miswrittenItems(references);
  if (miswritten.size === 0) return;
  const at = context.at(table);
  const targetRecord = target.fact?.record ?? 'record';
  const { codes } = values;
  for (let record = 1; record < codes.length; record++) {
    const items = miswritten.get(codes[record] ?? noField);
    if (items === undefined || !table.isIntact(record)) continue;
    for (const { id, from, to, suggestion, record: there } of items) {
      context.report({
        at: () => at.field(record, column, from, to),
        message: 'case',
        data: { targetFile: target.file, suggestion },
        group: `${table.file} ${target.file} ${id}`,
        related: [
          {
            at: () => context.at(target).field(there, targetColumn),
            message: 'there',
            data: { targetRecord },
          },
        ],
      });
    }
  }
}

/** Ids that differ by blanks round them or by invisible characters alone are left to the rules about those. */
function miswrittenItems(references: References): ReadonlyMap<number, readonly MiswrittenItem[]> {
  const { target, targetColumn } = references;
  const miswritten = new Map<number, readonly MiswrittenItem[]>();
  for (const code of references.unresolved()) {
    const items = referenceItemTexts(references, code).flatMap((text) => {
      const record = text.item.nearRecord;
      if (record === undefined) return [];
      const id = text.id.trim();
      const suggestion = target.text(record, targetColumn).trim();
      const isCase = suggestion !== id && suggestion.toLowerCase() === id.toLowerCase();
      return isCase ? [{ ...text, record, suggestion }] : [];
    });
    if (items.length > 0) miswritten.set(code, items);
  }
  return miswritten;
}
