import * as vscode from 'vscode';
import {
  fixAllCommand,
  ignoreProblem,
  openRulePage,
  type FixAllParams,
  type SuppressedProblem,
} from '../../core/protocol';
import { providePages, showRulePage } from '../pages/pages';
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
  [openRulePage]: (_, rule) => showRulePage(String(rule)),
};

/** Registers the commands of code actions, and what the pages that they open are made by. */
export function registerActionCommands(services: Services): readonly vscode.Disposable[] {
  const commands = Object.entries(actionCommands).map(([id, command]) =>
    vscode.commands.registerCommand(id, (argument: unknown) =>
      runGuarded(id, () => command(services, argument), services),
    ),
  );
  return [providePages(services), ...commands];
}
