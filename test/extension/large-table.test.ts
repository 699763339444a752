// A table of 100,000 records: looked at and edited as a whole, without the thread that the extension shares being held for long.
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { writeLargeRoster } from './support/large-roster';
import {
  clearNotifications,
  click,
  describeWithPage,
  inPreview,
  press,
  runFromPalette,
  screenshot,
  texts,
  type,
  waitForNotification,
  waitForText,
} from './support/page';
import { untilStatus } from './support/status';
import { describeStretch, longestHold } from './support/thread-watch';
import { until } from './support/until';

const enrollments = 100_000;
const patience = 120_000;
/** Milliseconds for which the thread may be held. */
const limit = 10;

describeWithPage('a table of 100,000 records', function () {
  this.timeout(6 * patience);
  const folder = join(vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '', 'large-table');
  const uri = vscode.Uri.file(join(folder, 'enrollments.csv'));
  const spoil = (record: number) => (record === 70_000 ? { role: 'studnt' } : {});
  const editorOf = () => {
    const found = vscode.window.visibleTextEditors.find(({ document }) => document.uri.path === uri.path);
    assert.ok(found);
    return found;
  };

  before(async () => {
    await writeLargeRoster(folder, { enrollments, spoil });
    await untilStatus('large-table 1.1', patience);
  });

  after(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  beforeEach(async () => {
    await vscode.commands.executeCommand('vscode.open', uri);
    await waitForText('SCH-1', '.monaco-editor .view-line .mtku');
  });

  afterEach(async () => {
    for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('workbench.action.files.revert');
    }
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await clearNotifications();
  });

  it('is shown in the preview to its last record, and filtered, by the way', async () => {
    const hold = await longestHold(limit, async () => {
      await vscode.commands.executeCommand('workbench.action.closeEditorsInOtherGroups');
      await runFromPalette('OneRoster: Open Table Preview');
      await waitForText('100,000 records', inPreview('#count'));
      await click(inPreview('#filter'));
      await press('Enter');
      await press('ControlOrMeta+End');
      await waitForText('100,001', inPreview('.row .cell.record'));
      await click(inPreview('#filter'));
      await type('studnt');
      await waitForText('1 of 100,000 records', inPreview('#count'));
      await waitForText('studnt', inPreview('.cell.problem.error'));
      await vscode.commands.executeCommand('workbench.action.closeEditorsInOtherGroups');
    });
    assert.ok(hold.ours <= limit, describeStretch(hold));
  });

  it('is aligned where it is in view, wherever that is', async () => {
    const room = '.view-line [class*="ced-"]';
    await runFromPalette('OneRoster: Align Columns');
    await until(async () => (await texts(room)).length > 100, 'the room');
    const hold = await longestHold(limit, async () => {
      await press('ControlOrMeta+End');
      await waitForText('E99990', '.view-line');
      await until(async () => (await texts(room)).length > 100, 'the room at the end');
      await press('ControlOrMeta+Home');
      await waitForText('E10,', '.view-line');
    });
    await screenshot('aligned-large');
    await runFromPalette('OneRoster: Align Columns');
    assert.ok(hold.ours <= limit, describeStretch(hold));
  });

  it('has as many fields of a column selected as VS Code has cursors for', async () => {
    const hold = await longestHold(limit, async () => {
      await clearNotifications();
      await vscode.commands.executeCommand('oneroster.selectColumn');
      await waitForNotification('Only the first 10,000 of 100,000 fields are selected');
      await press('Escape');
    });
    assert.ok(hold.ours <= limit, describeStretch(hold));
  });

  it('is sorted in one step that can be undone', async () => {
    const { document } = editorOf();
    const hold = await longestHold(limit, async () => {
      await runFromPalette('OneRoster: Sort by Column');
      await waitForText('the cursor is here', '.quick-input-list .monaco-list-row');
      await press('Enter');
      await waitForText('Descending', '.quick-input-list .monaco-list-row');
      await press('ArrowDown');
      await press('Enter');
      await until(() => document.lineAt(1).text.startsWith('E100000,'), 'the records to be sorted', patience);
      await vscode.commands.executeCommand('undo');
      await until(() => document.lineAt(1).text.startsWith('E1,'), 'the undo', patience);
    });
    assert.ok(hold.ours <= limit, describeStretch(hold));
  });
});
