import * as vscode from 'vscode';
import type { RosterState } from '../../core/protocol';
import type { Services } from '../services';
import { chooseRoster } from './choose-roster';
import { folderOf } from './rosters';

/** What a command is about, where whoever calls it knows: a view of ours, or somebody's key binding. */
export interface AskedFor {
  /** The roster's folder. */
  readonly roster: vscode.Uri;
  /** The target's name in the configuration. */
  readonly target?: string;
}

/** Reads the argument of a command; undefined where it says nothing that we know, as from the palette. */
export function askedFor(argument: unknown): AskedFor | undefined {
  if (typeof argument !== 'object' || argument === null || !('roster' in argument)) return undefined;
  const { roster } = argument;
  if (!(roster instanceof vscode.Uri)) return undefined;
  const target = 'target' in argument ? argument.target : undefined;
  return typeof target === 'string' ? { roster, target } : { roster };
}

/** The roster that is asked for, or as `chooseRoster`. */
export async function rosterFor(services: Services, asked: AskedFor | undefined): Promise<RosterState> {
  const found = services.rosters.all.find((each) => folderOf(each) === asked?.roster.fsPath);
  return found ?? chooseRoster(services);
}
