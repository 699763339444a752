import { isAbsolute } from 'node:path';
import * as vscode from 'vscode';
import { askText, type Answer, type QuestionPlace } from './ask';
import { say } from '../say';

/** Asks for the path of a folder that need not be there yet. Throws `CancellationError` where a person gives up. */
export function askFolder(place: QuestionPlace, prompt: string, value: string): Promise<Answer<string>> {
  return askText({
    ...place,
    prompt,
    value,
    check: (path) => (isAbsolute(path.trim()) ? undefined : say('Give the whole path of a folder.')),
    browse: { tooltip: say('Browse for a folder'), choose: () => browse(value) },
  });
}

async function browse(value: string): Promise<string | undefined> {
  const [chosen] =
    (await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      canSelectMany: false,
      openLabel: say('Choose Folder'),
      defaultUri: vscode.Uri.joinPath(vscode.Uri.file(value), '..'),
    })) ?? [];
  return chosen?.fsPath;
}
