import * as vscode from 'vscode';
import type { ListedJob } from '../../node/job/list-jobs';
import { isThere } from '../../node/is-there';
import { placeOfJob } from '../../node/job/job-place';
import { say } from '../say';

/**
 * Opens the log of a job, at its end.
 * @throws RosterError `configuration` where the configuration that says where it is cannot be read
 */
export async function showLogOf({ job, place }: ListedJob): Promise<void> {
  const { logFile } = place ?? (await placeOfJob(job));
  if (!(await isThere(logFile))) {
    void vscode.window.showInformationMessage(
      say('"{job}" has not logged anything yet: {path} is not there.', { job: job.name, path: logFile }),
    );
    return;
  }
  const document = await vscode.workspace.openTextDocument(vscode.Uri.file(logFile));
  const end = document.lineAt(document.lineCount - 1).range.end;
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(end, end) });
}
