import type { ClientCapabilities, Connection, ServerCapabilities } from 'vscode-languageserver/node';
import type { RosterSessions } from '../roster-sessions';
import { completion } from './completion';
import { cursorPlace } from './cursor-place';
import { hover } from './hover';
import { inlayHints } from './inlay-hints';
import { semanticTokens } from './semantic-tokens';
import type { ServerFeature } from './server-feature';

const features: readonly ServerFeature[] = [hover, semanticTokens, completion, inlayHints, cursorPlace];

/** What all features together announce. */
export function featureCapabilities(): ServerCapabilities {
  return Object.assign({}, ...features.map(({ capabilities }) => capabilities)) as ServerCapabilities;
}

/** Lets every feature listen. `editor` is what the editor can do, once it is ready to be asked. */
export function registerFeatures(
  connection: Connection,
  sessions: RosterSessions,
  editor: Promise<ClientCapabilities>,
): void {
  for (const feature of features) feature.register(connection, sessions, editor);
}
