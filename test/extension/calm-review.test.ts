// The thread that the extension shares with VS Code stays free while a large roster is compared with what was delivered.
import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { recordDelivery } from '../support/record-delivery';
import { writeLargeRoster } from './support/large-roster';
import {
  clearNotifications,
  describeWithPage,
  press,
  waitForText,
  waitForTextInWebview,
} from './support/page';
import { untilStatus } from './support/status';
import { describeStretch, longestHold } from './support/thread-watch';

/** Milliseconds for which the thread may be held. */
const limit = 10;

describeWithPage('the thread that the extension shares, with deliveries', function () {
  this.timeout(120_000);
  const folder = join(vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '', 'calm-review');
  const asked = { roster: vscode.Uri.file(folder), target: 'practice' };

  before(async () => {
    await writeLargeRoster(folder, { enrollments: 100_000 });
    const targets = { practice: { url: 'sftp://north@sftp.example.org/in' } };
    await writeFile(join(folder, 'oneroster.config.json'), JSON.stringify({ targets }));
    await recordDelivery(folder);
    await writeLargeRoster(folder, { enrollments: 80_000 });
    await untilStatus('calm-review 1.1', 30_000);
  });

  after(() => rm(folder, { recursive: true, force: true }));

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await clearNotifications();
  });

  it('is free while the changes are reviewed', async () => {
    const hold = await longestHold(limit, async () => {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await vscode.commands.executeCommand('oneroster.review', asked);
      await waitForTextInWebview(
        '20 % of enrollments.csv would be removed: 20,000 of 100,000',
        '.reasons li',
      );
    });
    assert.ok(hold.ours <= limit, describeStretch(hold));
  });

  it('is free while the deliveries are listed', async () => {
    const hold = await longestHold(limit, async () => {
      const listing = vscode.commands.executeCommand('oneroster.history', asked);
      await waitForText('delivered last', '.quick-input-widget');
      await press('Escape');
      await listing;
    });
    assert.ok(hold.ours <= limit, describeStretch(hold));
  });
});
