import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { startPracticeServer, type PracticeServer } from '../support/practice-server';
import { createKeyPair } from '../../src/node/practice/key-pair';
import { createDistrict, type District } from './support/district';
import {
  clearNotifications,
  clickDialogButton,
  clickNotificationButton,
  describeWithPage,
  pick,
  press,
  quickInput,
  runFromPalette,
  waitForNotification,
  waitForText,
  waitUntilGone,
} from './support/page';
import { until } from './support/until';

const user = 'careless';
const password = 'S3cret-in-a-file';
const uploadTitle = 'OneRoster: Package & Upload';

describeWithPage('secrets in files, and the folder on the server', () => {
  let district: District;
  let remote = '';
  let server: PracticeServer;
  const key = createKeyPair();

  before(async () => {
    district = await createDistrict('careless');
    remote = await mkdtemp(join(tmpdir(), 'practice-'));
    server = await startPracticeServer({
      folder: remote,
      user,
      password,
      methods: ['password', 'publickey'],
      authorizedKey: key.public,
    });
  });

  after(async () => {
    await server.stop();
    await district.remove();
    await rm(remote, { recursive: true, force: true });
  });

  beforeEach(async () => {
    await clearNotifications();
  });

  const configPath = () => district.path('oneroster.config.json');

  async function writeConfig(more: Readonly<Record<string, string>>): Promise<void> {
    const { host, port, hostKeyFingerprint: hostKey } = server;
    const target = { host, port, user, hostKey, ...more };
    const text = JSON.stringify({ profile: 'incident-iq', targets: { iiq: target } }, undefined, 2);
    await writeFile(configPath(), `${text}\n`);
  }

  /** Opens a file, waits for a problem in it, and does what its quick fix for a secret offers. */
  async function moveSecretIn(path: string): Promise<void> {
    const document = await vscode.workspace.openTextDocument(path);
    await vscode.window.showTextDocument(document);
    const offers = async () => {
      const whole = new vscode.Range(0, 0, document.lineCount, 0);
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        whole,
      );
      return actions.filter(({ title }) => title.startsWith('Move this'));
    };
    await until(async () => (await offers()).length === 1, 'the offer to move the secret');
    const [action] = await offers();
    assert.ok(action?.command && action.isPreferred === true);
    const values: readonly unknown[] = action.command.arguments ?? [];
    await vscode.commands.executeCommand(action.command.command, ...values);
    await waitForNotification('It is kept for the target "iiq" now');
  }

  async function uploadsUnasked({ isFirst = false } = {}): Promise<void> {
    await clearNotifications();
    await runFromPalette(uploadTitle);
    if (isFirst) await clickDialogButton('Deliver');
    await waitForNotification('is on 127.0.0.1');
  }

  it('moves a password out of the configuration, and logs in with it', async () => {
    await writeConfig({ password });
    await moveSecretIn(configPath());
    const text = await readFile(configPath(), 'utf8');
    assert.ok(!text.includes(password) && !text.includes('"password"'), text);
    assert.ok(text.includes('"hostKey"'), text);
    await uploadsUnasked({ isFirst: true });
    assert.ok(server.logins.includes('password'));
  });

  it('says of a package that it has been collected', async () => {
    await uploadsUnasked();
    await rm(join(remote, 'OneRoster.zip'));
    await clickNotificationButton('Watch');
    // With the list open, for a toast may be gone again by now.
    await vscode.commands.executeCommand('notifications.showList');
    await waitForText('"OneRoster.zip" has been collected.', '.notifications-center');
    await vscode.commands.executeCommand('notifications.hideList');
  });

  it('lists the folder on the server, again when asked', async () => {
    await writeFile(join(remote, 'OneRoster.zip'), 'x'.repeat(1234));
    await runFromPalette('OneRoster: Show Remote Folder');
    await waitForText('OneRoster.zip', '.quick-input-widget');
    const { title, items } = await quickInput();
    assert.equal(title, '127.0.0.1: . (1)');
    assert.ok(
      items.some((item) => item.includes('OneRoster.zip') && item.includes('1.2 kB')),
      items.join('; '),
    );
    await writeFile(join(remote, 'report.txt'), 'x');
    await pick('Look Again');
    await waitForText('report.txt', '.quick-input-widget');
    await press('Escape');
    await waitUntilGone('.quick-input-widget');
    assert.deepEqual((await readdir(remote)).sort(), ['OneRoster.zip', 'report.txt']);
  });

  it('finds a password and a private key in what Git has, moves them, and logs in with the key', async () => {
    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-C', district.folder, ...args], { stdio: 'ignore' });
    await writeFile(district.path('.env'), `A=1\nONEROSTER_SFTP_PASSWORD=${password}\nB=2\n`);
    await writeFile(district.path('id_upload'), key.private);
    git('init', '--quiet');
    git('add', '--force', '.env', 'id_upload');
    await writeConfig({ authentication: 'key', keyFile: 'id_upload' });
    await vscode.commands.executeCommand('oneroster.checkAgain');
    // Whatever is saved has the files looked at.
    const document = await vscode.workspace.openTextDocument(district.path('.env'));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '# Settings\n');
    await vscode.workspace.applyEdit(edit);
    await document.save();

    await moveSecretIn(district.path('.env'));
    assert.equal(await readFile(district.path('.env'), 'utf8'), '# Settings\nA=1\nB=2\n');
    await clearNotifications();
    await moveSecretIn(district.path('id_upload'));
    assert.ok(!existsSync(district.path('id_upload')));
    const before = server.logins.length;
    await uploadsUnasked();
    assert.ok(server.logins.slice(before).includes('publickey'));
  });
});
