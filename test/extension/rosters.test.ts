import assert from 'node:assert/strict';
import { rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { createDistrict, waitForStatus, type District } from './support/district';
import {
  clearNotifications,
  describeWithPage,
  press,
  runFromPalette,
  texts,
  waitForNotification,
  waitForText,
  waitUntilGone,
} from './support/page';

describeWithPage('a roster in the workspace', () => {
  let district: District;

  before(async () => {
    district = await createDistrict('rosters');
  });

  after(() => district.remove());

  beforeEach(async () => {
    await clearNotifications();
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('is named in the status bar with its version, profile and problems, which a click shows', async () => {
    await waitForStatus('rosters 1.1 · bulk · OneRoster specification');
    await runFromPalette('OneRoster: Show Problems');
    await waitForText('No problems', '.markers-panel');
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });

  it('gives its files the language that colours them', async () => {
    const document = await vscode.workspace.openTextDocument(district.path('users.csv'));
    await vscode.window.showTextDocument(document);
    await waitForText('OneRoster', '.statusbar-item[id="status.editor.mode"]');
    assert.equal(document.languageId, 'oneroster');
    // A theme's bold and underline: an id of its own, and one of another record.
    await waitForText('T200001', '.monaco-editor .view-line .mtkb');
    await waitForText('DST-001', '.monaco-editor .view-line .mtku');
  });

  it('leaves a file alone that is given another language', async () => {
    const document = await vscode.workspace.openTextDocument(district.path('classes.csv'));
    assert.equal(document.languageId, 'oneroster');
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    await vscode.commands.executeCommand('oneroster.checkAgain');
    await vscode.window.showTextDocument(document);
    await waitForText('Plain Text', '.statusbar-item[id="status.editor.mode"]');
    assert.equal(document.languageId, 'plaintext');
  });

  it('is gone with its folder, and there again when the folder comes back', async () => {
    const elsewhere = join(tmpdir(), 'oneroster-away');
    try {
      await rename(district.folder, elsewhere);
      await waitUntilGone('.statusbar-item[id*="oneroster.status"]');
      await runFromPalette('OneRoster: Package & Upload');
      await waitForNotification('A roster is a folder with OneRoster CSV files side by side');
      await rename(elsewhere, district.folder);
      await waitForStatus('rosters 1.1');
    } finally {
      await rm(elsewhere, { recursive: true, force: true });
    }
  });

  it('leads into Connect where it is to be uploaded and has no target', async () => {
    await runFromPalette('OneRoster: Package & Upload');
    await waitForText('Connect to SFTP Server', '.quick-input-title');
    await press('Escape');
    await waitUntilGone('.quick-input-widget');
    assert.deepEqual(await texts('.notifications-toasts .notification-list-item-message'), []);
  });
});
