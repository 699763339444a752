// The extension in an editor whose display language is German.
import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { createDistrict, waitForStatus, type District } from '../support/district';
import { openLightbulb } from '../support/lightbulb';
import {
  clearNotifications,
  click,
  clickInWebview,
  describeWithPage,
  press,
  quickInput,
  runFromPalette,
  screenshot,
  texts,
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

  it('shows what a rule means in German, and where its page leads', async () => {
    const uri = vscode.Uri.file(district.path('users.csv'));
    const editor = await vscode.window.showTextDocument(uri);
    const at = editor.document.positionAt(editor.document.getText().indexOf(',teacher,') + 1);
    const word = new vscode.Range(at, at.translate(0, 'teacher'.length));
    await editor.edit((edit) => edit.replace(word, 'techer'));
    await waitForProblem('role ist „techer“');
    editor.selection = new vscode.Selection(at, at);
    await openLightbulb('Was invalid-value bedeutet');
    await click('.action-widget .monaco-list-row:has-text("Was invalid-value bedeutet")');
    await waitForText('invalid-value.md', '.tabs-container .tab');
    await waitForTextInWebview('Ein Feld enthält einen Wert, der nicht in der Liste der Werte', 'p');
    await screenshot('german-rule');
    assert.deepEqual(await textsInWebview('h1, h2'), [
      'invalid-value',
      'Warum es wichtig ist',
      'Falsch',
      'Richtig',
      'Wie es sich beheben lässt',
      'Quelle',
    ]);
    await clickInWebview('a:has-text("deprecated-value")');
    await waitForTextInWebview('Ein Feld enthält einen Wert einer früheren Version', 'p');
    await vscode.commands.executeCommand('oneroster.openRulePage', 'unsupported-version');
    await waitForTextInWebview('Das Roster hat eine Version, die der Abnehmer des Profils nicht liest.', 'p');
    await clickInWebview('a:has-text("die Profile")');
    await waitForTextInWebview('Ein Profil sagt, was ein Abnehmer', 'p');
    await clickInWebview('a:has-text("incident-iq")');
    await waitForTextInWebview('Was anders geprüft wird', 'h2');
    await screenshot('german-profile');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await vscode.window.showTextDocument(uri);
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

  it('explains settings in German', async () => {
    const path = district.path('oneroster.config.json');
    await writeFile(path, '{\n  "profile": "standard"\n}\n');
    const editor = await vscode.window.showTextDocument(vscode.Uri.file(path));
    const at = editor.document.positionAt(editor.document.getText().indexOf('profile') + 1);
    editor.selection = new vscode.Selection(at, at);
    await until(async () => {
      await vscode.commands.executeCommand('editor.action.showHover');
      return (await texts('.monaco-hover')).some((text) =>
        text.includes('Der Abnehmer, dessen Anforderungen'),
      );
    }, 'the hover');
    await screenshot('german-settings');
    await press('Escape');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await rm(path);
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
