import { csvField } from '../../edits/write-field';
import { emptyCode, noField } from '../../model/distinct-values';
import type { References } from '../../model/references';
import type { Table } from '../../model/table';
import { textIn } from '../../rules/shared/meanings';
import type { ColumnFact } from '../../spec/types';
import { encodeUtf8 } from '../../text/utf8';
import type { FixContext } from '../engine/define-fixes';
import type { RosterChange } from '../engine/roster-change';
import { lineEndOf } from './line-end';
import { needsValue } from './needs-value';
import type { FieldPlace } from './replace-part';

/** The tables that have to name a record, so that it is not incomplete from the start. */
const namedIn: Readonly<Record<string, readonly string[]>> = {
  classes: ['enrollments'],
  courses: ['classes'],
  users: ['enrollments', 'roles'],
};

/**
 * The changes that add the record that a reference names, with as little as its table demands: what is not known is taken from a
 * record that a like reference names, and names are the id. Undefined where there is no such record, and where the new one
 * would be incomplete.
 */
export function stubRecord(
  { roster }: FixContext,
  place: FieldPlace,
  references: References,
  id: string,
): (() => readonly RosterChange[]) | undefined {
  const { target, targetColumn } = references;
  const model = modelFor(place, references);
  const tables = namedIn[target.fact?.name ?? ''] ?? [];
  const isComplete = tables.every((name) => {
    const table = roster.tables.find(({ fact }) => fact?.name === name);
    return table === undefined || names(table, target, id, (column) => roster.references(table, column));
  });
  if (model === undefined || !target.isRegular || !isComplete) return undefined;
  const fields = target.header.map((_, column) => {
    if (column === targetColumn) return id;
    const fact = target.columnFact(column);
    if (isParent(target, column, (each) => roster.references(target, each)))
      return target.text(model, column);
    if (isLifecycle(fact)) return target.text(model, column);
    if (!needsValue(fact, target)) return '';
    return isName(fact) ? id : target.text(model, column);
  });
  const row = fields.map((field) => csvField(field)).join(',');
  return () => [appended(target, row)];
}

/** A record that a reference of this column names from a record of the same role, or else from any. */
function modelFor({ table, record }: FieldPlace, references: References): number | undefined {
  const { codes } = references.values;
  const active = references.target.active();
  const role = textIn(table, record, 'role');
  let found: number | undefined;
  for (let each = 1; each < codes.length; each++) {
    const code = codes[each] ?? noField;
    if (code === emptyCode || code === noField) continue;
    const named = references.items(code)[0]?.record;
    if (named === undefined || active[named] !== 1) continue;
    if (textIn(table, each, 'role') === role) return named;
    found ??= named;
  }
  return found;
}

/** Blank in a bulk file, and in a delta file as in the others. */
function isLifecycle(fact: ColumnFact | undefined): boolean {
  return fact?.name === 'status' || fact?.name === 'dateLastModified';
}

function isName(fact: ColumnFact | undefined): boolean {
  return fact?.type === 'string' && fact.list !== true && fact.vocabulary === undefined;
}

/** Whether a column names the record above, as districts stand above schools. */
function isParent(table: Table, column: number, referencesIn: ReferencesIn): boolean {
  return referencesIn(column)?.target === table && table.columnFact(column)?.list !== true;
}

type ReferencesIn = (column: number) => References | undefined;

/** Whether a table names an id of another one; a class has to be named by a teacher and by a student. */
function names(table: Table, target: Table, id: string, referencesIn: ReferencesIn): boolean {
  const bytes = encodeUtf8(id);
  const roles = new Set<string>();
  let isNamed = false;
  for (const column of table.header.keys()) {
    if (referencesIn(column)?.target !== target) continue;
    const values = table.values(column);
    const code = values.find(bytes, 0, bytes.length);
    if (code < 0) continue;
    isNamed = true;
    for (const [record, each] of values.codes.entries())
      if (each === code) roles.add(textIn(table, record, 'role'));
  }
  return target.fact?.name === 'classes' ? roles.has('teacher') && roles.has('student') : isNamed;
}

function appended(table: Table, row: string): RosterChange {
  const lineEnd = lineEndOf(table);
  const end = table.bytes.length;
  const isEnded = table.bytes[end - 1] === 0x0a || table.bytes[end - 1] === 0x0d;
  const text = isEnded ? row + lineEnd : lineEnd + row;
  return { kind: 'edit', file: table.file, edits: [{ start: end, end, text }] };
}
