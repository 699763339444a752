import { basename } from 'node:path';
import * as vscode from 'vscode';
import type { Both } from '../../core/compare/comparison';
import type { ComparedPlace } from '../../core/protocol';
import { requireTrust } from '../require-trust';
import { rosterFor, type AskedFor } from '../rosters/asked-for';
import { folderOf } from '../rosters/rosters';
import type { Services } from '../services';
import { say } from '../say';

/** One of two rosters to compare, with what people call it. */
export interface ChosenPlace extends ComparedPlace {
  readonly name: string;
}

interface Choice extends vscode.QuickPickItem {
  /** Undefined where nothing was chosen. */
  readonly choose?: () => Promise<ChosenPlace | undefined> | ChosenPlace;
}

/**
 * Asks which roster the one in view is to be compared with. What is chosen is the earlier one.
 * @throws CancellationError where a person gives up, RosterError `not-a-roster` where there is no roster
 */
export async function choosePlaces(services: Services, asked?: AskedFor): Promise<Both<ChosenPlace>> {
  const roster = await rosterFor(services, asked);
  const after = { uri: roster.uri, name: roster.name };
  const picked = await vscode.window.showQuickPick(choices(services, after), {
    title: say('Compare Rosters'),
    placeHolder: say('What was {roster} before? It is compared with…', { roster: roster.name }),
    matchOnDescription: true,
  });
  const before = await picked?.choose?.();
  if (before === undefined) throw new vscode.CancellationError();
  return { before, after };
}

function choices({ rosters }: Services, after: ChosenPlace): readonly Choice[] {
  const others = rosters.all
    .filter(({ uri }) => uri !== after.uri)
    .map((roster) => ({
      label: `$(table) ${roster.name.replaceAll('$(', '(')}`,
      description: vscode.workspace.asRelativePath(folderOf(roster)),
      choose: () => ({ uri: roster.uri, name: roster.name }),
    }));
  return [
    {
      label: `$(git-commit) ${say('Last Commit')}`,
      description: say('git, HEAD'),
      choose: () => atRevision(after, 'HEAD'),
    },
    {
      label: `$(git-branch) ${say('Git Revision…')}`,
      description: say('a branch, tag or commit'),
      choose: () => askRevision(after),
    },
    {
      label: `$(folder) ${say('Folder…')}`,
      description: say('another roster folder'),
      choose: () => askPath('folder'),
    },
    { label: `$(file-zip) ${say('Zip…')}`, description: say('a package'), choose: () => askPath('zip') },
    ...(others.length === 0
      ? []
      : [{ label: say('rosters of the workspace'), kind: vscode.QuickPickItemKind.Separator }, ...others]),
  ];
}

function atRevision({ uri, name }: ChosenPlace, revision: string): ChosenPlace {
  requireTrust(say('Comparing with a git revision'));
  return { uri, revision, name: say('{name} at {revision}', { name, revision }) };
}

async function askRevision(place: ChosenPlace): Promise<ChosenPlace | undefined> {
  const revision = await vscode.window.showInputBox({
    title: say('Compare Rosters'),
    prompt: say('{place} as it was at which revision of git?', { place: place.name }),
    placeHolder: say('HEAD~1, a branch, a tag, or a commit'),
    ignoreFocusOut: true,
    validateInput: (value) =>
      /^-|^\s*$/.test(value) ? say('Write a branch, a tag or a commit.') : undefined,
  });
  return revision === undefined ? undefined : atRevision(place, revision.trim());
}

async function askPath(kind: 'folder' | 'zip'): Promise<ChosenPlace | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title: kind === 'folder' ? say('The earlier roster: a folder') : say('The earlier roster: a zip'),
    openLabel: say('Compare'),
    canSelectFolders: kind === 'folder',
    canSelectFiles: kind === 'zip',
    ...(kind === 'zip' ? { filters: { 'Roster package': ['zip'] } } : {}),
  });
  const uri = chosen?.[0];
  return uri === undefined ? undefined : { uri: uri.toString(), name: basename(uri.fsPath) };
}
