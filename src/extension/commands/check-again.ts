import * as vscode from 'vscode';
import type { Command } from '../services';
import { say } from '../say';

/** Reads every roster again from disk and checks it. */
export const checkAgain: Command = async ({ server }) => {
  const options = { location: vscode.ProgressLocation.Window, title: say('Checking rosters') };
  await vscode.window.withProgress(options, () => server.checkAgain());
};
