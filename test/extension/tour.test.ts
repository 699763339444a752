// The first five minutes as a person has them: each step of the walkthrough does what it says, and is done when something has come
// of it.
import assert from 'node:assert/strict';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { waitForStatus } from './support/district';
import {
  clearNotifications,
  click,
  clickDialogButton,
  clickNotificationButton,
  describeWithPage,
  pick,
  press,
  quickInput,
  screenshot,
  texts,
  type,
  waitForNotification,
  waitForText,
} from './support/page';
import { openLightbulb } from './support/lightbulb';
import { until } from './support/until';

const button = '.getting-started-step.expanded .monaco-button';
const done = '.getting-started-step .codicon-getting-started-step-checked';

describeWithPage('the first steps', () => {
  const root = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  const sample = join(root, 'sample-district');
  const users = vscode.Uri.file(join(sample, 'users.csv'));

  before(async () => {
    await clearNotifications();
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await rm(sample, { recursive: true, force: true });
  });

  async function openStep(title: string): Promise<void> {
    await vscode.commands.executeCommand('workbench.action.openWalkthrough', {
      category: 'oneroster-tools.oneroster#firstSteps',
    });
    await waitForText(title, '.getting-started-step');
  }

  async function stepsDone(): Promise<number> {
    return (await texts(done)).length;
  }

  it('opens a copy of the sample where a person wants it', async () => {
    await openStep('Open the sample');
    await screenshot('tour-1-start');
    await click(button);
    await pick('A folder of my own…');
    assert.equal(await acceptFolder(), root);
    await waitForStatus('sample-district');
    assert.equal((await readdir(sample)).length, 8);
    await openStep('Mend what is wrong');
    await until(async () => (await stepsDone()) === 1, 'the first step to be done');
    await screenshot('tour-3-open');
  });

  it('leads to what is wrong, and is content when it is mended', async () => {
    await click(button);
    await waitForText('role is "techer"', '.marker-widget');
    await screenshot('tour-4-problem');
    await press('Escape');
    await openLightbulb('Write "teacher"');
    await press('Enter');
    await until(() => vscode.languages.getDiagnostics(users).length === 0, 'the problem to go');
    await vscode.workspace.saveAll();
    await openStep('Connect to a server');
    await until(async () => (await stepsDone()) === 2, 'the second step to be done');
  });

  it('starts a practice server on this computer, and connects to it', async () => {
    await click(button);
    await waitForNotification('The practice server runs at 127.0.0.1:');
    const config = JSON.parse(await readFile(join(sample, 'oneroster.config.json'), 'utf8')) as SampleConfig;
    assert.equal(config.defaultTarget, 'practice');
    const { host, port, user, hostKey } = config.targets.practice;
    assert.deepEqual([host, user], ['127.0.0.1', 'practice']);
    assert.match(hostKey, /^SHA256:/);
    assert.ok(port > 0);
    assert.ok(
      !JSON.stringify(config).includes('password"'.replace('"', '":')),
      'no password is written down',
    );
    await clearNotifications();
    await until(async () => (await stepsDone()) === 3, 'the third step to be done');
    await screenshot('tour-5-connected');
  });

  it('uploads there', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await openStep('Upload');
    await click(button);
    await waitForText('for the first time?', '.monaco-dialog-box');
    await clickDialogButton('Deliver');
    await waitForNotification('is on 127.0.0.1');
    await screenshot('tour-6-uploaded');
    await clearNotifications();
    await openStep('Let it run every night');
    await until(async () => (await stepsDone()) === 4, 'the fourth step to be done');
  });

  it('schedules it: what is made is shown, and saved at a word', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await openStep('Let it run every night');
    await click(button);
    await answer('What the job is called');
    await answer('When it runs every day');
    await answer('systemd');
    await answer('The file with ONEROSTER_SFTP_PASSWORD', join(root, 'job.env'));
    await waitForNotification('is ready. Nothing is installed yet.');
    await clickNotificationButton('Save Files');
    const folder = await acceptFolder();
    await waitForNotification(`are in ${folder}`);
    const units = (await readdir(folder)).filter((name) => /\.(?:timer|service)$/.test(name));
    assert.equal(units.length, 2);
    for (const unit of units) await rm(join(folder, unit));
    await clearNotifications();
    await openStep('Let it run every night');
    await until(async () => (await stepsDone()) === 5, 'the last step to be done');
    await screenshot('tour-7-done');
  });
});

interface SampleConfig {
  readonly defaultTarget: string;
  readonly targets: {
    readonly practice: {
      readonly host: string;
      readonly port: number;
      readonly user: string;
      readonly hostKey: string;
    };
  };
}

async function answer(question: string, text?: string): Promise<void> {
  await waitForText(question, '.quick-input-widget');
  if (text !== undefined) {
    await press('ControlOrMeta+A');
    await type(text);
  }
  await press('Enter');
}

/** Takes the folder that the editor's own dialog proposes, once it has read it, and says which one that is. */
async function acceptFolder(): Promise<string> {
  await until(async () => (await quickInput()).value !== '', 'the dialog');
  await waitForText('..', '.quick-input-list');
  const { value } = await quickInput();
  await click('.quick-input-action .monaco-button');
  return value.replace(/\/$/, '');
}
