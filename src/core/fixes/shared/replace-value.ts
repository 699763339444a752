import { columnAt, fieldText } from '../../csv/field';
import { emptyCode } from '../../model/distinct-values';
import { keyColumn } from '../../rules/shared/key-column';
import type { FixContext } from '../engine/define-fixes';
import type { RosterChange } from '../engine/roster-change';
import { referencesTo } from './references-to';
import { renameId } from './rename-id';
import { replacePart, withPart, type FieldPlace } from './replace-part';

/** The field that a problem has its place in, or undefined where it has none. */
export function fieldOf({ table, problem }: Pick<FixContext, 'table' | 'problem'>): FieldPlace | undefined {
  if (table === undefined || problem.record === undefined) return undefined;
  const record = problem.record - 1;
  return { table, record, column: columnAt(table.scan, record, problem.start) };
}

/**
 * The changes that put another text in a problem's place. An id takes along what names it. Undefined where that would be wrong:
 * another record has the id already, or the field names records that it would name no longer,
 * unless just that is wanted.
 */
export function replaceValue(
  context: FixContext,
  text: string,
  mayLoseReference = false,
): (() => readonly RosterChange[]) | undefined {
  const place = fieldOf(context);
  if (place === undefined) return undefined;
  const { table, record, column } = place;
  const { problem } = context;
  const changed = withPart(place, problem, text);
  if (record > 0 && !mayLoseReference && losesReference(context, place, changed)) return undefined;
  if (record > 0 && isId(context, place)) return renameId(context, place, changed);
  return () => [
    { kind: 'edit', file: table.file, edits: [replacePart({ table, record, column }, problem, text)] },
  ];
}

function isId(context: FixContext, { table, column }: FieldPlace): boolean {
  return (
    keyColumn(table) === column ||
    referencesTo(context, table).some(({ targetColumn }) => targetColumn === column)
  );
}

/** Whether a field names a record by exactly its id, and would not do so with another value. */
function losesReference(
  { roster }: FixContext,
  { table, record, column }: FieldPlace,
  changed: string,
): boolean {
  const references = roster.references(table, column);
  if (references === undefined) return false;
  const code = references.values.codes[record] ?? emptyCode;
  const named = references.items(code).flatMap((item) => item.record ?? []);
  if (named.length === 0) return false;
  const isList = table.columnFact(column)?.list === true;
  const items = (isList ? changed.split(',') : [changed]).map((item) => item.trim());
  const { target, targetColumn } = references;
  return named.some((each) => !items.includes(fieldText(target.scan, each, targetColumn)));
}
