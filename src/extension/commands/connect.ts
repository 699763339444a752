import { basename } from 'node:path';
import * as vscode from 'vscode';
import { loadDelivery } from '../load-delivery';
import { requireTrust } from '../require-trust';
import { askedFor, rosterFor } from '../rosters/asked-for';
import { saveRosterDocuments } from '../rosters/save-roster-documents';
import type { Command } from '../services';
import { say } from '../say';

/** Asks for a server, tries it and saves it. */
export const connectToServer: Command = async (services, argument) => {
  requireTrust(say('Connecting to a server'));
  const roster = await rosterFor(services, askedFor(argument));
  await saveRosterDocuments(roster);
  await loadDelivery();
  const { connect } = await import('../connect/connect');
  const { target, configPath } = await connect(services, roster);
  void offerNext(target.name, configPath);
};

async function offerNext(name: string, configPath: string): Promise<void> {
  const upload = say('Package & Upload');
  const open = say('Open Configuration');
  const chosen = await vscode.window.showInformationMessage(
    say('Connected: a file could be written and removed. The target "{name}" is saved in {file}.', {
      name,
      file: basename(configPath),
    }),
    upload,
    open,
  );
  if (chosen === upload) await vscode.commands.executeCommand('oneroster.packageAndUpload');
  if (chosen === open) await vscode.window.showTextDocument(vscode.Uri.file(configPath));
}
