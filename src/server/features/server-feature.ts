import type { Connection, ServerCapabilities } from 'vscode-languageserver/node';
import type { Editor } from '../editor';
import type { RosterSessions } from '../roster-sessions';

/** One thing that the server answers: what it announces to the editor, and how it listens. */
export interface ServerFeature {
  readonly capabilities: ServerCapabilities;
  register(connection: Connection, sessions: RosterSessions, editor: Editor): void;
}
