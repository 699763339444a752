import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Receipt } from '../../src/core/delivery/receipt';
import { startPracticeServer, type PracticeServer } from '../support/practice-server';
import { createDistrict, type District } from './support/district';
import {
  clearNotifications,
  clickDialogButton,
  describeWithPage,
  dialog,
  pick,
  press,
  quickInput,
  runFromPalette,
  screenshot,
  type,
  waitForNotification,
  waitForText,
  waitForTextInWebview,
  waitUntilGone,
} from './support/page';
import { until } from './support/until';

const title = 'OneRoster: Delivery History';
const uploadTitle = 'OneRoster: Package & Upload';
const password = 'correct horse';

describeWithPage('the history of deliveries', () => {
  let district: District;
  let remote = '';
  let server: PracticeServer;

  before(async () => {
    district = await createDistrict('history');
    remote = await mkdtemp(join(tmpdir(), 'practice-'));
    server = await startPracticeServer({ folder: remote, user: 'district', password });
    const target = { url: server.url, hostKey: server.hostKeyFingerprint };
    const config = {
      targets: { practice: target, other: { url: 'sftp://x@sftp.example.org' } },
      defaultTarget: 'practice',
    };
    await writeFile(district.path('oneroster.config.json'), JSON.stringify(config));
  });

  after(async () => {
    await server.stop();
    await runFromPalette('OneRoster: Forget Saved Password');
    await waitForText('sftp://district@127.0.0.1', '.quick-input-widget');
    await press('Enter');
    await waitForNotification('Forgotten:');
    await district.remove();
    await rm(remote, { recursive: true, force: true });
  });

  beforeEach(async () => {
    await clearNotifications();
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  const packageOnServer = () => readFile(join(remote, 'history.zip'));

  /** The receipts by their names, the first delivery first. */
  async function receipts(): Promise<readonly (Receipt & { readonly id: string })[]> {
    const folder = district.path('.oneroster/deliveries');
    const names = (await readdir(folder, { recursive: true }))
      .filter((name) => name.endsWith('.json'))
      .sort();
    const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
    return texts.map((text, at) => ({
      ...(JSON.parse(text) as Receipt),
      id: (names[at] ?? '').replace(/\.json$/, '').replaceAll('\\', '/'),
    }));
  }

  async function upload(): Promise<void> {
    const count = (await receipts().catch(() => [])).length;
    await runFromPalette(uploadTitle);
    await waitForText('district@127.0.0.1', '.quick-input-widget');
    await pick('practice');
    if (count === 0) {
      await clickDialogButton('Deliver');
      await waitForText('Password of district', '.quick-input-widget');
      await type(password);
      await press('Enter');
    }
    await until(
      async () => (await receipts().catch(() => [])).length > count,
      'the delivery to be on record',
    );
    await clearNotifications();
  }

  it('says where nothing has been delivered', async () => {
    await runFromPalette(title);
    await waitForNotification('Nothing has been delivered from history yet.');
  });

  it('lists what was delivered, the latest first, and shows a receipt', async () => {
    await upload();
    const path = district.path('enrollments.csv');
    const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
    await writeFile(path, `${lines.slice(0, -20).join('\n')}\n`);
    await runFromPalette(title);
    await waitForText('practice (127.0.0.1)', '.quick-input-widget');
    const { title: shown, placeholder, items } = await quickInput();
    assert.deepEqual([shown, placeholder], ['Delivery History of history (1/2)', 'Which delivery?']);
    assert.equal(items.length, 1);
    assert.match(items[0] ?? '', /\d{4}-\d\d-\d\d \d\d:\d\d/);
    await screenshot('history');
    await press('Enter');
    await waitForText('Upload Again', '.quick-input-widget');
    await pick('Show Receipt');
    await until(() => vscode.window.activeTextEditor?.document.languageId === 'json', 'the receipt');
    const receipt = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(receipt, /"guarantee": "rename-no-previous"|"sha256"/);
    assert.ok(!receipt.includes(password));
  });

  it('rolls back to an earlier package after asking, and the receipt says so', async () => {
    const first = await packageOnServer();
    await upload();
    assert.notDeepEqual(await packageOnServer(), first);
    const before = await receipts();
    await runFromPalette(title);
    await waitForText('delivered last', '.quick-input-widget');
    assert.equal((await quickInput()).items.length, 2);
    await press('ArrowDown');
    await press('Enter');
    await waitForText('Roll Back to This Package', '.quick-input-widget');
    await screenshot('history-actions');
    await pick('Roll Back to This Package');
    const question = await dialog();
    assert.match(question, /Roll practice back to the package of \d{4}-/);
    assert.match(question, /Against what is there now: 20 created, 0 changed, 0 removed\./);
    await screenshot('history-rollback');
    await clickDialogButton('Cancel');
    await waitUntilGone('.monaco-dialog-box');
    assert.equal((await receipts()).length, before.length);
    await runFromPalette(title);
    await waitForText('delivered last', '.quick-input-widget');
    await press('ArrowDown');
    await press('Enter');
    await pick('Roll Back to This Package');
    await clickDialogButton('Roll Back');
    await waitForNotification('replaced the previous package in one step');
    await until(async () => (await receipts()).length > before.length, 'the rollback to be on record');
    assert.deepEqual(await packageOnServer(), first);
    const last = (await receipts()).at(-1);
    assert.ok(last);
    assert.equal(last.rollbackTo, before[0]?.id);
    assert.equal(last.reason, `Rolled back to ${before[0]?.id ?? ''}`);
    const enrollments = last.changes?.find(({ file }) => file === 'enrollments.csv');
    assert.deepEqual([enrollments?.created, enrollments?.removed], [20, 0]);
  });

  it('uploads the last package again, goes back a step, and compares with the roster', async () => {
    const count = (await receipts()).length;
    await runFromPalette(title);
    await waitForText('a rollback', '.quick-input-widget');
    await press('Enter');
    await waitForText('Upload Again', '.quick-input-widget');
    await vscode.commands.executeCommand('workbench.action.quickInputBack');
    await waitForText('(1/2)', '.quick-input-title');
    await press('Enter');
    await pick('Upload Again');
    assert.match(await dialog(), /Upload the package of .* to practice again\?/);
    await clickDialogButton('Upload Again');
    await until(async () => (await receipts()).length > count, 'the delivery to be on record');
    assert.match((await receipts()).at(-1)?.reason ?? '', /^Uploaded again: /);
    assert.equal((await receipts()).at(-1)?.rollbackTo, undefined);
    await clearNotifications();
    await runFromPalette(title);
    await waitForText('delivered last', '.quick-input-widget');
    await press('Enter');
    await pick('Compare with the Roster');
    await waitForTextInWebview('20 removed', '.verdict');
  });

  it('leads to the package, and is told by others which target is meant', async () => {
    const roster = vscode.Uri.file(district.folder);
    await vscode.commands.executeCommand('oneroster.history', { roster, target: 'other' });
    await waitForNotification('Nothing has been delivered from history to other yet.');
    void vscode.commands.executeCommand('oneroster.history', { roster, target: 'practice' });
    await waitForText('delivered last', '.quick-input-widget');
    await press('Enter');
    await pick('Reveal Package');
    await waitForText('.zip', '.explorer-folders-view .monaco-list-row.selected');
  });

  it('finds a delivery by what is typed, and leaves a receipt out that it cannot understand', async () => {
    const all = await receipts();
    const damaged = district.path(`.oneroster/deliveries/${all.at(-1)?.id ?? ''}.json`);
    const text = await readFile(damaged, 'utf8');
    await writeFile(damaged, '{');
    await runFromPalette(title);
    await waitForNotification('cannot be understood as a receipt, and is left out.');
    assert.equal((await quickInput()).items.length, all.length - 1);
    await type('a rollback');
    await until(async () => (await quickInput()).items.length === 1, 'only the rollback to be listed');
    await press('Escape');
    await writeFile(damaged, text);
  });

  it('offers no upload of a package that is no longer kept', async () => {
    const [first] = await receipts();
    await rm(district.path(`.oneroster/deliveries/${first?.id ?? ''}.zip`));
    await runFromPalette(title);
    await waitForText('package no longer kept', '.quick-input-widget');
    await press('ArrowUp');
    await press('Enter');
    await waitForText('Show Receipt', '.quick-input-widget');
    assert.equal((await quickInput()).items.length, 1);
    await press('Escape');
  });
});
