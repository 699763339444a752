import * as vscode from 'vscode';
import { RosterError, type ErrorCode } from '../core/errors';
import type { Command, Services } from './services';
import { say } from './say';
import { spoken } from '../core/text/say';

/** Runs a command and shows how it failed, if it did. What a person cancelled needs no message. */
export async function runGuarded(id: string, command: Command, services: Services): Promise<void> {
  try {
    await command(services);
  } catch (error) {
    if (isCancel(error)) return;
    // Not awaited: the command is over, and the message stays as long as it is wanted.
    if (RosterError.is(error)) void showFailure(error, services);
    else void showBug(id, error, services);
  }
}

/** Whether an error means that a person did not want to go on. */
export function isCancel(error: unknown): boolean {
  return error instanceof vscode.CancellationError || RosterError.is(error, 'cancelled');
}

/** An expected failure in one text: what happened, and what to do. */
export function failureText({ sentences: { message, remedy } }: RosterError): string {
  return `${spoken(message, say)} ${spoken(remedy, say)}`;
}

interface FailureButton {
  readonly label: string;
  readonly command: string;
}

const showLog: FailureButton = { label: say('Show Log'), command: 'oneroster.showLog' };

/** What helps with a failure, where a button can do it. */
const buttons: Readonly<Partial<Record<ErrorCode, readonly FailureButton[]>>> = {
  'not-a-roster': [
    { label: say('Open Folder'), command: 'vscode.openFolder' },
    { label: say('Open Sample'), command: 'oneroster.openSample' },
  ],
  'no-table': [],
  'table-changed': [],
  'problems-found': [{ label: say('Show Problems'), command: 'oneroster.showProblems' }],
  configuration: [{ label: say('Show Problems'), command: 'oneroster.showProblems' }],
};

async function showFailure(error: RosterError, { log }: Services): Promise<void> {
  log.warn(`${error.code}: ${error.message}`);
  const offered = buttons[error.code] ?? [showLog];
  const chosen = await vscode.window.showErrorMessage(
    failureText(error),
    ...offered.map(({ label }) => label),
  );
  const button = offered.find(({ label }) => label === chosen);
  if (button !== undefined) await vscode.commands.executeCommand(button.command);
}

async function showBug(id: string, error: unknown, { log }: Services): Promise<void> {
  log.error(`${id} failed.`, error instanceof Error ? (error.stack ?? error.message) : String(error));
  const chosen = await vscode.window.showErrorMessage(
    say('This did not work because of a mistake in the OneRoster extension. The log has the details.'),
    showLog.label,
  );
  if (chosen === showLog.label) await vscode.commands.executeCommand(showLog.command);
}
