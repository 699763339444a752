import { dirname } from 'node:path';
import * as vscode from 'vscode';
import type { RosterState } from '../../core/protocol';

/** The rosters of the workspace as the server last told them. */
export class Rosters implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  #all: readonly RosterState[] = [];

  get all(): readonly RosterState[] {
    return this.#all;
  }

  update(rosters: readonly RosterState[]): void {
    this.#all = rosters;
    this.#changed.fire();
  }

  /** The roster as it is by now, or as it was where it is gone. */
  current(roster: RosterState): RosterState {
    return this.#all.find(({ uri }) => uri === roster.uri) ?? roster;
  }

  /** The roster that a document belongs to: as one of its files, or as the configuration in its folder. */
  ofDocument({ uri }: vscode.TextDocument): RosterState | undefined {
    return this.withFile(uri) ?? this.#all.find((roster) => dirname(uri.fsPath) === folderOf(roster));
  }

  /** The roster that has this file. */
  withFile(uri: vscode.Uri): RosterState | undefined {
    if (uri.scheme !== 'file') return undefined;
    return this.#all.find(
      (roster) =>
        folderOf(roster) === dirname(uri.fsPath) &&
        roster.files.some((file) => vscode.Uri.parse(file.uri).fsPath === uri.fsPath),
    );
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

/** The path of a roster's folder. */
export function folderOf(roster: RosterState): string {
  return vscode.Uri.parse(roster.uri).fsPath;
}
