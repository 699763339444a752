import { noField } from '../model/distinct-values';
import type { References } from '../model/references';
import { defineRule, type RosterContext } from './engine/define-rule';
import { idDefect, idSeverity } from './shared/legal-id';
import { referenceItemText, type ReferenceItemText } from './shared/reference-item-text';
import { hasLooseQuote, hasOtherSeparator, isReadable } from './shared/typed-items';

type Message = 'missing';

export default defineRule<Message>({
  id: 'dangling-reference',
  area: 'reference',
  severity: 'error',
  summary: 'A field names a record that does not exist.',
  messages: {
    missing: '{field} names "{value}", but {targetFile} has no {targetRecord} with that {targetColumn}',
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

function checkColumn(context: RosterContext<Message>, references: References): void {
  const { table, column, values, target, fact } = references;
  const missing = missingItems(context, references);
  if (missing.size === 0) return;
  const at = context.at(table);
  const data = {
    targetFile: target.file,
    targetRecord: target.fact?.record ?? 'record',
    targetColumn: fact.column,
  };
  for (let record = 1; record < values.codes.length; record++) {
    const items = missing.get(values.codes[record] ?? noField);
    if (items === undefined || !table.isIntact(record)) continue;
    for (const { id, from, to } of items) {
      context.report({
        at: at.field(record, column, from, to),
        message: 'missing',
        data,
        group: `${table.file} ${target.file} ${id}`,
        // What a delta file refers to may have been sent before.
        ...(table.mode === 'delta' ? { severity: 'warning' } : {}),
      });
    }
  }
}

/** The items of each distinct value that lead nowhere, not even in another letter case, and that no other rule rejects. */
function missingItems(
  { roster, version }: RosterContext<Message>,
  references: References,
): ReadonlyMap<number, readonly ReferenceItemText[]> {
  const { severities } = roster.profile;
  const { table, values } = references;
  const isList = table.columnFact(references.column)?.list === true;
  const missing = new Map<number, readonly ReferenceItemText[]>();
  for (const code of references.unresolved()) {
    if (isLeftToOthers(code)) continue;
    const items = references
      .items(code)
      .filter(({ record, nearRecord }) => record === undefined && nearRecord === undefined)
      .map((item) => referenceItemText(references, code, item))
      .filter(({ id }) => severities['invalid-guid'] === 'off' || !isRejected(id));
    if (items.length > 0) missing.set(code, items);
  }
  return missing;

  function isLeftToOthers(code: number): boolean {
    if (hasLooseQuote(table.scan.bytes, values.starts[code] ?? 0, values.ends[code] ?? 0)) return true;
    return isList && severities['invalid-list'] !== 'off' && hasOtherSeparator(values.text(code));
  }

  function isRejected(id: string): boolean {
    if (id.includes('\ufffd')) return true;
    const defect = isReadable(id) ? idDefect(id.trim()) : undefined;
    return defect !== undefined && idSeverity(defect, version) === 'error';
  }
}
