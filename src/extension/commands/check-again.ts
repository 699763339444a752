import * as vscode from 'vscode';
import type { Command } from '../services';

/** Reads every roster again from disk and checks it. */
export const checkAgain: Command = async ({ server }) => {
  const options = { location: vscode.ProgressLocation.Window, title: 'Checking rosters' };
  await vscode.window.withProgress(options, () => server.checkAgain());
};
