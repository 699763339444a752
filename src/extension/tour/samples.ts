import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { RosterState } from '../../core/protocol';
import { RosterError } from '../../core/errors';
import { phrase } from '../../core/text/say';
import { folderOf } from '../rosters/rosters';
import { say } from '../say';
import type { Services } from '../services';

/** Where it is kept which folders are copies of the sample. */
export const samplesKey = 'oneroster.samples';
/** The rule that finds what is wrong with the sample; scripts/build.mjs leaves this one mistake in it. */
export const sampleRule = 'invalid-value';

/** The copies of the sample that were made, as paths. */
export function sampleFolders({
  globalState,
}: Pick<vscode.ExtensionContext, 'globalState'>): readonly string[] {
  return globalState.get<readonly string[]>(samplesKey, []);
}

/**
 * The copy of the sample that is open.
 * @throws RosterError `not-a-roster` where none is
 */
export async function openedSample({ context, rosters, server }: Services): Promise<RosterState> {
  if (rosters.all.length === 0) await server.checkAgain();
  const folders = new Set(sampleFolders(context));
  const sample = rosters.all.find((roster) => folders.has(folderOf(roster)));
  if (sample !== undefined) return sample;
  throw new RosterError(
    'not-a-roster',
    phrase('The sample is not open.'),
    phrase('Open it first: it is a copy of its own, to do with as you like.'),
  );
}

/**
 * Copies the sample into a folder that a person chooses, or a temporary one, and opens it: in this window where it lies in the
 * opened folder or none is open.
 * @throws CancellationError where a person gives up
 */
export async function openSample({ context }: Services): Promise<void> {
  const parent = await chooseParent();
  const folder = await freeFolder(parent);
  await vscode.workspace.fs.copy(vscode.Uri.joinPath(context.extensionUri, 'dist/sample'), folder);
  await context.globalState.update(samplesKey, [...sampleFolders(context), folder.fsPath]);
  if (vscode.workspace.getWorkspaceFolder(folder) !== undefined) {
    await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, 'users.csv'));
    return;
  }
  const isBusy = vscode.workspace.workspaceFolders !== undefined;
  await vscode.commands.executeCommand('vscode.openFolder', folder, { forceNewWindow: isBusy });
}

async function chooseParent(): Promise<vscode.Uri> {
  const temporary = {
    label: say('A temporary folder'),
    detail: say('The system deletes it some day.'),
    choose: () => Promise.resolve<vscode.Uri | undefined>(temporaryFolder()),
  };
  const own = {
    label: say('A folder of my own…'),
    detail: say('The sample gets a folder of its own in it.'),
    choose: browse,
  };
  const picked = await vscode.window.showQuickPick([temporary, own], {
    title: say('Open Sample Roster'),
    placeHolder: say('Where should the copy of the sample go?'),
  });
  const parent = await picked?.choose();
  if (parent === undefined) throw new vscode.CancellationError();
  return parent;
}

function temporaryFolder(): vscode.Uri {
  return vscode.Uri.file(join(tmpdir(), `oneroster-${randomUUID().slice(0, 8)}`));
}

async function browse(): Promise<vscode.Uri | undefined> {
  const here = vscode.workspace.workspaceFolders?.[0]?.uri;
  const options = {
    ...{ canSelectFiles: false, canSelectFolders: true, openLabel: say('Copy It Here') },
    ...(here === undefined ? {} : { defaultUri: here }),
  };
  return (await vscode.window.showOpenDialog(options))?.[0];
}

/** A folder that is not there yet: nothing is overwritten. */
async function freeFolder(parent: vscode.Uri): Promise<vscode.Uri> {
  for (let count = 1; ; count++) {
    const name = count === 1 ? 'sample-district' : `sample-district-${String(count)}`;
    const folder = vscode.Uri.joinPath(parent, name);
    const isTaken = await vscode.workspace.fs.stat(folder).then(
      () => true,
      () => false,
    );
    if (!isTaken) return folder;
  }
}
