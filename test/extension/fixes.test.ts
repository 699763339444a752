// Problems are mended as a person does it: by the lightbulb, by a command, and on saving.
import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { createDistrict, type District } from './support/district';
import { openLightbulb } from './support/lightbulb';
import {
  clearNotifications,
  click,
  clickNotificationButton,
  describeWithPage,
  pick,
  press,
  quickInput,
  runFromPalette,
  screenshot,
  type,
  waitForNotification,
  waitForText,
  waitForTextInWebview,
} from './support/page';
import { until } from './support/until';

describeWithPage('fixes', () => {
  let district: District;
  let clean = '';

  before(async () => {
    district = await createDistrict('fixes');
    clean = await readFile(district.path('orgs.csv'), 'utf8');
  });

  after(() => district.remove());

  beforeEach(() => clearNotifications());

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await rm(district.path('oneroster.config.json'), { force: true });
    await writeFile(district.path('orgs.csv'), clean);
    await until(() => codes().length === 0, 'the problems to go');
  });

  const uri = () => vscode.Uri.file(district.path('orgs.csv'));
  const codes = () => vscode.languages.getDiagnostics(uri()).map(({ code }) => code);
  const onDisk = () => readFile(district.path('orgs.csv'), 'utf8');

  /** Opens orgs.csv in another state, with the cursor at a text. */
  async function openWith(text: string, at: string, rule: string): Promise<vscode.TextDocument> {
    await writeFile(district.path('orgs.csv'), text);
    const document = await vscode.workspace.openTextDocument(uri());
    const content = text.replace('\ufeff', '');
    // VS Code may have known the file as it was before.
    await until(() => document.getText() === content, 'the document to follow the file');
    const position = document.positionAt(content.indexOf(at));
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(position, position) });
    await until(() => codes().includes(rule), rule);
    // Lines that move take an open menu away.
    await waitForText('used by', '.codelens-decoration');
    return document;
  }

  async function openMenu(text: string): Promise<void> {
    await vscode.commands.executeCommand('oneroster.checkAgain');
    await openLightbulb(text);
  }

  const spoilt = () => clean.replace(',school,', ',School,');

  it('are offered by the lightbulb, and change their own field only', async () => {
    const document = await openWith(spoilt(), ',School,', 'value-case');
    await vscode.commands.executeCommand('cursorMove', { to: 'right', by: 'character', value: 3 });
    await openMenu('Write "school"');
    await screenshot('lightbulb');
    await press('Enter');
    await until(() => document.getText() === clean, 'the field to be mended');
    await until(() => codes().length === 0, 'the problem to go');
    assert.equal(document.isDirty, true);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), spoilt());
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('are done on saving, where a person wants that', async () => {
    const settings = vscode.workspace.getConfiguration('editor', uri());
    await settings.update('codeActionsOnSave', { 'source.fixAll.oneroster': 'explicit' });
    try {
      const document = await openWith(spoilt(), ' District', 'value-case');
      await type('s');
      await until(() => document.isDirty, 'the document to be changed');
      await press('ControlOrMeta+s');
      const expected = clean.replace(' District', 's District');
      await until(async () => (await onDisk()) === expected, 'the saved file to be mended');
      // The file is written before the editor knows it.
      await until(() => !document.isDirty, 'the document to be saved');
    } finally {
      await settings.update('codeActionsOnSave', undefined);
    }
  });

  it('are done in a whole roster by a command, also in files that are not open', async () => {
    await writeFile(district.path('orgs.csv'), spoilt());
    await until(() => codes().includes('value-case'), 'value-case');
    await runFromPalette('OneRoster: Fix Problems');
    assert.match((await quickInput()).title, /Fix problems in fixes/);
    await pick('What is certain');
    await waitForNotification('Done: 1 fix in orgs.csv');
    const document = await vscode.workspace.openTextDocument(uri());
    assert.equal(document.getText(), clean);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('write to disk what no edit of a text can do, once that is wanted', async () => {
    await openWith(`\ufeff${clean}`, 'sourcedId', 'byte-order-mark');
    await openMenu('Take out the byte order mark');
    await press('Enter');
    await waitForNotification('What is to be mended in orgs.csv is no text');
    await screenshot('write-to-disk');
    await clickNotificationButton('Write to Disk');
    await until(async () => (await onDisk()) === clean, 'the byte order mark to go');
    await until(() => codes().length === 0, 'the problem to go');
  });

  it('let a value be ignored with a reason, and keep the comments of the configuration', async () => {
    const config = district.path('oneroster.config.json');
    await writeFile(config, '// ours\n{\n  // the usual\n  "profile": "standard"\n}\n');
    const document = await openWith(spoilt(), ',School,', 'value-case');
    await vscode.commands.executeCommand('cursorMove', { to: 'right', by: 'character', value: 3 });
    await openMenu('with a reason');
    await click('.action-widget .monaco-list-row:has-text("with a reason")');
    await quickInput();
    await type('Agreed with the consumer');
    await press('Enter');
    await until(() => codes().length === 0, 'the problem to be ignored');
    const written = await readFile(config, 'utf8');
    assert.match(written, /^\/\/ ours\n\{\n {2}\/\/ the usual\n/);
    assert.match(written, /"value": "School",\n\s+"reason": "Agreed with the consumer"/);
    assert.equal(document.isDirty, false);
  });

  it('go with the page of the rule', async () => {
    await openWith(spoilt(), ',School,', 'value-case');
    await vscode.commands.executeCommand('cursorMove', { to: 'right', by: 'character', value: 3 });
    await openMenu('What value-case means');
    await click('.action-widget .monaco-list-row:has-text("What value-case means")');
    await waitForText('value-case.md', '.tabs-container .tab');
    await waitForTextInWebview('^^^^ value-case', 'pre');
    await screenshot('rule-page');
  });
});
