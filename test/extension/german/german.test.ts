// The extension in an editor whose display language is German.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { startPracticeServer } from '../../support/practice-server';
import { recordDelivery } from '../../support/record-delivery';
import { createDistrict, waitForStatus, type District } from '../support/district';
import { openLightbulb } from '../support/lightbulb';
import {
  clearNotifications,
  click,
  clickDialogButton,
  clickInWebview,
  describeWithPage,
  dialog,
  pick,
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
  waitUntilGone,
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

  it('writes times, amounts and what has changed as German does', async () => {
    await recordDelivery(district.folder, new Date(2026, 10, 24, 23, 5).toISOString());
    const users = await readFile(district.path('users.csv'), 'utf8');
    const [header = '', first = '', ...others] = users.split('\r\n');
    await writeFile(district.path('users.csv'), [header, ...others].join('\r\n'));
    await vscode.window.showTextDocument(vscode.Uri.file(district.path('orgs.csv')));
    await runFromPalette('OneRoster: Lieferverlauf');
    await waitForText('24.11.2026, 23:05', '.quick-input-list');
    await press('Enter');
    await waitForText('Mit dem Roster vergleichen', '.quick-input-list');
    assert.equal((await quickInput()).placeholder, 'Die Lieferung vom 24.11.2026, 23:05 an practice');
    await pick('Mit dem Roster vergleichen');
    await waitForTextInWebview('1 entfernt', '.verdict');
    await waitForTextInWebview('Das Paket vom 24.11.2026, 23:05', 'dd');
    await screenshot('german-compare');
    await writeFile(district.path('users.csv'), [header, first, ...others].join('\r\n'));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('warns of another host key in German', async () => {
    const remote = await mkdtemp(join(tmpdir(), 'practice-'));
    const server = await startPracticeServer({ folder: remote, user: 'district', password: 'pw' });
    const target = { url: server.url, hostKey: `SHA256:${'A'.repeat(43)}` };
    await writeFile(district.path('oneroster.config.json'), JSON.stringify({ targets: { nord: target } }));
    try {
      await vscode.window.showTextDocument(vscode.Uri.file(district.path('orgs.csv')));
      await runFromPalette('OneRoster: Packen und hochladen');
      await clickDialogButton('Liefern');
      await waitForText('Der Hostschlüssel des Servers hat sich geändert.', '.monaco-dialog-box');
      assert.match(await dialog(), /ist nicht der erwartete: Er ist SHA256:.*Fragen Sie die Betreiber/);
      await screenshot('german-host-key');
      await press('Escape');
      await waitUntilGone('.monaco-dialog-box');
    } finally {
      await server.stop();
      await rm(remote, { recursive: true, force: true });
      await rm(district.path('oneroster.config.json'));
    }
  });

  it('says what is missing in German', async () => {
    await vscode.commands.executeCommand('oneroster.mendSample');
    await waitForNotification('Das Beispiel ist nicht geöffnet.');
  });
});
