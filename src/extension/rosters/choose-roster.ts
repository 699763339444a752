import * as vscode from 'vscode';
import { RosterError } from '../../core/errors';
import { phrase } from '../../core/text/say';
import type { RosterState } from '../../core/protocol';
import type { Services } from '../services';
import { uriInView } from './uri-in-view';
import { say } from '../say';

/**
 * The roster that a command is about: the active editor's, or the only one, or the one a person picks.
 * @throws RosterError `not-a-roster` where there is none, CancellationError where none was picked
 */
export async function chooseRoster({ rosters, server }: Services): Promise<RosterState> {
  // Right after the start the server may still be looking for rosters; it answers this when it has found them.
  if (rosters.all.length === 0) await server.checkAgain();
  const inView = uriInView();
  const active = inView === undefined ? undefined : rosters.of(inView);
  if (active !== undefined) return active;
  const [only, ...others] = rosters.all;
  if (only === undefined) throw noRoster();
  return others.length === 0 ? only : pickRoster(rosters.all);
}

function noRoster(): RosterError {
  return new RosterError(
    'not-a-roster',
    phrase('There is no OneRoster roster in the opened folder.'),
    phrase(
      'A roster is a folder with OneRoster CSV files side by side, such as orgs.csv, users.csv, courses.csv, classes.csv, enrollments.csv and academicSessions.csv, each with its column names in the first line. Open the folder that holds yours.',
    ),
  );
}

async function pickRoster(rosters: readonly RosterState[]): Promise<RosterState> {
  const items = rosters.map((roster) => ({
    label: roster.name,
    description: vscode.workspace.asRelativePath(vscode.Uri.parse(roster.uri)),
    roster,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder: say('Which roster?'),
    matchOnDescription: true,
  });
  if (picked === undefined) throw new vscode.CancellationError();
  return picked.roster;
}
