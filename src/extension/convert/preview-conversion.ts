import * as vscode from 'vscode';
import { RosterError } from '../../core/errors';
import {
  convertRoster,
  dropConversion,
  type ConversionAnswer,
  type ConvertParams,
  type RosterState,
} from '../../core/protocol';
import type { OneRosterVersion } from '../../core/spec/types';
import { withLateProgress } from '../input/with-late-progress';
import { saveRosterDocuments } from '../rosters/save-roster-documents';
import type { Services } from '../services';
import { comparisons } from './conversion-texts';
import { summarizeConversion } from './describe-conversion';
import { say } from '../say';
import { spoken } from '../../core/text/say';

/** Every version, the newest first. */
const allVersions: readonly OneRosterVersion[] = ['1.2', '1.1', '1.0'];

/**
 * Converts a roster without writing anything, and shows what that would do.
 * @throws RosterError; CancellationError where a person gives up
 */
export async function previewConversion(services: Services, roster: RosterState): Promise<void> {
  const to = await chooseVersion(roster);
  await saveRosterDocuments(roster);
  const answer = await convert(services, roster, to);
  const shown = { roster, answer };
  services.shown.show(shown);
  const title = say('{roster} in OneRoster {to} (preview)', { roster: roster.name, to });
  await vscode.commands.executeCommand('vscode.changes', title, comparisons(shown));
  void offerWriting(services, roster, answer);
}

async function chooseVersion({ name, version }: RosterState): Promise<OneRosterVersion> {
  const items = allVersions
    .filter((each) => each !== version)
    .map((each) => ({ label: `OneRoster ${each}`, version: each }));
  const placeHolder = say('{name} is a roster of OneRoster {version}. Which version is it to have?', {
    name,
    version,
  });
  const picked = await vscode.window.showQuickPick(items, { title: say('Convert Roster'), placeHolder });
  if (picked === undefined) throw new vscode.CancellationError();
  return picked.version;
}

async function convert(
  services: Services,
  roster: RosterState,
  to: OneRosterVersion,
): Promise<ConversionAnswer> {
  try {
    return await ask(services, { rosterUri: roster.uri, to, force: false });
  } catch (error) {
    if (!RosterError.is(error, 'problems-found')) throw error;
    await confirmErrors(error);
    return ask(services, { rosterUri: roster.uri, to, force: true });
  }
}

function ask({ server }: Services, params: ConvertParams): Promise<ConversionAnswer> {
  return withLateProgress(say('Converting'), (_report, cancellation) =>
    server.ask<ConversionAnswer>(convertRoster, params, cancellation),
  );
}

/** Returns only where a person knows of the errors and wants to see it all the same. */
async function confirmErrors({ sentences }: RosterError): Promise<void> {
  const message = spoken(sentences.message, say);
  const show = say('Show Problems');
  const anyway = say('Convert Anyway');
  const chosen = await vscode.window.showWarningMessage(
    say('{message} Correct them first, or see what becomes of it as it is.', { message }),
    show,
    anyway,
  );
  if (chosen === show) await vscode.commands.executeCommand('oneroster.showProblems');
  if (chosen !== anyway) throw new vscode.CancellationError();
}

async function offerWriting(
  { server, shown }: Services,
  { name }: RosterState,
  answer: ConversionAnswer,
): Promise<void> {
  const write = say('Write…');
  const discard = say('Discard');
  const chosen = await vscode.window.showInformationMessage(
    say('This is {name} in OneRoster {to}; nothing is written yet. {summary}', {
      name,
      to: answer.to,
      summary: summarizeConversion(answer),
    }),
    write,
    discard,
  );
  // Another conversion may be in view by now.
  if (shown.current?.answer.id !== answer.id) return;
  if (chosen === write) await vscode.commands.executeCommand('oneroster.writeConverted');
  if (chosen !== discard) return;
  shown.forget();
  await server.tell(dropConversion);
}
