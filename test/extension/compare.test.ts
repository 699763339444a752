import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import * as vscode from 'vscode';
import { commitAll, makeRepository } from '../node/support/git-repository';
import { createDistrict, type District } from './support/district';
import {
  clearNotifications,
  clickInWebview,
  describeWithPage,
  pick,
  press,
  pressInWebview,
  runFromPalette,
  screenshot,
  textsInWebview,
  type,
  waitForNotification,
  waitForText,
  waitForTextInWebview,
} from './support/page';
import { until } from './support/until';

const title = 'OneRoster: Compare Rosters';

describeWithPage('comparing rosters', () => {
  let district: District;
  let users = '';

  before(async () => {
    district = await createDistrict('compared');
    users = await readFile(district.path('users.csv'), 'utf8');
    await makeRepository(district.folder);
    await commitAll(district.folder, 'first');
  });

  after(() => district.remove());

  beforeEach(async () => {
    await clearNotifications();
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await writeFile(district.path('users.csv'), users);
  });

  it('shows what has changed since the last commit, by names, and leads to the record', async () => {
    const [, second = ''] = users.split('\r\n');
    const changed = users.replace(`${second}\r\n`, '').replace(/,student,/g, ',guardian,');
    await writeFile(
      district.path('users.csv'),
      `${changed}new,,,true,x,student,new.one,,New,One,,,,,,,,\r\n`,
    );
    await runFromPalette(title);
    await pick('Last Commit');
    await waitForTextInWebview('users.csv', 'h2');
    await waitForTextInWebview('compared at HEAD', 'dd');
    const students = users.split(',student,').length - 1;
    await waitForTextInWebview(`${String(students)} changed`, '.verdict');
    await waitForTextInWebview('Unchanged: manifest.csv', '.unchanged');
    await clickInWebview('details.changed summary');
    await waitForTextInWebview('role', 'details.changed tbody th');
    assert.equal((await textsInWebview('details.changed .entries > li')).length, 100);
    await waitForTextInWebview(`role: ${String(students)} records`, '.fields');
    await screenshot('compare');
    await pressInWebview('details.changed .more', 'Enter');
    await until(
      async () => (await textsInWebview('details.changed .entries > li')).length === students,
      'more records',
    );
    await clickInWebview('details.removed summary');
    await clickInWebview('details.removed .entries button');
    await until(
      () => vscode.window.activeTextEditor?.document.uri.scheme === 'oneroster-compared',
      'the earlier file',
    );
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    assert.equal(editor.document.getText(), users);
    assert.equal(editor.document.lineAt(editor.selection.start.line).text, second);
  });

  it('leads to a record of the file itself, and compares again', async () => {
    const [, second = ''] = users.split('\r\n');
    await writeFile(district.path('users.csv'), users.replace(second, second.replace(/,true,/, ',false,')));
    await runFromPalette(title);
    await pick('Last Commit');
    await waitForTextInWebview('enabledUser', 'tbody th');
    await clickInWebview('.entries .link.after');
    await until(() => vscode.window.activeTextEditor?.selection.start.line === 1, 'the record');
    assert.equal(basename(vscode.window.activeTextEditor?.document.uri.fsPath ?? ''), 'users.csv');
    await writeFile(district.path('users.csv'), users);
    await clickInWebview('.again');
    await waitForTextInWebview('The rosters hold the same.', '.verdict');
  });

  it('says what is wrong with a revision that git does not know', async () => {
    await runFromPalette(title);
    await pick('Git Revision…');
    await waitForText('as it was at which revision', '.quick-input-widget');
    await type('v99');
    await press('Enter');
    await waitForNotification('git knows no revision "v99"');
  });
});
