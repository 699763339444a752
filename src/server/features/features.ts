import type { Connection, ServerCapabilities } from 'vscode-languageserver/node';
import type { RosterSessions } from '../roster-sessions';
import { codeActions } from './code-actions';
import { hover } from './hover';
import { semanticTokens } from './semantic-tokens';
import type { ServerFeature } from './server-feature';

const features: readonly ServerFeature[] = [hover, semanticTokens, codeActions];

/** What all features together announce. */
export function featureCapabilities(): ServerCapabilities {
  return Object.assign({}, ...features.map(({ capabilities }) => capabilities)) as ServerCapabilities;
}

/** Lets every feature listen. */
export function registerFeatures(connection: Connection, sessions: RosterSessions): void {
  for (const feature of features) feature.register(connection, sessions);
}
