import { Explorer, type FoundProblems } from '../../core/explorer/explorer';
import { RosterError } from '../../core/errors';
import { phrase } from '../../core/text/say';
import {
  explorerChildren,
  explorerTargets,
  type ExplorerNode,
  type ExplorerParams,
  type ExplorerTargetsParams,
} from '../../core/explorer-protocol';
import type { Roster } from '../../core/model/roster';
import { asOutcome } from '../outcome';
import type { RosterSession } from '../roster-session';
import type { RosterSessions } from '../roster-sessions';
import { pathOf } from '../uris';
import { findTargets } from './explorer-targets';
import { Locator } from './opened-table';
import type { ServerFeature } from './server-feature';

/** A roster as a tree: what is below a place in it, and where it is delivered to. */
export const explorer: ServerFeature = {
  capabilities: {},
  register(connection, sessions) {
    const explorers = new WeakMap<Roster, Explorer>();
    connection.onRequest(explorerChildren, (params: ExplorerParams) =>
      asOutcome(() => list(sessions, explorers, params)),
    );
    connection.onRequest(explorerTargets, ({ rosterUri }: ExplorerTargetsParams) =>
      asOutcome(() => findTargets(sessionAt(sessions, rosterUri))),
    );
  },
};

async function list(
  sessions: RosterSessions,
  explorers: WeakMap<Roster, Explorer>,
  { rosterUri, of }: ExplorerParams,
): Promise<readonly ExplorerNode[]> {
  const session = sessionAt(sessions, rosterUri);
  const roster = await session.current();
  sessions.awake.keep(session);
  const found: FoundProblems = { problems: session.problems, totals: session.state?.totals };
  const known = explorers.get(roster) ?? new Explorer(roster);
  explorers.set(roster, known);
  // Lines move with every edit, so that they are looked up anew each time.
  const locator = new Locator(session.folder);
  return known.list(of, {
    ...{ found, targets: session.config.targets.length },
    placeOf: (table, offset) => ({
      uri: session.uriOf(table.file),
      ...locator.range(table, { start: offset, end: offset }).start,
    }),
  });
}

function sessionAt(sessions: RosterSessions, rosterUri: string): RosterSession {
  const session = sessions.ofFolder(pathOf(rosterUri) ?? '');
  if (session !== undefined) return session;
  throw new RosterError(
    'not-a-roster',
    phrase('This roster is not there any more.'),
    phrase('Check the rosters again.'),
  );
}
