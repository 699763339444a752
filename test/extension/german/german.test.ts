// The extension in an editor whose display language is German.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { createDistrict, waitForStatus, type District } from '../support/district';
import {
  clearNotifications,
  describeWithPage,
  press,
  quickInput,
  runFromPalette,
  screenshot,
  textsInWebview,
  waitForNotification,
  waitForProblem,
  waitForText,
  waitForTextInWebview,
} from '../support/page';
import { until } from '../support/until';

describeWithPage('in German', () => {
  let district: District;

  before(async function () {
    if (vscode.env.language !== 'de') this.skip();
    district = await createDistrict('deutsch');
    await clearNotifications();
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await district.remove();
  });

  it('calls its commands by their German names, and asks in German', async () => {
    await vscode.window.showTextDocument(vscode.Uri.file(district.path('users.csv')));
    await runFromPalette('OneRoster: Gehe zu Datensatz');
    await until(
      async () =>
        (await quickInput()).placeholder.startsWith('Die Nummer, wie eine Tabellenkalkulation zählt'),
      'the question',
    );
    await press('Escape');
  });

  it('shows problems in German, and the totals', async () => {
    const uri = vscode.Uri.file(district.path('users.csv'));
    const document = await vscode.workspace.openTextDocument(uri);
    const at = document.getText().indexOf(',teacher,');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(uri, new vscode.Range(document.positionAt(at + 1), document.positionAt(at + 8)), 'techer');
    await vscode.workspace.applyEdit(edit);
    await waitForProblem('role ist „techer“, gemeint ist wohl „teacher“; erlaubt:');
    await screenshot('german-problems');
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await waitForStatus('deutsch');
  });

  it('explains columns in German', async () => {
    const uri = vscode.Uri.file(district.path('users.csv'));
    const editor = await vscode.window.showTextDocument(uri);
    const at = editor.document.positionAt(editor.document.getText().indexOf('role,') + 1);
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('editor.action.showHover');
    await waitForText('Was die Person hauptsächlich ist.', '.monaco-hover');
    await waitForText('Unterrichtet.', '.monaco-hover');
    await screenshot('german-hover');
    await press('Escape');
  });

  it('shows its pages in German', async () => {
    await runFromPalette('OneRoster: Tabellenvorschau öffnen');
    await waitForTextInWebview('Datensätze');
    const [bar = ''] = await textsInWebview('#bar');
    assert.match(bar, /Nur mit Problemen/);
    assert.match(bar, /\d Datensätze/);
    await screenshot('german-preview');
  });

  it('leads through the first steps in German', async () => {
    await vscode.commands.executeCommand('workbench.action.openWalkthrough', {
      category: 'oneroster-tools.oneroster#firstSteps',
    });
    await waitForText('Das Beispiel öffnen', '.getting-started-step');
    await waitForText('Beispiel öffnen', '.getting-started-step .monaco-button');
    await screenshot('german-tour');
  });

  it('says what is missing in German', async () => {
    await vscode.commands.executeCommand('oneroster.mendSample');
    await waitForNotification('Das Beispiel ist nicht geöffnet.');
  });
});
