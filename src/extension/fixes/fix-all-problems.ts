import * as vscode from 'vscode';
import { fixAll, type FixAllAnswer, type FixAllParams } from '../../core/protocol';
import type { Services } from '../services';
import { counted, say } from '../say';

/** Has a roster or one of its files mended, and says what came of it. */
export async function fixAllProblems({ server }: Services, params: FixAllParams): Promise<void> {
  const options = { location: vscode.ProgressLocation.Window, title: say('Fixing problems') };
  const { done, files } = await vscode.window.withProgress(options, () =>
    server.ask<FixAllAnswer>(fixAll, params),
  );
  const fixes = counted(done, 'fix', 'fixes');
  void vscode.window.showInformationMessage(
    files.length === 0
      ? say('There is nothing that can be fixed.')
      : say('Done: {fixes} in {files}. Look at the changes, and save them.', {
          fixes,
          files: files.join(', '),
        }),
  );
}
