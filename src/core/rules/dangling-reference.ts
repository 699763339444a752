import { emptyCode, noField } from '../model/distinct-values';
import type { References } from '../model/references';
import { decodeUtf8, utf16Length } from '../text/utf8';
import { defineRule, type RosterContext } from './engine/define-rule';

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
  const missing = missingItems(references);
  if (missing.size === 0) return;
  const at = context.at(table);
  const data = {
    targetFile: target.file,
    targetRecord: target.fact?.record ?? 'record',
    targetColumn: fact.column,
  };
  for (let record = 1; record < values.codes.length; record++) {
    const code = values.codes[record] ?? noField;
    const items = code === noField ? undefined : missing.get(code);
    if (items === undefined || !table.isIntact(record)) continue;
    for (const { id, from } of items) {
      context.report({
        at: at.field(record, column, from, from + id.length),
        message: 'missing',
        data,
        group: `${table.file} ${target.file} ${id}`,
        // What a delta file refers to may have been sent before.
        ...(table.mode === 'delta' ? { severity: 'warning' } : {}),
      });
    }
  }
}

interface MissingItem {
  readonly id: string;
  readonly from: number;
}

/** The items of each distinct value that lead nowhere, not even in another letter case. */
function missingItems(references: References): ReadonlyMap<number, readonly MissingItem[]> {
  const { values } = references;
  const missing = new Map<number, MissingItem[]>();
  for (let code = emptyCode + 1; code < values.size; code++) {
    const found = references.items(code).filter((item) => item.record === undefined && item.nearRecord === undefined);
    if (found.length > 0) missing.set(code, found.map((item) => locate(references, code, item)));
  }
  return missing;
}

function locate(references: References, code: number, item: { readonly start: number; readonly end: number }): MissingItem {
  const { table, values } = references;
  const from = utf16Length(table.scan.bytes, values.starts[code] ?? 0, item.start);
  return { id: decodeUtf8(table.scan.bytes, item.start, item.end), from };
}
