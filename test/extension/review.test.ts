import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import * as vscode from 'vscode';
import { recordDelivery } from '../support/record-delivery';
import { createDistrict, type District } from './support/district';
import {
  clearNotifications,
  clickInWebview,
  describeWithPage,
  pick,
  quickInput,
  runFromPalette,
  screenshot,
  textsInWebview,
  waitForNotification,
  waitForText,
  waitForTextInWebview,
} from './support/page';
import { until } from './support/until';

const title = 'OneRoster: Review Changes';

describeWithPage('reviewing what an upload would change', () => {
  let district: District;
  let users = '';

  before(async () => {
    district = await createDistrict('reviewed');
    users = await readFile(district.path('users.csv'), 'utf8');
  });

  after(() => district.remove());

  beforeEach(async () => {
    await clearNotifications();
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await writeFile(district.path('users.csv'), users);
  });

  const configure = (targets: object) =>
    writeFile(district.path('oneroster.config.json'), JSON.stringify({ targets }));

  it('says what is missing where there is no target', async () => {
    await runFromPalette(title);
    await waitForNotification('There is no target yet.');
  });

  it('counts the records of a first delivery, and says that there is nothing to compare with', async () => {
    await configure({ practice: { url: 'sftp://north@sftp.example.org/in' } });
    await runFromPalette(title);
    await waitForTextInWebview('Nothing has been delivered to this target from here yet', '.gate');
    await waitForTextInWebview('sftp.example.org:22, /in', 'dd');
    await waitForTextInWebview('All records are new.');
    assert.deepEqual(await textsInWebview('h3'), []);
    await screenshot('review-first');
  });

  it('puts reasons on top, then files and schools, and leads to the records behind', async () => {
    await recordDelivery(district.folder);
    const lines = users.split('\r\n');
    const second = lines[1] ?? '';
    const cut = [lines[0], `x${second}`, ...lines.slice(2, -100), ''];
    await writeFile(district.path('users.csv'), cut.join('\r\n'));
    await runFromPalette(title);
    await waitForTextInWebview('The change gate would stop this delivery:', '.gate.stops');
    await waitForTextInWebview('of users.csv would be removed', '.reasons li');
    await waitForTextInWebview('The package of 2026-11-2', 'dd');
    await waitForTextInWebview('would come under a new id', '.churned');
    const removed = lines.length - cut.length + 1;
    const row = (await textsInWebview('.by-file tbody tr')).find((text) => text.includes('users.csv'));
    assert.ok(row?.endsWith(String(removed)), row);
    assert.ok(
      (await textsInWebview('.school-part summary')).some((text) => /\(SCH-\d+\).*\d+ removed/.test(text)),
    );
    await screenshot('review');
    await clickInWebview('details.renamed summary');
    await waitForTextInWebview(`→ x${second.split(',')[0] ?? ''}`, 'details.renamed code');
    await screenshot('review-records');
    await clickInWebview('details.renamed .link.after');
    await until(() => vscode.window.activeTextEditor?.selection.start.line === 1, 'the record');
    assert.equal(basename(vscode.window.activeTextEditor?.document.uri.fsPath ?? ''), 'users.csv');
    await writeFile(district.path('users.csv'), users);
    await clickInWebview('.again');
    await waitForTextInWebview('The change gate would let this delivery pass.', '.gate');
  });

  it('asks for the target where there are several, and is told by others which one is meant', async () => {
    await configure({
      practice: { url: 'sftp://north@sftp.example.org/in' },
      second: { url: 'sftp://south@sftp.example.net/in' },
    });
    await runFromPalette(title);
    await waitForText('south@sftp.example.net', '.quick-input-widget');
    assert.equal((await quickInput()).placeholder, 'Review the changes for which target?');
    await pick('second');
    await waitForTextInWebview('sftp.example.net:22, /in', 'dd');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const roster = vscode.Uri.file(district.folder);
    await vscode.commands.executeCommand('oneroster.review', { roster, target: 'practice' });
    await waitForTextInWebview('sftp.example.org:22, /in', 'dd');
    await waitForTextInWebview('The change gate would let this delivery pass.', '.gate');
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs).length;
    await vscode.commands.executeCommand('oneroster.review', { roster, target: 'practice' });
    assert.equal(vscode.window.tabGroups.all.flatMap((group) => group.tabs).length, tabs);
  });
});
