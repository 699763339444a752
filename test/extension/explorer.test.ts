// The tree of rosters in the side bar, used as a person does: with the mouse, with keys, and with its menus.
import assert from 'node:assert/strict';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { cleanFiles } from '../../scripts/sample-district/planted-district.mjs';
import { schedulers } from '../../src/core/schedule/schedules';
import { writeSchedule } from '../../src/node/job/install-schedule';
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
  waitForNotification,
  waitForText,
  waitUntilGone,
} from './support/page';
import { chooseFromMenu, expand, row, tree } from './support/tree';
import { until } from './support/until';

/** Who is in the class that is looked into. */
const student = 'Ibáñez, Elena,';
const themes = [
  ['Visual Studio Dark', 'vs-dark'],
  ['Default High Contrast', 'hc-black'],
  ['Default High Contrast Light', 'hc-light'],
  ['Visual Studio Light', 'vs'],
] as const;
const units = join(homedir(), '.config/systemd/user');

describeWithPage('the tree of rosters', () => {
  let district: District;
  let other = '';

  before(async () => {
    district = await createDistrict('explorer');
    other = join(district.folder, '../other');
    await mkdir(other);
    for (const [file, text] of cleanFiles()) await writeFile(join(other, file), text);
    await vscode.commands.executeCommand('oneroster.rosters.focus');
    await waitForText('explorer', tree);
    await waitForText('other', tree);
  });

  after(async () => {
    await set('window.autoDetectColorScheme', undefined);
    await set('workbench.colorTheme', undefined);
    await rm(units, { recursive: true, force: true });
    for (const each of [district.folder, other]) await rm(each, { recursive: true, force: true });
    await vscode.commands.executeCommand('workbench.view.explorer');
  });

  beforeEach(() => clearNotifications());

  const set = (setting: string, value: unknown) =>
    vscode.workspace.getConfiguration().update(setting, value, vscode.ConfigurationTarget.Global);
  const here = () => {
    const editor = vscode.window.activeTextEditor;
    const line = editor?.document.lineAt(editor.selection.active.line).text ?? '';
    return `${editor?.document.uri.path.split('/').at(-1) ?? ''}: ${line}`;
  };
  const replace = async (file: string, from: string, to: string) => {
    const document = await vscode.workspace.openTextDocument(district.path(file));
    const at = document.getText().indexOf(from);
    assert.ok(at >= 0, `${file} has no ${from}`);
    const edit = new vscode.WorkspaceEdit();
    const range = new vscode.Range(document.positionAt(at), document.positionAt(at + from.length));
    edit.replace(document.uri, range, to);
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.ok(await document.save());
  };

  it('opens below a roster what people look for, with how many there are, down to who is in a class', async () => {
    await expand('explorer,', 'Schools,');
    await expand('Schools,', 'Larkspur Valley High School,');
    const [school = ''] = await texts(row('Larkspur Valley High School,'));
    assert.match(school, /\d+ people · \d+ classes/);
    await expand('Larkspur Valley High School,', 'Algebra I (Section 1),');
    await expand('Algebra I (Section 1),', student);
    const members = await texts(tree);
    const first = members.findIndex((text) => text.includes('Algebra I (Section 1)')) + 1;
    assert.match(members[first] ?? '', /teacher/);
  });

  it('goes on a click to the record, and leaves the focus in the tree', async () => {
    await click(row(student));
    await until(() => here().startsWith('users.csv: S100127,'), 'the record of the person');
    await waitForText('', `${tree}.focused[aria-label^="${student}"]`);
    await press('ArrowUp');
    await press('Enter');
    await until(() => /^users\.csv: [TS]\d+,/.test(here()) && !here().includes('S100127'), 'the one above');
  });

  it('shows a badge where something is wrong, which goes when that is mended, and stays as it was', async () => {
    await replace('users.csv', 'S100127,,,true,', 'S100127,,,maybe,');
    await waitForText('', `${row(student)}[aria-label*="1 error"]`);
    await waitForText('', `${row('explorer,')}[aria-label*="1 error"]`);
    await set('window.autoDetectColorScheme', false);
    for (const [theme, mark] of themes) {
      await set('workbench.colorTheme', theme);
      await waitForText('', `.monaco-workbench.${mark}`);
      await screenshot(`explorer-${mark}`);
    }
    await replace('users.csv', 'S100127,,,maybe,', 'S100127,,,true,');
    await waitUntilGone(`${row('explorer,')}[aria-label*="error"]`);
    await waitUntilGone(`${row(student)}[aria-label*="error"]`);
    await waitForText('', row(student));
  });

  it('has for a record what is done with one, by menu and by key', async () => {
    await chooseFromMenu(student, 'Copy sourcedId');
    await press('F1');
    await waitForText('', '.quick-input-widget');
    await until(async () => {
      await press('ControlOrMeta+V');
      return (await quickInput()).value.endsWith('S100127');
    }, 'the id to be pasted');
    await press('Escape');
    await chooseFromMenu(student, 'Open Enrollment');
    await until(
      () => here().startsWith('enrollments.csv: E') && here().includes(',S100127,'),
      'the enrollment',
    );
    await chooseFromMenu(student, 'Find All References');
    await waitForText('enrollments.csv', '.reference-zone-widget .monaco-list-row');
    await press('Escape');
    await waitUntilGone('.peekview-widget');
    await click(row(student));
    await press('F2');
    await waitForText('', '.rename-box input:focus');
    await press('Escape');
    await click(`${row('Schools,')} .monaco-tl-twistie`);
    await waitForText('', row('Targets,'));
  });

  it('does for a roster what its menu says, without asking which one is meant', async () => {
    await chooseFromMenu('other,', 'Preview Import');
    await until(
      () => vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label.includes('other'))),
      'the preview of the other roster',
    );
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await chooseFromMenu('People,', 'Open Table Preview');
    await until(
      () =>
        vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label.includes('users.csv'))),
      'the preview of the people',
    );
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('tells of a target when it was delivered to, and when that comes next', async () => {
    const targets = {
      practice: { url: 'sftp://north@sftp.example.org/in' },
      spare: { url: 'sftp://x@example.org/y' },
    };
    await writeFile(
      district.path('oneroster.config.json'),
      JSON.stringify({ targets, defaultTarget: 'practice' }),
    );
    await waitForText('2', row('Targets,'));
    await expand('Targets,', 'practice,');
    await expand('spare,', 'Next Run, not scheduled');
    await click(`${row('spare,')} .monaco-tl-twistie`);
    await expand('practice,', 'Next Run, not scheduled');
    await writeSchedule(
      schedulers.systemd({
        ...{ name: 'North', time: { hour: 23, minute: 30 }, folder: district.folder },
        ...{ program: ['/usr/bin/node', '/opt/cli.js'], isElectron: false },
        args: ['run', district.folder, '--target', 'practice'],
      }),
      units,
    );
    await mkdir(join(units, 'timers.target.wants'));
    await mkdir(join(district.folder, '.oneroster/deliveries'), { recursive: true });
    await symlink(
      join(units, 'oneroster-north.timer'),
      join(units, 'timers.target.wants/oneroster-north.timer'),
    );
    // A receipt in the history is seen at once.
    await recordDelivery(district.folder);
    await waitForText('', row('Last Delivery, '));
    await waitForText('', `${row('Next Run, ')}[aria-label*="North"]`);
    const [next = ''] = await texts(row('Next Run, '));
    assert.match(next, /\d{4}-\d\d-\d\d 23:30 · North · systemd/);
    await screenshot('explorer-targets');
    await click(row('Last Delivery, '));
    await until(() => here().includes('.json'), 'the receipt');
    await chooseFromMenu('practice,', 'Forget Saved Password');
    await waitForNotification('No password is saved for practice.');
    await click(row('practice,'));
    await until(() => here().includes('practice'), 'the configuration');
  });

  it('says what to do where there is no roster', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const each of [district.folder, other]) await rm(each, { recursive: true, force: true });
    await waitForText('There is no roster in this folder.', '.welcome-view');
    await screenshot('explorer-empty');
    await click('.welcome-view .monaco-button:has-text("New Roster")');
    await waitForText('New Roster', '.quick-input-title');
    await press('Escape');
  });
});
