import type { ExtensionContext, LogOutputChannel } from 'vscode';
import type { Server } from './client/server';
import type { Rosters } from './rosters/rosters';
import type { SavedSecrets } from './connect/saved-secrets';

/** A page of ours in the editor. */
export interface OpenPage {
  /** Shows it again, with what is true by now. */
  show(): Promise<void>;
}

/** What commands work with. Lives as long as the extension is active. */
export interface Services {
  readonly context: ExtensionContext;
  /** Never gets a secret, nor anything out of a roster. */
  readonly log: LogOutputChannel;
  readonly server: Server;
  readonly rosters: Rosters;
  readonly secrets: SavedSecrets;
  /** The pages that are open, by what they show: each is shown again instead of opened twice. */
  readonly pages: Map<string, OpenPage>;
}

/** What a command does. It may throw: one guard shows every failure. */
export type Command = (services: Services) => Promise<void>;
