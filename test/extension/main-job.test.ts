// The main job as a person does it: see the problems of the sample district, mend them, package, upload.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import { applyCorrections, readCorrections } from '../../scripts/sample-district/corrections.mjs';
import { findSshd, startOpensshServer } from '../node/sftp/openssh-server';
import { startPracticeServer } from '../support/practice-server';
import { waitForStatus } from './support/district';
import {
  clearNotifications,
  clickDialogButton,
  describeWithPage,
  notifications,
  pick,
  press,
  problemsPanel,
  runFromPalette,
  type,
  waitForNotification,
  waitForProblem,
  waitForText,
  waitUntilGone,
} from './support/page';
import { until } from './support/until';

const uploadTitle = 'OneRoster: Package & Upload';
const sshd = findSshd();

describeWithPage('the main job', () => {
  const extensionPath = vscode.extensions.getExtension('oneroster-tools.oneroster')?.extensionPath ?? '';
  let district = '';
  let remote = '';

  const path = (file: string) => join(district, file);
  const problems = (file: string) =>
    vscode.languages.getDiagnostics(vscode.Uri.file(path(file))).map(({ code }) => code);

  before(async () => {
    const root = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
    district = join(root, 'main-job');
    remote = await mkdtemp(join(tmpdir(), 'remote-'));
    await cp(join(extensionPath, 'examples/sample-district'), district, { recursive: true });
    await waitForStatus('main-job');
  });

  after(async () => {
    await rm(district, { recursive: true, force: true });
    await rm(remote, { recursive: true, force: true });
  });

  beforeEach(async () => {
    await clearNotifications();
  });

  afterEach(async () => {
    for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('workbench.action.files.revert');
    }
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('shows the problems of files that nobody has opened in the Problems panel', async () => {
    await waitForProblem('startDate is "8/17/2026"');
    const lines = await problemsPanel();
    assert.ok(
      lines.some((line) => line.includes('academicSessions.csv')),
      lines.join('\n'),
    );
    assert.ok(problems('users.csv').includes('invalid-value'));
  });

  it('takes a problem away when its field is mended by typing, and brings it back with undo', async () => {
    const document = await vscode.workspace.openTextDocument(path('users.csv'));
    const editor = await vscode.window.showTextDocument(document);
    assert.equal(document.languageId, 'oneroster');
    const at = document.getText().indexOf('techer');
    const range = new vscode.Range(document.positionAt(at), document.positionAt(at + 'techer'.length));
    const [problem] = vscode.languages
      .getDiagnostics(document.uri)
      .filter(({ code }) => code === 'invalid-value');
    assert.deepEqual(problem?.range, range);
    editor.selection = new vscode.Selection(range.start, range.end);
    await waitForText('(6 selected)', '.statusbar-item');
    await type('teacher');
    await until(() => !problems('users.csv').includes('invalid-value'), 'the problem to go');
    await press('ControlOrMeta+Z');
    await until(() => problems('users.csv').includes('invalid-value'), 'the problem to come back');
  });

  it('follows files that are deleted, created and renamed outside the editor', async () => {
    await rename(path('orgs.csv'), path('orgs.txt'));
    await until(() => problems('manifest.csv').includes('missing-file'), 'the missing file to be noticed');
    await rename(path('orgs.txt'), path('orgs.csv'));
    await until(() => !problems('manifest.csv').includes('missing-file'), 'the file to be back');
  });

  it("leaves other people's CSV files alone, and keeps a language that somebody else gave", async () => {
    const shop = join(district, '..', 'shop');
    await mkdir(shop);
    try {
      await writeFile(join(shop, 'users.csv'), 'id,name\n1,Ada\n');
      const other = await vscode.workspace.openTextDocument(join(shop, 'users.csv'));
      await vscode.window.showTextDocument(other);
      const document = await vscode.workspace.openTextDocument(path('courses.csv'));
      await vscode.window.showTextDocument(document);
      await until(() => document.languageId === 'oneroster', 'the roster to be recognised');
      assert.notEqual(other.languageId, 'oneroster');
      assert.deepEqual(vscode.languages.getDiagnostics(other.uri), []);
      const kept = await vscode.languages.setTextDocumentLanguage(document, 'json');
      await runFromPalette('OneRoster: Check Again');
      await until(
        () => problems('courses.csv').includes('surrounding-whitespace'),
        'the roster to be checked',
      );
      assert.equal(kept.languageId, 'json');
    } finally {
      await rm(shop, { recursive: true, force: true });
    }
  });

  it('packages and uploads the mended district, byte for byte what the command line packages', async () => {
    await applyCorrections(
      district,
      await readCorrections(join(extensionPath, 'examples/sample-district.corrections.json')),
    );
    await waitForStatus('main-job');
    await until(() => problems('users.csv').length === 0, 'the district to be without problems');
    const server = await startPracticeServer({ folder: remote, user: 'district', password: 'secret word' });
    try {
      await runFromPalette(uploadTitle);
      await waitForText('Connect to SFTP Server', '.quick-input-title');
      await type(`${server.url}/`);
      for (const step of ['1', '2', '3', '4']) {
        await waitForText(`(${step}/`, '.quick-input-title');
        await press('Enter');
      }
      await pick('Password');
      await waitForText('(6/', '.quick-input-title');
      await type('secret word');
      await press('Enter');
      await waitForText('(7/', '.quick-input-title');
      await pick('Incident IQ');
      await clickDialogButton('Trust and Continue');
      await clickDialogButton('Deliver');
      await waitForNotification('OneRoster.zip (');
    } finally {
      await server.stop();
    }
    assert.deepEqual(await readdir(remote), ['OneRoster.zip']);
    assert.deepEqual(await readFile(join(remote, 'OneRoster.zip')), await packageByCommandLine());
    assert.ok(!(await readFile(path('oneroster.config.json'), 'utf8')).includes('secret word'));
  });

  it(`uploads to OpenSSH's own server${sshd === undefined ? ' (NOT RUN: no sshd on this machine)' : ''}`, async function () {
    if (sshd === undefined) return this.skip();
    const server = await startOpensshServer(sshd);
    try {
      const keyFile = join(remote, 'key');
      await writeFile(keyFile, server.privateKey, { mode: 0o600 });
      const target = {
        url: `sftp://${server.user}@127.0.0.1:${String(server.port)}${server.folder}`,
        hostKey: server.hostKeyFingerprint,
        authentication: 'key',
        keyFile,
      };
      const config = { profile: 'incident-iq', targets: { openssh: target } };
      await writeFile(path('oneroster.config.json'), JSON.stringify(config));
      await runFromPalette(uploadTitle);
      await clickDialogButton('Deliver');
      await waitForNotification('there was no package before');
      assert.deepEqual(await readFile(join(server.folder, 'OneRoster.zip')), await packageByCommandLine());
      await clearNotifications();
      await runFromPalette(uploadTitle);
      await waitForNotification('It replaced the previous package in one step');
    } finally {
      await server.stop();
    }
  });

  it('says plainly what is missing when a command finds no roster', async () => {
    await rename(district, join(tmpdir(), 'main-job-aside'));
    try {
      await waitUntilGone('.statusbar-item:has-text("main-job")');
      await runFromPalette(uploadTitle);
      await until(async () => (await notifications()).some((text) => /roster/i.test(text)), 'an explanation');
    } finally {
      await rename(join(tmpdir(), 'main-job-aside'), district);
    }
  });

  async function packageByCommandLine(): Promise<Buffer> {
    const folder = await mkdtemp(join(tmpdir(), 'package-'));
    try {
      const zip = join(folder, 'OneRoster.zip');
      const program = join(extensionPath, 'dist/cli.js');
      await promisify(execFile)(process.execPath, [program, 'package', district, '--output', zip]);
      return await readFile(zip);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
});
