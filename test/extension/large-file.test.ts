// VS Code keeps files of more than 50 MB from extensions: there is no document of them, and no editor. They are checked all the same.
import assert from 'node:assert/strict';
import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { writeLargeRoster } from './support/large-roster';
import {
  clearNotifications,
  click,
  describeWithPage,
  press,
  screenshot,
  texts,
  type,
  waitForNotification,
  waitForProblem,
  waitForText,
} from './support/page';
import { isInStatus, untilStatus } from './support/status';
import { until } from './support/until';

const enrollments = 90_000;
const misspelt = enrollments - 5;
/** The line of a record: the header is the first. */
const line = misspelt + 1;
const problem = '.markers-panel .monaco-list-row:has-text("studnt")';

describeWithPage('a file that VS Code keeps from extensions', () => {
  const root = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  const uri = vscode.Uri.file(join(root, 'large/enrollments.csv'));
  const zip = join(root, 'large.zip');

  before(async () => {
    const spoil = (record: number) => (record === misspelt ? { role: 'studnt' } : {});
    await writeLargeRoster(join(root, 'large'), { enrollments, note: 560, spoil });
    await writeLargeRoster(join(root, 'other'), { enrollments: 100 });
    await untilStatus('2 rosters');
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closePanel');
    for (const left of [join(root, 'large'), join(root, 'other'), zip]) {
      await rm(left, { recursive: true, force: true });
    }
  });

  it('opens at the line of a problem that is clicked', async () => {
    assert.ok((await stat(uri.fsPath)).size > 51 * 1024 * 1024);
    await waitForProblem('studnt');
    await click(problem);
    // In the server edition VS Code asks first whether so large a file is to be sent.
    await click('.monaco-editor-pane-placeholder .monaco-button:has-text("Open Anyway")');
    await waitForText(`Ln ${String(line)}, `, '.statusbar-item');
    await waitForText('studnt', '.monaco-editor .view-line');
    assert.equal(vscode.window.activeTextEditor, undefined);
    assert.ok(vscode.workspace.textDocuments.every((document) => document.uri.path !== uri.path));
    await screenshot('large-file');
  });

  it('has its language and its roster in the status bar, and Package & Upload at hand', async () => {
    await waitForText('OneRoster', '.statusbar-item[id="status.editor.mode"]');
    assert.ok(
      await isInStatus('large 1.1 · bulk · OneRoster specification 1 0'),
      'Its own roster, not both.',
    );
    await waitForText('', '.editor-actions [aria-label*="Package & Upload"]');
  });

  it('opens at the line again by the keyboard, and by a command that names the place', async () => {
    await press('ControlOrMeta+Home');
    await click(problem);
    await press('ControlOrMeta+Home');
    await press('Enter');
    await waitForText(`Ln ${String(line)}, `, '.statusbar-item');
    const [found] = vscode.languages.getDiagnostics(uri);
    assert.equal(found?.range.start.line, line - 1);
    const options = { selection: new vscode.Range(found.range.start.translate(-10), found.range.start) };
    await vscode.commands.executeCommand('vscode.open', uri, options);
    await waitForText(`Ln ${String(line)}, Col `, '.statusbar-item');
  });

  it('is saved before it is packaged, as part of its own roster', async () => {
    await click(problem);
    await press('Enter');
    await waitForText('(6 selected)', '.statusbar-item');
    await type('student');
    await waitForText('enrollments.csv', '.tabs-container .tab.dirty');
    await clearNotifications();
    await vscode.commands.executeCommand('oneroster.package');
    await waitForNotification('large.zip (');
    assert.ok(!(await readFile(uri.fsPath, 'latin1')).includes('studnt'));
    assert.deepEqual(await texts('.tabs-container .tab.dirty'), []);
    assert.ok((await stat(zip)).size > 0);
    await until(() => vscode.languages.getDiagnostics(uri).length === 0, 'the problem to go');
  });
});
