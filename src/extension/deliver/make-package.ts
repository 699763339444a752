import * as vscode from 'vscode';
import { RosterError } from '../../core/errors';
import type { PackageAnswer, RosterState } from '../../core/protocol';
import { counted } from '../amounts';
import { withLateProgress } from '../input/with-late-progress';
import { saveRosterDocuments } from '../rosters/save-roster-documents';
import type { Services } from '../services';

/**
 * Makes the package of a roster from what is on disk, after saving what is open. Where the roster has errors, a person may
 * decide twice to package it all the same.
 * @param output the path of the package; without one, where the configuration or the profile says
 * @throws RosterError; CancellationError where a person gives up
 */
export async function makePackage(
  services: Services,
  roster: RosterState,
  output?: string,
): Promise<PackageAnswer> {
  await saveRosterDocuments(roster);
  try {
    return await requestPackage(services, roster, output, false);
  } catch (error) {
    if (!RosterError.is(error, 'problems-found')) throw error;
    await confirmErrors(services, roster, error);
    return requestPackage(services, roster, output, true);
  }
}

async function requestPackage(
  { server, log }: Services,
  roster: RosterState,
  output: string | undefined,
  force: boolean,
): Promise<PackageAnswer> {
  const params = { rosterUri: roster.uri, force, ...(output === undefined ? {} : { output }) };
  const outcome = await withLateProgress(`Packaging ${roster.name}`, (report, cancellation) =>
    server.package(params, ({ message }) => report(`${message}…`), cancellation),
  );
  if (!outcome.ok) throw new RosterError(outcome.code, outcome.message, outcome.remedy);
  log.info(`${outcome.value.path}: ${counted(outcome.value.bytes, 'byte')}, SHA-256 ${outcome.value.sha256}`);
  return outcome.value;
}

/** Returns only where a person knows of the errors and wants the package; throws `CancellationError` otherwise. */
async function confirmErrors({ rosters }: Services, roster: RosterState, found: RosterError): Promise<void> {
  const anyway = 'Package Anyway';
  const show = 'Show Problems';
  const chosen = await vscode.window.showWarningMessage(
    `${found.message} Correct them, or package it as it is.`,
    show,
    anyway,
  );
  if (chosen === show) await vscode.commands.executeCommand('oneroster.showProblems');
  if (chosen !== anyway) throw new vscode.CancellationError();
  const errors = counted(rosters.current(roster).totals.error, 'error');
  const confirmed = await vscode.window.showWarningMessage(
    `Package ${roster.name} with ${errors}?`,
    {
      modal: true,
      detail: `The package will hold ${errors} that you know of. Whoever reads it may refuse it or misread what is in it.`,
    },
    `Package with ${errors}`,
  );
  if (confirmed === undefined) throw new vscode.CancellationError();
}
