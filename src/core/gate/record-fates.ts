import type { Comparison, TableComparison, TableSide } from '../compare/comparison';
import { statedMode } from '../model/assemble-roster';
import { emptyCode, noField } from '../model/distinct-values';
import type { Roster } from '../model/roster';
import type { Table } from '../model/table';

/** What becomes of a record that is in force before or after. */
export type Fate = 'kept' | 'changed' | 'removed' | 'created';

/** Told each record with what becomes of it: its number before and after, 0 where it is not there. */
export type Listener = (fate: Fate, before: number, after: number) => void;

/** The column that changes with every export. */
const lastChange = 'dateLastModified';

/**
 * Whether a file holds changes only, so that what it leaves out stays at the target. The manifest has to say so: many exports of
 * whole rosters fill the columns of changes, too, and what is taken for the whole is judged more strictly.
 */
export function holdsChangesOnly({ manifestRows }: Roster, { table }: TableSide): boolean {
  const name = table?.fact?.name;
  const row = manifestRows.findLast(({ property }) => name !== undefined && property === `file.${name}`);
  return statedMode(row?.value) === 'delta';
}

/** Goes through the records of a file that are in force: whole, the first with their id, and not marked as deleted or inactive. */
export function forEachFate({ rosters }: Comparison, table: TableComparison, listen: Listener): void {
  const { before, after } = table.sides;
  const activeBefore = before.table?.active() ?? new Uint8Array(0);
  const activeAfter = after.table?.active() ?? new Uint8Array(0);
  const partners = partnersOf(table);
  const hasChanged = changeReader(table);
  const isDelta = holdsChangesOnly(rosters.after, after);
  forEachKeyed(before.table, before.key, (record) => {
    if (activeBefore[record] !== 1) return;
    const partner = partners[record] ?? 0;
    if (partner > 0 && activeAfter[partner] === 1) {
      listen(hasChanged(record, partner) ? 'changed' : 'kept', record, partner);
    } else if (isDelta && partner === 0) listen('kept', record, 0);
    else listen('removed', record, partner);
  });
  forEachLater(table, markPartners(partners, activeBefore, after.table), isDelta, listen);
}

const ofActive = 1;
const ofInactive = 2;

/** For each later record: whether an earlier one has its id, and whether that one was in force. */
function markPartners(partners: Uint32Array, active: Uint8Array, after: Table | undefined): Uint8Array {
  const marks = new Uint8Array(after?.recordCount ?? 0);
  for (let record = 1; record < partners.length; record++) {
    const partner = partners[record] ?? 0;
    if (partner > 0) marks[partner] = active[record] === 1 ? ofActive : ofInactive;
  }
  return marks;
}

/** The later records without an earlier one that was in force. */
function forEachLater(
  { sides: { after } }: TableComparison,
  marks: Uint8Array,
  isDelta: boolean,
  listen: Listener,
): void {
  const active = after.table?.active() ?? new Uint8Array(0);
  forEachKeyed(after.table, after.key, (record) => {
    if (marks[record] === ofActive) return;
    if (active[record] === 1) listen('created', 0, record);
    // The target may have it, though the package before did not.
    else if (isDelta && marks[record] !== ofInactive && isEnded(after.table, record)) {
      listen('removed', 0, record);
    }
  });
}

function forEachKeyed(table: Table | undefined, key: number, listen: (record: number) => void): void {
  if (table === undefined) return;
  const values = table.values(key);
  for (let code = emptyCode + 1; code < values.size; code++) listen(values.firstRecord(code));
}

/** The later record of each earlier one, by the same id; 0 where there is none that can be read. */
function partnersOf({ sides, matched }: TableComparison): Uint32Array {
  const partners = new Uint32Array(sides.before.table?.recordCount ?? 0);
  for (let pair = 0; pair < matched.before.length; pair++) {
    partners[matched.before[pair] ?? 0] = matched.after[pair] ?? 0;
  }
  return partners;
}

function isEnded(table: Table | undefined, record: number): boolean {
  const status = table?.columnIndex('status') ?? -1;
  return status >= 0 && /^\s*tobedeleted\s*$/i.test(table?.text(record, status) ?? '');
}

/** Whether a record has another value that matters, or has lost one with a column. */
function changeReader({
  sides,
  fields,
  columns,
  isSame,
}: TableComparison): (before: number, after: number) => boolean {
  const names = fields.map(({ name }) => name).filter((name) => name !== lastChange);
  const lost = columns.flatMap(({ name, change, filled }) => {
    const { table } = sides.before;
    if (change !== 'removed' || filled === 0 || name === lastChange || table === undefined) return [];
    return [table.values(table.columnIndex(name)).codes];
  });
  return (before, after) =>
    names.some((name) => !isSame(name, before, after)) ||
    lost.some((codes) => (codes[before] ?? noField) !== noField && codes[before] !== emptyCode);
}
