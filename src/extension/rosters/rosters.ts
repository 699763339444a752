import { dirname } from 'node:path';
import * as vscode from 'vscode';
import type { RosterState } from '../../core/protocol';

/** Whether what is known of the rosters is true by now: yes; not yet, for a new server is looking; or not any more. */
export type Knowledge = 'current' | 'awaited' | 'lost';

/** The rosters of the workspace as the server last told them. */
export class Rosters implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  #byFolder: ReadonlyMap<string, RosterState> = new Map();
  #all: readonly RosterState[] = [];
  #knowledge: Knowledge = 'current';

  get all(): readonly RosterState[] {
    return this.#all;
  }

  get knowledge(): Knowledge {
    return this.#knowledge;
  }

  update(rosters: readonly RosterState[]): void {
    this.#all = rosters;
    this.#byFolder = new Map(rosters.map((roster) => [folderOf(roster), roster]));
    this.#knowledge = 'current';
    this.#changed.fire();
  }

  /** Says that the server is gone, and whether another comes. */
  serverEnded(another: boolean): void {
    this.#knowledge = another ? 'awaited' : 'lost';
    this.#changed.fire();
  }

  /** The roster as it is by now, or as it was where it is gone. */
  current(roster: RosterState): RosterState {
    return this.#byFolder.get(folderOf(roster)) ?? roster;
  }

  /** The roster that a file belongs to: as one of its files, or as the configuration in its folder. */
  of(uri: vscode.Uri): RosterState | undefined {
    return this.#byFolder.get(dirname(uri.fsPath));
  }

  /** The roster that has this file. */
  withFile(uri: vscode.Uri): RosterState | undefined {
    if (uri.scheme !== 'file') return undefined;
    const roster = this.of(uri);
    const isOne = roster?.files.some((file) => vscode.Uri.parse(file.uri).fsPath === uri.fsPath);
    return isOne === true ? roster : undefined;
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

/** The path of a roster's folder. */
export function folderOf(roster: RosterState): string {
  return vscode.Uri.parse(roster.uri).fsPath;
}
