import * as vscode from 'vscode';
import type { Command } from '../services';

/** Opens the Problems panel. */
export const showProblems: Command = async () => {
  await vscode.commands.executeCommand('workbench.actions.view.problems');
};
