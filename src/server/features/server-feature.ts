import type { ClientCapabilities, Connection, ServerCapabilities } from 'vscode-languageserver/node';
import type { RosterSessions } from '../roster-sessions';

/** One thing that the server answers: what it announces to the editor, and how it listens. */
export interface ServerFeature {
  readonly capabilities: ServerCapabilities;
  /** `editor` is what the editor can do, once it is ready to be asked. */
  register(connection: Connection, sessions: RosterSessions, editor: Promise<ClientCapabilities>): void;
}
