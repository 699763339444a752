import * as vscode from 'vscode';
import { say } from '../say';
import type { Services } from '../services';
import { openedSample, sampleRule } from './samples';

/** Leads to what is wrong with the sample, and offers what mends it. */
export async function mendSample(services: Services): Promise<void> {
  const sample = await openedSample(services);
  for (const { uri } of sample.files) {
    const file = vscode.Uri.parse(uri);
    const [problem] = vscode.languages.getDiagnostics(file).filter(({ code }) => code === sampleRule);
    if (problem === undefined) continue;
    const selection = new vscode.Range(problem.range.start, problem.range.start);
    await vscode.window.showTextDocument(file, { selection });
    await vscode.commands.executeCommand('editor.action.marker.next');
    return;
  }
  void vscode.window.showInformationMessage(say('Nothing is wrong with the sample any more.'));
}
