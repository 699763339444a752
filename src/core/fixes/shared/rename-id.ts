import { contentRange } from '../../csv/field';
import { emptyCode } from '../../model/distinct-values';
import type { References } from '../../model/references';
import type { ByteEdit } from '../../edits/byte-edit';
import { encodeUtf8 } from '../../text/utf8';
import type { FixContext } from '../engine/define-fixes';
import type { RosterChange } from '../engine/roster-change';
import { recordsByCode } from './records-by-code';
import { referencesTo } from './references-to';
import { replacePart, type FieldPlace } from './replace-part';

type Known = Pick<FixContext, 'roster' | 'memo'>;

/**
 * The changes that give a record another id, in the field of the id and in all that name it. Undefined where another record has
 * the id already, and where several have the old one, so that it is not certain who is named.
 */
export function renameId(
  known: Known,
  place: FieldPlace,
  id: string,
): (() => readonly RosterChange[]) | undefined {
  const { table, record, column } = place;
  const values = table.values(column);
  const code = values.codes[record] ?? emptyCode;
  const taken = encodeUtf8(id);
  if (id === '' || values.find(taken, 0, taken.length) >= 0) return undefined;
  if (code !== emptyCode && recordsOf(known, table.file, column, values).of(code).length > 1)
    return undefined;
  const content = contentRange(table.scan, record, column);
  return () => [
    { kind: 'edit', file: table.file, edits: [replacePart(place, content, id)] },
    ...referencesTo(known, table)
      .filter(({ targetColumn }) => targetColumn === column)
      .flatMap((references) => renamedIn(known, references, record, id)),
  ];
}

function renamedIn(
  known: Known,
  references: References,
  target: number,
  id: string,
): readonly RosterChange[] {
  const { table, column, values } = references;
  const records = recordsOf(known, table.file, column, values);
  const edits: ByteEdit[] = [];
  for (const code of codesNaming(known, references).get(target) ?? []) {
    const items = references.items(code).filter((item) => item.record === target);
    for (const record of records.of(code)) {
      const shift = contentRange(table.scan, record, column).start - values.start(code);
      for (const { start, end } of items) {
        edits.push(replacePart({ table, record, column }, { start: start + shift, end: end + shift }, id));
      }
    }
  }
  return edits.length === 0 ? [] : [{ kind: 'edit', file: table.file, edits }];
}

/** The codes of the values that name each record by exactly its id. */
function codesNaming(known: Known, references: References): ReadonlyMap<number, readonly number[]> {
  const { table, column, values } = references;
  return known.memo(`codes in ${table.file} ${String(column)}`, () => {
    const codes = new Map<number, number[]>();
    for (let code = emptyCode + 1; code < values.size; code++) {
      for (const record of new Set(references.items(code).map((item) => item.record))) {
        if (record === undefined) continue;
        const found = codes.get(record);
        if (found === undefined) codes.set(record, [code]);
        else found.push(code);
      }
    }
    return codes;
  });
}

function recordsOf(known: Known, file: string, column: number, values: References['values']) {
  return known.memo(`records of ${file} ${String(column)}`, () => recordsByCode(values));
}
