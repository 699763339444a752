// The tree of rosters in the side bar, used as a person does: with the mouse, with keys, and with its menus.
import assert from 'node:assert/strict';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { recordDelivery } from '../support/record-delivery';
import { createDistrict, type District } from './support/district';
import {
  clearNotifications,
  click,
  describeWithPage,
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

const tree = '.pane-body .monaco-list-row';
/** The row of a node by the beginning of what a screen reader says of it. */
const row = (label: string) => `${tree}[aria-label^="${label}"]`;

describeWithPage('the tree of rosters', () => {
  let district: District;

  before(async () => {
    district = await createDistrict('explorer');
    await vscode.commands.executeCommand('oneroster.rosters.focus');
    await waitForText('explorer', tree);
  });

  after(async () => {
    await vscode.workspace.getConfiguration('workbench').update('colorTheme', undefined, true);
    await vscode.commands.executeCommand('workbench.view.explorer');
    await district.remove();
  });

  beforeEach(() => clearNotifications());

  const expand = async (label: string, shows: string) => {
    await click(row(label));
    await press('ArrowRight');
    await waitForText('', row(shows));
  };
  const here = () => {
    const editor = vscode.window.activeTextEditor;
    const line = editor?.document.lineAt(editor.selection.active.line).text ?? '';
    return `${editor?.document.uri.path.split('/').at(-1) ?? ''}: ${line}`;
  };

  it('shows rosters, what is in them, and how many', async () => {
    await expand('explorer,', 'Schools,');
    assert.ok((await texts(row('explorer,')))[0]?.includes('1.1'));
    await expand('Schools,', 'Lincoln');
    await screenshot('explorer');
    console.log(await texts(tree));
  });
});
