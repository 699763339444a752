import { noField } from '../model/distinct-values';
import type { References } from '../model/references';
import type { Roster } from '../model/roster';
import type { Table } from '../model/table';
import { defineRule, type RosterContext } from './engine/define-rule';
import { idDefect, idSeverity } from './shared/legal-id';
import { referenceItemTexts, type ReferenceItemText } from './shared/reference-item-text';
import { lostZeros } from './shared/lost-zeros';
import { isNullWord } from './shared/null-words';
import { isSpreadsheetNumber } from './shared/spreadsheet-number';
import { hasLooseQuote, hasOtherSeparator, isReadable } from './shared/typed-items';

type Message = 'missing' | 'alsoMissing' | 'many' | 'alsoMany';

/** From this many missing ids on, and this share of a file's ids, the file is taken to be cut off or of another export. */
const manyIds = 50;
const manyShare = 0.05;

export default defineRule<Message>({
  id: 'dangling-reference',
  area: 'reference',
  severity: 'error',
  summary: 'A field names a record that does not exist.',
  messages: {
    missing: '{field} names "{value}", but {targetFile} has no {targetRecord} with that {targetColumn}',
    alsoMissing: '{field} in {file} names it too',
    many: '{field} names "{value}", the first of {ids} ids that {targetFile} does not have; it seems to be cut off or from another export',
    alsoMany: '{field} in {file} names such ids, too',
  },
  roster(context) {
    const columns: DanglingColumn[] = [];
    for (const table of context.roster.tables) {
      for (const column of table.header.keys()) {
        const references = context.roster.references(table, column);
        if (references === undefined || mayLeadNowhere(context.roster, references)) continue;
        const missing = missingItems(context, references);
        if (missing.size > 0) columns.push({ references, missing });
      }
    }
    const idCounts = countIds(columns);
    for (const column of columns) reportColumn(context, column, idCounts);
  },
});

/** A column with the items of its distinct values that lead nowhere. */
interface DanglingColumn {
  readonly references: References;
  readonly missing: ReadonlyMap<number, readonly ReferenceItemText[]>;
}

/** How many different ids each file lacks, whichever columns name them. */
function countIds(columns: readonly DanglingColumn[]): ReadonlyMap<Table, number> {
  const ids = new Map<Table, Set<string>>();
  for (const { references, missing } of columns) {
    const known = ids.get(references.target) ?? new Set();
    ids.set(references.target, known);
    for (const items of missing.values()) for (const { id } of items) known.add(id);
  }
  return new Map([...ids].map(([table, known]) => [table, known.size]));
}

/** A file that the consumer does without may hold a header alone. */
function mayLeadNowhere({ profile }: Roster, { target }: References): boolean {
  return target.dataRecords === 0 && profile.dispensableFiles.includes(target.fact?.file ?? '');
}

function reportColumn(
  context: RosterContext<Message>,
  { references, missing }: DanglingColumn,
  idCounts: ReadonlyMap<Table, number>,
): void {
  const { table, column, values, target, fact } = references;
  const at = context.at(table);
  // What a delta file refers to may have been sent before, and not everything that is sent is read.
  const { dispensableFiles } = context.roster.profile;
  const isHarmless = table.mode === 'delta' || dispensableFiles.includes(target.fact?.file ?? '');
  const ids = idCounts.get(target) ?? 0;
  const isMany = ids >= manyIds && ids >= target.dataRecords * manyShare;
  const data = {
    ids,
    targetFile: target.file,
    targetRecord: target.fact?.record ?? 'record',
    targetColumn: fact.column,
  };
  const { codes } = values;
  const isMissing = new Uint8Array(values.size);
  for (const code of missing.keys()) isMissing[code] = 1;
  for (let record = 1; record < codes.length; record++) {
    const code = codes[record] ?? noField;
    const items = isMissing[code] === 1 ? missing.get(code) : undefined;
    if (items === undefined || !table.isIntact(record)) continue;
    for (const { id, from, to } of items) {
      context.report({
        at: () => at.field(record, column, from, to),
        message: isMany ? 'many' : 'missing',
        data,
        group: isMany ? target.file : `${target.file} ${id}`,
        inGroup: { key: `${table.file} ${String(column)}`, message: isMany ? 'alsoMany' : 'alsoMissing' },
        ...(isHarmless ? { severity: 'warning' } : {}),
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
  const fact = table.columnFact(references.column);
  const isList = fact?.list === true;
  const twinOf = severities['lost-leading-zeros'] === 'off' ? undefined : lostZeros(references);
  const missing = new Map<number, readonly ReferenceItemText[]>();
  for (const code of references.unresolved()) {
    if (isLeftToOthers(code)) continue;
    const items = referenceItemTexts(references, code)
      .filter(({ item }) => item.record === undefined && item.nearRecord === undefined)
      .filter(({ id }) => severities['invalid-guid'] === 'off' || !isRejected(id))
      .filter(({ id }) => severities['spreadsheet-number'] === 'off' || !isSpreadsheetNumber(id.trim()))
      .filter(({ id }) => twinOf?.(id.trim()) === undefined);
    if (items.length > 0) missing.set(code, items);
  }
  return missing;

  function isLeftToOthers(code: number): boolean {
    if (hasLooseQuote(values.bytes, values.start(code), values.end(code))) return true;
    if (severities['literal-null'] !== 'off' && isNullWord(values.text(code).trim(), fact)) return true;
    return isList && severities['invalid-list'] !== 'off' && hasOtherSeparator(values.text(code));
  }

  function isRejected(id: string): boolean {
    if (id.includes('\ufffd')) return true;
    const defect = isReadable(id) ? idDefect(id.trim()) : undefined;
    return defect !== undefined && idSeverity(defect, version) === 'error';
  }
}
