import { basename } from 'node:path';
import * as vscode from 'vscode';
import { RosterError } from '../../core/errors';
import { phrase, sentence } from '../../core/text/say';
import type { Services } from '../services';
import { uriInView } from '../rosters/uri-in-view';

/**
 * The file of a roster that is in view, also one that is too large for extensions to see its text.
 * @throws RosterError `no-table` where there is none
 */
export async function tableInView({ rosters, server }: Services): Promise<vscode.Uri> {
  // Right after the start the server may still be looking for rosters; it answers this when it has found them.
  if (rosters.all.length === 0) await server.checkAgain();
  const active = uriInView();
  if (active !== undefined && rosters.withFile(active) !== undefined) return active;
  // A preview may have the focus.
  const others = vscode.window.visibleTextEditors.filter(
    ({ document }) => rosters.withFile(document.uri) !== undefined,
  );
  const [only] = others;
  if (only !== undefined && others.length === 1) return only.document.uri;
  throw noTable();
}

/**
 * The editor of the file of a roster that is in view.
 * @throws RosterError `no-table` where there is none
 */
export async function editorInView(services: Services): Promise<vscode.TextEditor> {
  const uri = await tableInView(services);
  const editor = vscode.window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === uri.toString(),
  );
  if (editor !== undefined) return editor;
  throw new RosterError(
    'no-table',
    sentence('{file} is larger than 50 MB, and VS Code lets no extension edit so large a file.', {
      file: basename(uri.fsPath),
    }),
    phrase('Look at it in the table preview, or edit it by hand.'),
  );
}

/** Says that a command needs a table, and what one is. */
export function noTable(): RosterError {
  return new RosterError(
    'no-table',
    phrase('The file in view is no table of a roster.'),
    phrase('Open a CSV file of your roster, such as users.csv, and run the command there.'),
  );
}

/** A place as the server takes it. */
export function placeOf({ line, character }: vscode.Position): {
  readonly line: number;
  readonly character: number;
} {
  return { line, character };
}
