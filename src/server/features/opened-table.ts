import { join } from 'node:path';
import type { Location, Position, Range } from 'vscode-languageserver/node';
import type { ByteRange } from '../../core/csv/field';
import { linesOf } from '../../core/csv/scan-lines';
import type { Roster } from '../../core/model/roster';
import type { Table } from '../../core/model/table';
import type { LineIndex } from '../../core/text/line-index';
import type { RosterSessions } from '../roster-sessions';
import type { RosterSession } from '../roster-session';
import { rangeOfBytes } from '../to-lsp';
import { pathOf, splitUri, uriOf } from '../uris';

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

/** As `openTable`, but not before the table has all that was typed, for an answer that is about the cursor. */
export async function openTableAsTyped(
  sessions: RosterSessions,
  uri: string,
): Promise<OpenedTable | undefined> {
  const place = splitUri(uri);
  const session = place === undefined ? undefined : sessions.ofFile(join(place.folder, place.name));
  if (place !== undefined && session?.hasTyped(place.name) === false) await sessions.settle();
  return openTable(sessions, uri);
}

/** The byte offset of a place in an opened table. */
export function offsetOf({ lines }: OpenedTable, { line, character }: Position): number {
  return lines.offsetAt({ line: line + 1, column: character + 1 });
}

/** Says where places in the tables of a roster are; of each table the lines are found once. */
export class Locator {
  readonly #folder: string;
  readonly #lines = new Map<Table, LineIndex>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  uri(table: Table): string {
    return uriOf(join(this.#folder, table.file));
  }

  range(table: Table, { start, end }: ByteRange): Range {
    const lines = this.#lines.get(table) ?? linesOf(table.scan);
    this.#lines.set(table, lines);
    return rangeOfBytes(lines, start, end);
  }

  location(table: Table, place: ByteRange): Location {
    return { uri: this.uri(table), range: this.range(table, place) };
  }
}
