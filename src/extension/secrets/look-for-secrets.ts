import { join } from 'node:path';
import * as vscode from 'vscode';
import { findSecrets, type FoundSecret } from '../../core/delivery/find-secrets';
import { secretMessage, secretRule } from '../../core/delivery/secret-problem';
import { findTrackedSecrets, readSmallText, type FileWithSecrets } from '../../node/find-tracked-secrets';
import { folderOf } from '../rosters/rosters';
import type { Services } from '../services';
import { lineStarts, positionAt } from './positions';
import { say } from '../say';

/** Shows a problem for each secret in the workspace's settings and in what Git has in the folders of the rosters. */
export async function lookForSecrets(
  { rosters }: Services,
  problems: vscode.DiagnosticCollection,
): Promise<void> {
  const found = new Map<string, FileWithSecrets>();
  for (const file of await inWorkspaceSettings()) found.set(file.path, file);
  if (vscode.workspace.isTrusted) {
    for (const roster of rosters.all) {
      for (const file of await findTrackedSecrets(folderOf(roster))) found.set(file.path, file);
    }
  }
  problems.clear();
  for (const { path, text, secrets } of found.values()) {
    problems.set(
      vscode.Uri.file(path),
      secrets.map((secret) => problemOf(text, secret)),
    );
  }
}

async function inWorkspaceSettings(): Promise<readonly FileWithSecrets[]> {
  const files: FileWithSecrets[] = [];
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    const path = join(folder.uri.fsPath, '.vscode', 'settings.json');
    const text = await readSmallText(path);
    const secrets = text === undefined ? [] : findSecrets(text, 'settings');
    if (text !== undefined && secrets.length > 0) files.push({ path, text, secrets });
  }
  return files;
}

function problemOf(text: string, { kind, start, end }: FoundSecret): vscode.Diagnostic {
  const starts = lineStarts(text);
  const range = new vscode.Range(positionAt(starts, start), positionAt(starts, end));
  const problem = new vscode.Diagnostic(range, secretMessage(kind, say), vscode.DiagnosticSeverity.Error);
  problem.source = 'OneRoster';
  problem.code = secretRule;
  return problem;
}
