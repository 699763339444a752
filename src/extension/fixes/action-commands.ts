import * as vscode from 'vscode';
import {
  fixAllCommand,
  ignoreProblem,
  openRulePage,
  type FixAllParams,
  type SuppressedProblem,
} from '../../core/protocol';
import { runGuarded } from '../run-guarded';
import type { Services } from '../services';

type ActionCommand = (services: Services, argument: unknown) => Promise<void>;

/** What the server's code actions name. Arguments are what it made them; none of these is offered in the palette. */
const actionCommands: Readonly<Record<string, ActionCommand>> = {
  [fixAllCommand]: async (services, argument) => {
    const { fixAllProblems } = await import('./fix-all-problems');
    await fixAllProblems(services, argument as FixAllParams);
  },
  [ignoreProblem]: async (services, argument) => {
    const { ignoreWithReason } = await import('./ignore-problem');
    await ignoreWithReason(services, argument as SuppressedProblem);
  },
  [openRulePage]: async ({ context }, rule) => {
    const page = vscode.Uri.joinPath(context.extensionUri, 'docs', 'rules', `${String(rule)}.md`);
    await vscode.commands.executeCommand('markdown.showPreview', page);
  },
};

/** Registers the commands of code actions. */
export function registerActionCommands(services: Services): readonly vscode.Disposable[] {
  return Object.entries(actionCommands).map(([id, command]) =>
    vscode.commands.registerCommand(id, (argument: unknown) =>
      runGuarded(id, () => command(services, argument), services),
    ),
  );
}
