import type { ExtensionContext, LogOutputChannel } from 'vscode';
import type { Server } from './client/server';
import type { Rosters } from './rosters/rosters';
import type { ShownConversion } from './convert/shown-conversion';
import type { SavedSecrets } from './connect/saved-secrets';
import type { TakeTurns } from './connect/take-turns';
import type { RosterExplorer } from './explorer/roster-explorer';
import type { TableViews } from './tables/table-views';
import type { PracticePlace } from './tour/practice-place';

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
  /** The conversion that is being looked at. */
  readonly shown: ShownConversion;
  /** Connections to one server are made one after the other. */
  readonly turns: TakeTurns;
  readonly tableViews: TableViews;
  /** The server to practise on. */
  readonly practice: PracticePlace;
  readonly explorer: RosterExplorer;
}

/**
 * What a command does. It may throw: one guard shows every failure. What calls it may say what it is about (see `askedFor`); the
 * palette says nothing, and menus say things of their own.
 */
export type Command = (services: Services, argument?: unknown) => Promise<void>;
