import * as vscode from 'vscode';
import { folderOf, type Rosters } from '../rosters/rosters';
import { sampleFolders, sampleRule } from './samples';

/** What a person has come to in the first steps. The walkthrough in package.json waits for these. */
export type Milestone =
  | 'oneroster.sampleIsOpen'
  | 'oneroster.sampleIsMended'
  | 'oneroster.isPracticing'
  | 'oneroster.hasDelivered'
  | 'oneroster.hasScheduled';

/** Notes that a step is done; the editor remembers it. */
export function reach(milestone: Milestone): void {
  // The editor listens from when the walkthrough is opened, and then for changes: what was true already would never be one.
  void set(true).then(() => set(false));

  function set(isReached: boolean): Thenable<unknown> {
    return vscode.commands.executeCommand('setContext', milestone, isReached);
  }
}

/** Notes when the sample is open, and when nothing is wrong with it. */
export function followSample(context: vscode.ExtensionContext, rosters: Rosters): vscode.Disposable {
  return rosters.onDidChange(() => {
    const folders = sampleFolders(context);
    if (folders.length === 0 || rosters.knowledge !== 'current') return;
    const sample = rosters.all.find((roster) => folders.includes(folderOf(roster)));
    if (sample === undefined) return;
    reach('oneroster.sampleIsOpen');
    if ((sample.totals.byRule[sampleRule] ?? 0) === 0) reach('oneroster.sampleIsMended');
  });
}
