// The first five minutes as a person has them: each step of the walkthrough does what it says, and is done when something has come
// of it.
import assert from 'node:assert/strict';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { waitForStatus } from './support/district';
import {
  clearNotifications,
  click,
  clickDialogButton,
  clickNotificationButton,
  describeWithPage,
  notifications,
  pick,
  press,
  quickInput,
  screenshot,
  texts,
  type,
  waitForNotification,
  waitForText,
  waitUntilGone,
} from './support/page';
import { until } from './support/until';

const done = '.getting-started-step .codicon-getting-started-step-checked';

describeWithPage('the first steps', () => {
  const root = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  const sample = join(root, 'sample-district');

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
    await click('.getting-started-step.expanded .monaco-button');
    await pick('A folder of my own…');
    await until(async () => (await quickInput()).value !== '', 'the dialog');
    await press('ControlOrMeta+A');
    await type(`${root}/`);
    await screenshot('tour-2-folder');
    await press('Enter');
    await waitForStatus('sample-district');
    assert.equal((await readdir(sample)).length, 8);
    await openStep('Mend what is wrong');
    await until(async () => (await stepsDone()) === 1, 'the first step to be done');
    await screenshot('tour-3-open');
  });
});
void [clickDialogButton, clickNotificationButton, notifications, waitForNotification, waitUntilGone];
