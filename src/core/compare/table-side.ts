import { fileNameOf } from '../model/roster-input';
import type { Roster } from '../model/roster';
import type { Table } from '../model/table';
import { emptyCode } from '../model/distinct-values';
import type { TableSide } from './comparison';
import { spoken } from '../text/say';

/** The column by which records of files without facts are told apart. */
const usualKey = 'sourcedId';

const missing: TableSide = {
  table: undefined,
  isThere: false,
  key: -1,
  records: 0,
  leftAside: 0,
  failure: undefined,
};

/** Looks at what a roster has of a file. `file` is its name; the letter case does not count. */
export function sideOf(roster: Roster, table: Table | undefined, file: string): TableSide {
  if (table === undefined) return failedSide(roster, file) ?? missing;
  const { say } = roster;
  if (isWithoutContent(table)) return { ...missing, isThere: true };
  const unreadable = (failure: string): TableSide => ({ ...missing, isThere: true, failure });
  if (!table.readable)
    return unreadable(say('{file} has no header, or columns that no comma separates.', { file: table.file }));
  const name = keyNameOf(table);
  const key = name === undefined ? -1 : table.columnIndex(name);
  if (name === undefined)
    return unreadable(say("{file} is none of OneRoster's files, and has no ids.", { file: table.file }));
  if (key < 0)
    return unreadable(
      say('{file} has no column "{name}", by which its records are told apart.', { file: table.file, name }),
    );
  const records = countKeyed(table, key);
  return { ...missing, table, isThere: true, key, records, leftAside: table.dataRecords - records };
}

/** The first column of the facts, where it has to be filled: an id or, in the manifest, a property's name. */
function keyNameOf({ fact, header }: Table): string | undefined {
  if (fact === undefined) return header.includes(usualKey) ? usualKey : undefined;
  const [first] = fact.columns;
  return first?.required === true ? first.name : undefined;
}

function countKeyed(table: Table, key: number): number {
  const values = table.values(key);
  if (table.isRegular) return values.size - 1;
  let count = 0;
  for (let code = emptyCode + 1; code < values.size; code++) {
    if (table.isIntact(values.firstRecord(code))) count++;
  }
  return count;
}

function isWithoutContent(table: Table): boolean {
  return table.header.length === 0 && table.dataRecords === 0;
}

/** A file that is there and could not be read must not look like one whose records are gone. */
function failedSide(roster: Roster, file: string): TableSide | undefined {
  for (const { path, content } of roster.input.entries) {
    if (!('failure' in content) || fileNameOf(path).toLowerCase() !== file.toLowerCase()) continue;
    return { ...missing, isThere: true, failure: spoken(content.failure, roster.say) };
  }
  return undefined;
}
