import { SymbolKind, type SymbolInformation } from 'vscode-languageserver/node';
import { RosterError } from '../../core/errors';
import { describeRecord } from '../../core/features/describe-record';
import { RecordSearch, type FoundRecord } from '../../core/features/record-search';
import type { Roster } from '../../core/model/roster';
import { keyColumn } from '../../core/rules/shared/key-column';
import type { RosterSession } from '../roster-session';
import { Locator } from './opened-table';
import type { ServerFeature } from './server-feature';

/** So many are found in each roster; who wants another one types more of its name. */
const most = 200;

/** Go to Symbol in Workspace: a person, a class, a course, a school by name or id, in all rosters. */
export const recordSearch: ServerFeature = {
  capabilities: { workspaceSymbolProvider: true },
  register(connection, sessions) {
    const searches = new WeakMap<Roster, RecordSearch>();
    connection.onWorkspaceSymbol(async ({ query }, token) => {
      const found: SymbolInformation[] = [];
      if (query.trim() === '') return found;
      for (const session of sessions.all) {
        if (token.isCancellationRequested) break;
        const roster = await rosterOf(session);
        if (roster === undefined) continue;
        sessions.awake.keep(session);
        const search = searches.get(roster) ?? new RecordSearch(roster);
        searches.set(roster, search);
        found.push(...symbolsOf(session, roster, search.find(query, most)));
      }
      return found;
    });
  },
};

/** A folder may be gone, and the event for that on its way. */
async function rosterOf(session: RosterSession): Promise<Roster | undefined> {
  try {
    return await session.current();
  } catch (error) {
    if (!RosterError.is(error)) throw error;
    return undefined;
  }
}

function symbolsOf(
  { folder }: RosterSession,
  roster: Roster,
  found: readonly FoundRecord[],
): SymbolInformation[] {
  const locator = new Locator(folder);
  return found.map(({ table, record }) => {
    const id = table.text(record, keyColumn(table));
    const { name, kind, details } = describeRecord(roster, table, record);
    return {
      // The editor looks for what is typed in the name alone, so that the id has to be a part of it.
      name: name === id ? id : `${name} · ${id}`,
      kind: SymbolKind.Object,
      containerName: [kind, ...details].join(', '),
      location: locator.location(table, table.content(record, keyColumn(table))),
    };
  });
}
