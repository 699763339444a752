import type { ByteRange } from '../csv/field';
import type { Roster } from '../model/roster';
import type { Table } from '../model/table';
import { nameOf, describeRecord } from './describe-record';
import { recordLabels } from './record-label';
import { schoolRuns, type SchoolRun } from './school-runs';
import { countedIn } from '../text/counted';
import type { Say } from '../text/say';

/** Of a table with more records than this, groups of them are listed. */
const mostRecords = 1000;
/** So many groups at most are those of schools; of more, the table is not in order by school, and every thousand records are one. */
const mostRuns = 1000;
const groupSize = 1000;

export interface OutlineEntry extends ByteRange {
  readonly kind: 'table' | 'column' | 'record' | 'group';
  readonly name: string;
  readonly detail: string;
  /** What is selected when somebody goes there, within the range of bytes. */
  readonly selection: ByteRange;
  readonly children: readonly OutlineEntry[];
}

/**
 * What a table is made of: its columns, and its records by name; of a long table, the neighbouring records of each school, or of each
 * thousand. All of it is below one entry, whose first line is the header: an editor that keeps the line of what surrounds the view
 * shows the header all the time. Undefined for files that the specification does not name.
 */
export function outline(roster: Roster, table: Table): OutlineEntry | undefined {
  if (table.fact === undefined || !table.readable) return undefined;
  return {
    kind: 'table',
    name: countedIn(roster.say, table.dataRecords, 'record'),
    detail: '',
    start: table.textStart,
    end: table.bytes.length,
    selection: table.range(0),
    children: [...columns(table, roster.say), ...records(roster, table)],
  };
}

function columns(table: Table, say: Say): readonly OutlineEntry[] {
  return table.header.map((name, index) => {
    const range = table.content(0, index);
    const required = table.columnFact(index)?.required === true ? say('required') : '';
    const shown = name || say('Column {number}', { number: String(index + 1) });
    return { kind: 'column', name: shown, detail: required, ...range, selection: range, children: [] };
  });
}

function records(roster: Roster, table: Table): readonly OutlineEntry[] {
  if (table.recordCount - 1 > mostRecords) return groups(roster, table);
  const labelOf = recordLabels(roster, table);
  const entries: OutlineEntry[] = [];
  for (let record = 1; record < table.recordCount; record++) {
    if (table.isBlank(record)) continue;
    const { name, id } = labelOf(record);
    const { kind } = describeRecord(roster, table, record);
    entries.push({
      kind: 'record',
      name,
      detail: name === id ? kind : `${kind}, ${id}`,
      ...table.range(record),
      selection: table.content(record, 0),
      children: [],
    });
  }
  return entries;
}

function groups(roster: Roster, table: Table): readonly OutlineEntry[] {
  const runs = schoolRuns(roster, table, 1);
  if (runs.length > 0 && runs.length <= mostRuns) return runs.map((run) => schoolGroup(roster, table, run));
  const labelOf = recordLabels(roster, table);
  const size = Math.max(groupSize, Math.ceil(table.recordCount / mostRuns));
  const entries: OutlineEntry[] = [];
  for (let first = 1; first < table.recordCount; first += size) {
    const last = Math.min(first + size, table.recordCount) - 1;
    const name = roster.say('Records {first}–{last}', { first: first + 1, last: last + 1 });
    entries.push(group(table, first, last, name, `${labelOf(first).name} – ${labelOf(last).name}`));
  }
  return entries;
}

function schoolGroup(
  roster: Roster,
  table: Table,
  { first, last, references, code }: SchoolRun,
): OutlineEntry {
  const names = references.targetsOf(code).map((target) => nameOf(references.target, target) ?? '');
  const name = names.filter((each) => each !== '').join(', ') || references.values.text(code);
  return group(table, first, last, name, countedIn(roster.say, last - first + 1, 'record'));
}

function group(table: Table, first: number, last: number, name: string, detail: string): OutlineEntry {
  const { start } = table.range(first);
  const { end } = table.range(last);
  return { kind: 'group', name, detail, start, end, selection: table.content(first, 0), children: [] };
}
