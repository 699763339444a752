import { basename } from 'node:path';
import { applyEdits, getLocation, modify } from 'jsonc-parser';
import * as vscode from 'vscode';
import type { Target } from '../../core/delivery/target';
import { findSecrets, type FoundSecret } from '../../core/delivery/find-secrets';
import { RosterError } from '../../core/errors';
import { phrase, sentence } from '../../core/text/say';
import { placeOf } from '../../node/find-tracked-secrets';
import { loadConfig } from '../../node/load-config';
import { parseConfig } from '../../node/parse-config';
import { chooseRoster } from '../rosters/choose-roster';
import { folderOf } from '../rosters/rosters';
import type { Services } from '../services';
import { say } from '../say';

/**
 * Moves a secret out of a file into the keychain, for a target that a person picks where there are several. It is saved first and
 * taken out of the file then.
 * @param start where the secret is marked in the file
 * @throws RosterError `configuration` where there is no target, `file-unwritable`; CancellationError
 */
export async function moveSecret(services: Services, uri: vscode.Uri, start: number): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const text = document.getText();
  const secret = findSecrets(text, placeOf(uri.fsPath)).find((each) => each.start === start);
  if (secret === undefined) return;
  const rest = without(text, secret);
  const target = await targetOf(services, { uri, text, rest, secret });
  await save(services, target, secret);
  // Not into the trash, where it would be a secret in a file again.
  if (secret.kind === 'private-key' && rest.trim() === '') await vscode.workspace.fs.delete(uri);
  else await replaceText(document, rest);
  services.log.info(`A secret of ${basename(uri.fsPath)} is in the keychain now.`);
  void vscode.window.showInformationMessage(
    say(
      'It is kept for the target "{target}" now and gone from {file}. Where the file was shared or committed, older copies still have it: change it on the server.',
      { target: target.name, file: basename(uri.fsPath) },
    ),
  );
}

/** The text without the secret: without its setting, its line, or just it. */
function without(text: string, { cut, start, end, valueStart }: FoundSecret): string {
  if (cut === 'setting') {
    const formattingOptions = { insertSpaces: true, tabSize: 2 };
    const { path } = getLocation(text, valueStart + 1);
    return applyEdits(text, modify(text, path, undefined, { formattingOptions }));
  }
  const after = text.slice(end);
  return text.slice(0, start) + (cut === 'line' ? after.replace(/^\r?\n/, '') : after);
}

interface Owned {
  readonly uri: vscode.Uri;
  readonly text: string;
  readonly rest: string;
  readonly secret: FoundSecret;
}

/** The target that a secret is for: where it stands in the configuration says so, else a person does. */
async function targetOf(services: Services, { uri, text, rest, secret }: Owned): Promise<Target> {
  const isConfiguration = placeOf(uri.fsPath) === 'configuration';
  const roster = services.rosters.of(uri);
  const targets = isConfiguration
    ? parseConfig(rest).config.targets
    : ((await loadConfig(folderOf(roster ?? (await chooseRoster(services)))))?.config.targets ?? []);
  const [place, name] = isConfiguration ? getLocation(text, secret.valueStart + 1).path : [];
  const named = place === 'targets' ? targets.find((target) => target.name === name) : undefined;
  return named ?? pickTarget(targets);
}

/** Keeps a password that stood in no file of a roster. */
export async function keepForTarget(services: Services, password: string): Promise<void> {
  const loaded = await loadConfig(folderOf(await chooseRoster(services)));
  const target = await pickTarget(loaded?.config.targets ?? []);
  await services.secrets.save({ ...target, authentication: 'password' }, password);
}

async function pickTarget(targets: readonly Target[]): Promise<Target> {
  const [only, ...others] = targets;
  if (only === undefined) throw noTarget();
  if (others.length === 0) return only;
  const items = targets.map((target) => ({
    label: target.name,
    description: `${target.user}@${target.host}`,
    target,
  }));
  const picked = await vscode.window.showQuickPick(items, { placeHolder: say('Which target is it for?') });
  if (picked === undefined) throw new vscode.CancellationError();
  return picked.target;
}

async function save({ secrets }: Services, target: Target, { kind, value }: FoundSecret): Promise<void> {
  if (kind === 'private-key') await secrets.savePrivateKey(target, value);
  else await secrets.save({ ...target, authentication: kind === 'passphrase' ? 'key' : 'password' }, value);
}

async function replaceText(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const end = document.positionAt(document.getText().length);
  edit.replace(document.uri, new vscode.Range(new vscode.Position(0, 0), end), text);
  if ((await vscode.workspace.applyEdit(edit)) && (await document.save())) return;
  throw new RosterError(
    'file-unwritable',
    sentence('{fileName} could not be saved.', { fileName: document.fileName }),
    phrase('Check that it may be written, and take the secret out of it: it is in the keychain already.'),
  );
}

function noTarget(): RosterError {
  return new RosterError(
    'configuration',
    phrase('There is no target yet that the secret could be kept for.'),
    phrase('Run "OneRoster: Connect to SFTP Server" first, which asks for it, and take it out of the file.'),
  );
}
