import { noField } from '../model/distinct-values';
import type { References } from '../model/references';
import type { Roster } from '../model/roster';
import type { Table } from '../model/table';
import { defineRule, type RosterContext } from './engine/define-rule';
import { hasToBeBlank } from './shared/lifecycle';
import { codesMeaning } from './shared/meanings';
import { referenceItemTexts, type ReferenceItemText } from './shared/reference-item-text';

type Message = 'deleted' | 'there';

export default defineRule<Message>({
  id: 'reference-to-deleted',
  area: 'reference',
  severity: 'warning',
  summary: 'A record that stays names one that is marked as deleted.',
  messages: {
    deleted: '{field} names "{value}", but {targetFile} marks that {targetRecord} as tobedeleted',
    there: 'Here it is marked as deleted',
  },
  roster(context) {
    const { roster } = context;
    for (const table of roster.tables.filter(({ readable }) => readable)) {
      for (const column of table.header.keys()) {
        const references = roster.references(table, column);
        const deleted = references === undefined ? undefined : deletedRecords(roster, references.target);
        if (references !== undefined && deleted !== undefined) checkColumn(context, references, deleted);
      }
    }
  },
});

/** Undefined where there are none, or where the status fields are an error of their own. */
function deletedRecords({ profile }: Roster, table: Table): ((record: number) => boolean) | undefined {
  const column = table.columnIndex('status');
  const fact = table.columnFact(column);
  if (fact === undefined) return undefined;
  const configured = profile.severities['lifecycle-in-bulk'];
  if (hasToBeBlank(fact, table) && (configured === undefined || configured === 'error')) return undefined;
  const deleted = codesMeaning(table, column, 'tobedeleted');
  const { codes } = table.values(column);
  return deleted.includes(1) ? (record) => deleted[codes[record] ?? noField] === 1 : undefined;
}

function checkColumn(
  context: RosterContext<Message>,
  references: References,
  isDeleted: (record: number) => boolean,
): void {
  const { table, column, values, target } = references;
  const items = itemsToDeleted(references, isDeleted);
  if (items.size === 0) return;
  const at = context.at(table);
  const active = table.active();
  const data = { targetFile: target.file, targetRecord: target.fact?.record ?? 'record' };
  for (let record = 1; record < active.length; record++) {
    if (active[record] !== 1) continue;
    for (const { item, id, from, to } of items.get(values.codes[record] ?? noField) ?? []) {
      const there = item.record ?? item.nearRecord ?? 0;
      context.report({
        at: () => at.field(record, column, from, to),
        message: 'deleted',
        data,
        group: `${table.file} ${target.file} ${id}`,
        related: [
          { at: () => context.at(target).field(there, target.columnIndex('status')), message: 'there' },
        ],
      });
    }
  }
}

function itemsToDeleted(
  references: References,
  isDeleted: (record: number) => boolean,
): ReadonlyMap<number, readonly ReferenceItemText[]> {
  const found = new Map<number, readonly ReferenceItemText[]>();
  for (let code = 1; code < references.values.size; code++) {
    if (!references.targetsOf(code).some(isDeleted)) continue;
    found.set(
      code,
      referenceItemTexts(references, code).filter(({ item }) =>
        isDeleted(item.record ?? item.nearRecord ?? 0),
      ),
    );
  }
  return found;
}
