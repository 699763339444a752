import { counted } from '../../core/text/counted';
import * as vscode from 'vscode';
import { fixAll, type FixAllAnswer, type FixAllParams } from '../../core/protocol';
import type { Services } from '../services';

/** Has a roster or one of its files mended, and says what came of it. */
export async function fixAllProblems({ server }: Services, params: FixAllParams): Promise<void> {
  const options = { location: vscode.ProgressLocation.Window, title: 'Fixing problems' };
  const { done, files } = await vscode.window.withProgress(options, () =>
    server.ask<FixAllAnswer>(fixAll, params),
  );
  const fixes = counted(done, 'fix', 'fixes');
  void vscode.window.showInformationMessage(
    files.length === 0
      ? 'There is nothing that can be fixed.'
      : `Done: ${fixes} in ${files.join(', ')}. Look at the changes, and save them.`,
  );
}
