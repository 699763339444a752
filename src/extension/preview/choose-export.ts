import { join } from 'node:path';
import * as vscode from 'vscode';
import type { RosterState } from '../../core/protocol';
import { folderOf } from '../rosters/rosters';
import { say } from '../say';

/** Where the CSV file goes, and whether names of people go into it. Throws `CancellationError` where a person gives up. */
export async function chooseExport(
  roster: RosterState,
): Promise<{ readonly path: string; readonly names: boolean }> {
  const items = [
    { label: say('Without names'), description: say('People by their ids alone'), names: false },
    { label: say('With names'), description: say('Treat the file like the roster itself'), names: true },
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: say('Export CSV'),
    placeHolder: say('Should names of people be in the file?'),
  });
  if (picked === undefined) throw new vscode.CancellationError();
  // Beside the roster, for a CSV file in its folder would be taken for one of its own.
  const place = join(folderOf(roster), '..', `${roster.name}-preview.csv`);
  const chosen = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.file(place),
    filters: { CSV: ['csv'] },
    title: say('Export CSV'),
  });
  if (chosen === undefined) throw new vscode.CancellationError();
  return { path: chosen.fsPath, names: picked.names };
}
