import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { createDistrict, waitForStatus, type District } from './support/district';
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
  waitUntilGone,
} from './support/page';
import { until } from './support/until';

describeWithPage('converting a roster', () => {
  let district: District;
  let folder = '';

  before(async () => {
    district = await createDistrict('northside');
    folder = `${district.folder}-1.2`;
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await district.remove();
    await rm(folder, { recursive: true, force: true });
  });

  beforeEach(async () => {
    await clearNotifications();
    await vscode.window.showTextDocument(vscode.Uri.file(district.path('users.csv')));
  });

  it('shows what would change before anything is written, and writes it where a person wants it', async () => {
    await runFromPalette('OneRoster: Convert Roster');
    const { placeholder, items } = await quickInput();
    assert.match(placeholder, /^northside is a roster of OneRoster 1\.1/);
    assert.deepEqual(items, ['OneRoster 1.2', 'OneRoster 1.0']);
    await pick('OneRoster 1.2');
    await waitForNotification('nothing is written yet. Nothing is lost.');
    await waitForText('northside in OneRoster 1.2 (preview)', '.tab');
    await waitForText('Nothing is written yet.', '.multiDiffEntry');
    await waitForText('roles.csv is made', '.multiDiffEntry');
    await waitForText('oneroster.version,1.2', '.multiDiffEntry');
    await screenshot('convert-preview');
    assert.deepEqual(await readdir(folder).catch(() => 'not there'), 'not there');
    await clickNotificationButton('Write…');
    const { value } = await quickInput();
    assert.equal(value, folder);
    await press('Enter');
    await waitForNotification(`is in ${folder}: 9 files.`);
    const users = await readFile(join(folder, 'users.csv'), 'utf8');
    assert.match(users, /^sourcedId,status,dateLastModified,enabledUser,username,/);
    assert.ok((await readdir(folder)).includes('roles.csv'));
    await vscode.window.showTextDocument(vscode.Uri.file(join(folder, 'users.csv')));
    await waitForStatus('northside-1.2 1.2');
    assert.deepEqual(vscode.languages.getDiagnostics(vscode.Uri.file(join(folder, 'users.csv'))), []);
  });

  it('says what would be lost, and forgets it where a person does not want it', async () => {
    await runFromPalette('OneRoster: Convert Roster');
    await pick('OneRoster 1.0');
    await waitForNotification('cannot be carried over');
    await waitForText('has no place in OneRoster 1.0', '.multiDiffEntry');
    await waitForStatus('Write northside in OneRoster 1.0');
    await clickNotificationButton('Discard');
    await waitUntilGone('[id="oneroster-tools.oneroster.oneroster.conversion"]:not([style*="none"])');
    assert.equal((await readdir(join(district.folder, '..'))).includes('northside-1.0'), false);
  });

  it('refuses a folder that has a roster, and lets another be named from the status bar', async () => {
    await runFromPalette('OneRoster: Convert Roster');
    await pick('OneRoster 1.2');
    await waitForNotification('nothing is written yet');
    await clickNotificationButton('Write…');
    await quickInput();
    await press('ControlOrMeta+A');
    await type(district.folder);
    await press('Enter');
    await waitForNotification('nothing is overwritten');
    await clearNotifications();
    await click('[id="oneroster-tools.oneroster.oneroster.conversion"] a');
    await quickInput();
    await press('ControlOrMeta+A');
    await type(`${folder}b`);
    await press('Enter');
    await waitForNotification(`is in ${folder}b`);
    await rm(`${folder}b`, { recursive: true, force: true });
  });
});

describeWithPage('converting a roster with errors', () => {
  let district: District;

  before(async () => {
    district = await createDistrict('broken');
    const users = await readFile(district.path('users.csv'), 'utf8');
    await writeFile(district.path('users.csv'), users.replace(',teacher,', ',techer,'));
    await vscode.window.showTextDocument(vscode.Uri.file(district.path('users.csv')));
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await district.remove();
  });

  it('asks first, and then shows it as it is', async () => {
    await clearNotifications();
    await runFromPalette('OneRoster: Convert Roster');
    await pick('OneRoster 1.2');
    await waitForNotification('so it was not converted');
    await clickNotificationButton('Convert Anyway');
    await waitForNotification('nothing is written yet');
    await waitForText('The new roster would have 1 error', '.multiDiffEntry');
    await clickNotificationButton('Discard');
  });
});

describeWithPage('making a new roster', () => {
  let folder = '';

  before(() => {
    folder = join(vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '', 'my-roster');
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await rm(folder, { recursive: true, force: true });
  });

  it('asks for consumer, version and folder, and opens it without a problem', async () => {
    await clearNotifications();
    await runFromPalette('OneRoster: New Roster');
    const consumers = await quickInput();
    assert.equal(consumers.placeholder, 'Who is to read the roster?');
    assert.ok(
      consumers.items.some((item) => item.startsWith('Incident IQ')),
      consumers.items.join('; '),
    );
    await pick('Incident IQ');
    const versions = await quickInput();
    assert.equal(versions.items.length, 2, versions.items.join('; '));
    await pick('OneRoster 1.1');
    const { value } = await quickInput();
    assert.equal(value, join(folder, '..', 'roster'));
    await press('ControlOrMeta+A');
    await type(folder);
    await press('Enter');
    await waitForNotification(`is in ${folder}: 8 files.`);
    await waitForStatus('my-roster 1.1 · bulk · Incident IQ');
    assert.equal(vscode.window.activeTextEditor?.document.uri.fsPath, join(folder, 'users.csv'));
    await until(() => vscode.window.activeTextEditor?.document.languageId === 'oneroster', 'the language');
    await screenshot('new-roster');
    for (const name of await readdir(folder)) {
      assert.deepEqual(vscode.languages.getDiagnostics(vscode.Uri.file(join(folder, name))), [], name);
    }
  });

  it('overwrites nothing', async () => {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'orgs.csv'), '');
    await clearNotifications();
    await runFromPalette('OneRoster: New Roster');
    await pick('HMH');
    await quickInput();
    await press('ControlOrMeta+A');
    await type('roster');
    await press('Enter');
    await until(async () => (await quickInput()).message.includes('whole path'), 'the folder to be refused');
    await press('ControlOrMeta+A');
    await type(folder);
    await press('Enter');
    await waitForNotification('nothing is overwritten');
  });
});
