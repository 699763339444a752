// What is asked about a large roster, and changed in it, leaves the thread free that the extension shares with VS Code.
import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { writeLargeRoster } from './support/large-roster';
import {
  clearNotifications,
  describeWithPage,
  press,
  screenshot,
  type,
  waitForNotification,
  waitForText,
} from './support/page';
import { untilStatus } from './support/status';
import { describeStretch, longestHold } from './support/thread-watch';
import { until } from './support/until';

const enrollments = 100_000;
/** Milliseconds for which the thread may be held. */
const limit = 10;

describeWithPage('the thread that the extension shares, with large answers', function () {
  this.timeout(300_000);
  const root = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  const large = join(root, 'calm-large');
  const small = join(root, 'calm-small');

  before(async () => {
    await writeLargeRoster(large, { enrollments });
    // As many enrollments as an outline lists one by one.
    await writeLargeRoster(small, { enrollments: 1000 });
    await untilStatus('2 rosters');
  });

  after(async () => {
    await rm(large, { recursive: true, force: true });
    await rm(small, { recursive: true, force: true });
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await clearNotifications();
  });

  it('is free while the longest outline is shown', async () => {
    const hold = await longestHold(limit, async () => {
      await vscode.commands.executeCommand('vscode.open', vscode.Uri.file(join(small, 'enrollments.csv')));
      await vscode.commands.executeCommand('outline.focus');
      await waitForText('1,000 records', '.outline-tree');
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    });
    assert.ok(hold.ours <= limit, describeStretch(hold));
  });

  it('is free while an id is renamed in a hundred thousand places', async () => {
    const uri = vscode.Uri.file(join(large, 'orgs.csv'));
    const ids = ['SCH-1', 'SCH-2'];
    let now = 0;
    const uses = async (id = '') =>
      (await readFile(join(large, 'enrollments.csv'), 'latin1')).split(`,${id},`).length - 1;
    const hold = await longestHold(limit, async () => {
      const document = await vscode.workspace.openTextDocument(uri);
      const at = document.positionAt(document.getText().indexOf(ids[now] ?? '') + 1);
      await vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at) });
      now = 1 - now;
      await press('F2');
      await waitForText('', '.rename-box input:focus');
      await press('ControlOrMeta+A');
      await type(ids[now] ?? '');
      await press('Enter');
      await waitForNotification(`becomes "${ids[now] ?? ''}" in 119,002 places of 5 files`);
      await until(async () => (await uses(ids[now])) === enrollments, 'all files to be saved', 60_000);
      await waitForText('used by 119,001 records in 4 files', '.codelens-decoration');
      await screenshot('renamed');
      await clearNotifications();
    });
    assert.ok(hold.ours <= limit, describeStretch(hold));
  });
});
