import type { Position } from 'vscode-languageserver/node';
import { linesOf } from '../../core/csv/scan-lines';
import type { Roster } from '../../core/model/roster';
import type { Table } from '../../core/model/table';
import type { LineIndex } from '../../core/text/line-index';
import type { RosterSessions } from '../roster-sessions';
import type { RosterSession } from '../roster-session';
import { pathOf, splitUri } from '../uris';

/** A file that the editor asks about, in its roster as it is now, unsaved text included. */
export interface OpenedTable {
  readonly folder: string;
  readonly roster: Roster;
  readonly table: Table;
  readonly lines: LineIndex;
}

/** The session of the roster that a file lies in. */
export function sessionOf(sessions: RosterSessions, uri: string): RosterSession | undefined {
  const path = pathOf(uri);
  return path === undefined ? undefined : sessions.ofFile(path);
}

/** The table behind a URI, or undefined where that is no part of a roster. */
export async function openTable(sessions: RosterSessions, uri: string): Promise<OpenedTable | undefined> {
  const place = splitUri(uri);
  const session = sessionOf(sessions, uri);
  if (place === undefined || session === undefined) return undefined;
  const roster = await session.current();
  const table = roster.tables.find((each) => each.file === place.name);
  return table === undefined
    ? undefined
    : { folder: place.folder, roster, table, lines: linesOf(table.scan) };
}

/** The byte offset of a place in an opened table. */
export function offsetOf({ lines }: OpenedTable, { line, character }: Position): number {
  return lines.offsetAt({ line: line + 1, column: character + 1 });
}
