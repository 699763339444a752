import { emptyCode, noField } from '../model/distinct-values';
import type { References } from '../model/references';
import type { Table } from '../model/table';
import { defineRule, type RosterContext } from './engine/define-rule';
import { lostZeros } from './shared/lost-zeros';
import { shortIds } from './shared/short-ids';
import { referenceItemTexts } from './shared/reference-item-text';

type Message = 'reference' | 'key' | 'short' | 'there';

export default defineRule<Message>({
  id: 'lost-leading-zeros',
  area: 'spreadsheet',
  severity: 'warning',
  summary: 'An id seems to have lost its leading zeros.',
  messages: {
    reference:
      '{field} names "{value}", which seems to have lost leading zeros: {otherFile} has "{suggestion}"',
    key: '{field} is "{value}", which seems to have lost leading zeros: {otherFile} names "{suggestion}"',
    short:
      '{field} is "{value}", shorter than the others, which have {length} digits; it seems to have lost leading zeros and to be "{suggestion}"',
    there: 'Here it is "{twin}"',
  },
  *rosterSteps(context) {
    const reported = new Map<Table, Set<number>>();
    for (const table of context.roster.tables) {
      for (const column of table.header.keys()) {
        const references = context.roster.references(table, column);
        if (references !== undefined) checkReferences(context, references, reported);
      }
    }
    for (const table of context.roster.tables) {
      if (table.fact === undefined || !table.readable) continue;
      for (const column of table.header.keys()) {
        checkLengths(context, table, column, reported.get(table));
        yield;
      }
    }
  },
});

/** References that lead nowhere because they, or the ids that they name, have lost their zeros. */
function checkReferences(
  context: RosterContext<Message>,
  references: References,
  reported: Map<Table, Set<number>>,
): void {
  const { table, column, values, target, targetColumn } = references;
  const twinOf = lostZeros(references);
  const found = references.unresolved().filter((code) => itemsWithTwin(references, code, twinOf).length > 0);
  if (found.length === 0) return;
  const wanted = new Set(found);
  const { codes } = values;
  const severity = table.mode === 'delta' ? ('warning' as const) : ('error' as const);
  const keys = reported.get(target) ?? new Set<number>();
  reported.set(target, keys);
  for (let record = 1; record < codes.length; record++) {
    const code = codes[record] ?? noField;
    if (!wanted.has(code) || !table.isIntact(record)) continue;
    for (const { id, from, to, twin } of itemsWithTwin(references, code, twinOf)) {
      const reference = () => context.at(table).field(record, column, from, to);
      const key = () => context.at(target).field(twin.record, targetColumn);
      if (id.length < twin.id.length) {
        context.report({
          at: reference,
          message: 'reference',
          data: { otherFile: target.file, suggestion: twin.id },
          severity,
          group: `${table.file} ${String(column)}`,
          related: [{ at: key, message: 'there', data: { twin: twin.id } }],
        });
      } else if (!keys.has(twin.record)) {
        keys.add(twin.record);
        context.report({
          at: key,
          message: 'key',
          data: { otherFile: table.file, suggestion: id },
          severity,
          group: `${target.file} ${String(targetColumn)}`,
          related: [{ at: reference, message: 'there', data: { twin: id } }],
        });
      }
    }
  }
}

function itemsWithTwin(references: References, code: number, twinOf: ReturnType<typeof lostZeros>) {
  return referenceItemTexts(references, code).flatMap(({ item, id, from, to }) => {
    const twin = item.record === undefined ? twinOf(id.trim()) : undefined;
    return twin === undefined ? [] : [{ id: id.trim(), from, to, twin }];
  });
}

/** Ids that are shorter than all others of their column. */
function checkLengths(
  context: RosterContext<Message>,
  table: Table,
  column: number,
  reported: ReadonlySet<number> | undefined,
): void {
  if (!holdsIds(table, column)) return;
  const values = table.values(column);
  const found = shortIds(values);
  if (found === undefined) return;
  const { length, codes: short } = found;
  const { codes } = values;
  for (let record = 1; record < codes.length; record++) {
    const code = codes[record] ?? noField;
    if (code === emptyCode || !short.has(code) || !table.isIntact(record)) continue;
    if (reported?.has(record) === true) continue;
    context.report({
      at: () => context.at(table).field(record, column),
      message: 'short',
      data: { length, suggestion: values.text(code).trim().padStart(length, '0') },
    });
  }
}

/** Ids of a table's own records and the numbers that people and schools are known by; a reference repeats what it names. */
function holdsIds(table: Table, column: number): boolean {
  const fact = table.columnFact(column);
  if (fact === undefined || fact.reference !== undefined) return false;
  return fact.type === 'guid' || fact.type === 'id' || fact.name === 'identifier';
}
