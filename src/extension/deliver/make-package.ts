import * as vscode from 'vscode';
import { RosterError } from '../../core/errors';
import type { PackageAnswer, RosterState } from '../../core/protocol';
import { withLateProgress } from '../input/with-late-progress';
import { saveRosterDocuments } from '../rosters/save-roster-documents';
import type { Services } from '../services';
import { counted as inEnglishCounted } from '../../core/text/counted';
import { counted, say } from '../say';
import { spoken } from '../../core/text/say';

export interface PackagePlace {
  /** The path of the package; without it, where the configuration or the profile says. */
  readonly output?: string;
  /** The target that it is made for. */
  readonly target?: string;
}

/**
 * Makes the package of a roster from what is on disk, after saving what is open. Where the roster has errors, a person may
 * decide twice to package it all the same.
 * @throws RosterError; CancellationError where a person gives up
 */
export async function makePackage(
  services: Services,
  roster: RosterState,
  place: PackagePlace = {},
): Promise<PackageAnswer> {
  await saveRosterDocuments(roster);
  try {
    return await requestPackage(services, roster, place, false);
  } catch (error) {
    if (!RosterError.is(error, 'problems-found')) throw error;
    await confirmErrors(services, roster, error);
    return requestPackage(services, roster, place, true);
  }
}

async function requestPackage(
  { server, log }: Services,
  roster: RosterState,
  place: PackagePlace,
  force: boolean,
): Promise<PackageAnswer> {
  const params = { rosterUri: roster.uri, force, ...place };
  const outcome = await withLateProgress(
    say('Packaging {roster}', { roster: roster.name }),
    (report, cancellation) =>
      server.package(params, ({ message }) => report(`${say(message)}…`), cancellation),
  );
  if (!outcome.ok) throw new RosterError(outcome.code, outcome.sentences.message, outcome.sentences.remedy);
  log.info(
    `${outcome.value.path}: ${inEnglishCounted(outcome.value.bytes, 'byte')}, SHA-256 ${outcome.value.sha256}`,
  );
  return outcome.value;
}

/** Returns only where a person knows of the errors and wants the package; throws `CancellationError` otherwise. */
async function confirmErrors({ rosters }: Services, roster: RosterState, found: RosterError): Promise<void> {
  const anyway = say('Package Anyway');
  const show = say('Show Problems');
  const chosen = await vscode.window.showWarningMessage(
    say('{message} Correct them, or package it as it is.', { message: spoken(found.sentences.message, say) }),
    show,
    anyway,
  );
  if (chosen === show) await vscode.commands.executeCommand('oneroster.showProblems');
  if (chosen !== anyway) throw new vscode.CancellationError();
  const errors = counted(rosters.current(roster).totals.error, 'error');
  const confirmed = await vscode.window.showWarningMessage(
    say('Package {roster} with {errors}?', { roster: roster.name, errors }),
    {
      modal: true,
      detail: say(
        'The package will hold {errors} that you know of. Whoever reads it may refuse it or misread what is in it.',
        { errors },
      ),
    },
    say('Package with {errors}', { errors }),
  );
  if (confirmed === undefined) throw new vscode.CancellationError();
}
