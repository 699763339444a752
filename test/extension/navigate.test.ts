// A roster read and changed as one does with code: by the keys and views that a programmer knows.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { createDistrict, type District } from './support/district';
import {
  clearNotifications,
  click,
  describeWithPage,
  press,
  quickInput,
  runFromPalette,
  screenshot,
  texts,
  type,
  waitForNotification,
  waitForText,
  waitUntilGone,
} from './support/page';
import { until } from './support/until';

const files = ['orgs.csv', 'users.csv', 'classes.csv', 'enrollments.csv'] as const;

describeWithPage('a roster as code', () => {
  let district: District;

  before(async () => {
    district = await createDistrict('navigate');
  });

  after(() => district.remove());

  beforeEach(() => clearNotifications());

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  /** Opens a file with the cursor inside the first place of a text that stands in the file's records. */
  const openAt = async (file: string, text: string): Promise<vscode.TextEditor> => {
    const document = await vscode.workspace.openTextDocument(district.path(file));
    const offset = document.getText().indexOf(text, document.lineAt(0).text.length);
    assert.ok(offset > 0, `${file} has no ${text}`);
    const at = document.positionAt(offset + 1);
    return vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at), preview: false });
  };
  const here = () => {
    const editor = vscode.window.activeTextEditor;
    const line = editor?.document.lineAt(editor.selection.active.line).text ?? '';
    return `${editor?.document.uri.path.split('/').at(-1) ?? ''}: ${line}`;
  };
  const read = (file: string) => readFile(district.path(file), 'utf8');
  /** How often an id stands in a file as a whole. */
  const count = (text: string, id: string) =>
    text.match(new RegExp(`(?<![\\w-])${id}(?![\\w-])`, 'g'))?.length ?? 0;

  it('goes with F12 from an enrollment to its person', async () => {
    await openAt('enrollments.csv', 'S100001');
    await press('F12');
    await until(() => here().startsWith('users.csv: S100001,'), 'users.csv to show the person');
  });

  it('peeks at the definition beside the reference', async () => {
    await openAt('enrollments.csv', 'S100001');
    await runFromPalette('Peek Definition');
    await waitForText('users.csv', '.peekview-widget .peekview-title');
    await waitForText('S100001', '.peekview-widget .view-line');
    await press('Escape');
    await waitUntilGone('.peekview-widget');
    assert.match(here(), /^enrollments\.csv/);
  });

  it('lists with Shift+F12 who refers to a person, file by file', async () => {
    await openAt('users.csv', 'S100001');
    await press('Shift+F12');
    const uses = count(await read('enrollments.csv'), 'S100001');
    assert.ok(uses > 1);
    await waitForText(
      String(uses),
      '.reference-zone-widget .monaco-list-row:has-text("enrollments.csv") .monaco-count-badge',
    );
    await screenshot('references');
    await press('Escape');
    await waitUntilGone('.peekview-widget');
  });

  it('marks the other places of the id under the cursor', async () => {
    await openAt('enrollments.csv', 'S100001');
    await waitForText('', '.monaco-editor .cdr.wordHighlight');
  });

  it('renames with F2 in all files, and says what consumers will see', async () => {
    const before = await Promise.all(files.map(read));
    const places = before.map((text) => count(text, 'SCH-100'));
    await openAt('users.csv', 'SCH-100');
    await press('F2');
    await waitForText('', '.rename-box input:focus');
    await press('ControlOrMeta+A');
    await type('SCH-900');
    await screenshot('rename');
    await press('Enter');
    await waitForNotification('"SCH-100" becomes "SCH-900" in');
    await waitForNotification('will see a new organization');
    await until(async () => {
      const now = await Promise.all(files.map(read));
      return now.every((text) => count(text, 'SCH-100') === 0);
    }, 'the files to be saved');
    const after = await Promise.all(files.map(read));
    assert.deepEqual(
      after.map((text) => count(text, 'SCH-900')),
      places,
    );
    // Nothing but the id has changed.
    assert.deepEqual(
      after.map((text) => text.replaceAll('SCH-900', 'SCH-100')),
      before,
    );
    await vscode.workspace.saveAll();
  });

  it('refuses an id that another person has, and does not rename what is no id', async () => {
    await openAt('users.csv', 'S100001');
    await press('F2');
    await waitForText('', '.rename-box input:focus');
    await press('ControlOrMeta+A');
    await type('T200001');
    await press('Enter');
    await waitForNotification('"T200001" is the id of another person already: users.csv, record 2.');
    await screenshot('rename-refused');
    await openAt('users.csv', 'student');
    await press('F2');
    await waitForText('Only ids can be renamed.', '.monaco-editor-overlaymessage');
    assert.equal(count(await read('users.csv'), 'T200001'), 1);
  });

  it('shows columns and people in the outline, and the one under the cursor above the text', async () => {
    const editor = await openAt('users.csv', 'S100001');
    const given = editor.document.lineAt(editor.selection.active.line).text.split(',')[8] ?? '';
    await waitForText(given, '.breadcrumbs-control');
    await vscode.commands.executeCommand('outline.focus');
    await waitForText('357 records', '.outline-tree');
    await waitForText('sourcedId', '.outline-tree');
    await press('End');
    const last = editor.document.lineAt(editor.document.lineCount - 2).text.split(',')[9] ?? '';
    await waitForText(last, '.outline-tree');
    await screenshot('outline');
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await vscode.commands.executeCommand('workbench.action.gotoSymbol');
    await quickInput();
    await type('uma yamada');
    await press('Enter');
    await until(() => here().startsWith('users.csv: T200001,'), 'the person to be shown');
  });

  it('finds a person in the workspace by name, and by id', async () => {
    for (const asked of ['uma yamad', 'T200001']) {
      await vscode.commands.executeCommand('workbench.action.showAllSymbols');
      await quickInput();
      await type(asked);
      await waitForText('Uma Yamada · T200001', '.quick-input-list .monaco-list-row');
      await screenshot('record-search');
      await press('Enter');
      await until(() => here().startsWith('users.csv: T200001,'), 'the person to be shown');
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    }
  });

  it('says above a school who uses it, and leads there by a click', async () => {
    await openAt('orgs.csv', 'DST-001');
    await waitForText('used by', '.codelens-decoration a');
    await screenshot('uses');
    await click('.codelens-decoration a:has-text("files")');
    // Its own record is none of them.
    await waitForText('4', '.reference-zone-widget .peekview-title');
    await waitForText('users.csv', '.reference-zone-widget .monaco-list-row');
    await screenshot('uses-peek');
    await press('Escape');
    await waitUntilGone('.peekview-widget');
    const settings = vscode.workspace.getConfiguration('oneroster');
    try {
      await settings.update('usesLens.maxRecords', 0, vscode.ConfigurationTarget.Global);
      await waitUntilGone('.codelens-decoration a:has-text("used by")');
    } finally {
      await settings.update('usesLens.maxRecords', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('folds the records of each school, and keeps the header in view', async () => {
    await openAt('enrollments.csv', 'E500001');
    await vscode.commands.executeCommand('editor.foldAll');
    await waitForText('', '.monaco-editor .codicon-folding-collapsed');
    await screenshot('folded');
    await vscode.commands.executeCommand('editor.unfoldAll');
    await press('ControlOrMeta+End');
    await waitForText('sourcedId', '.sticky-widget .sticky-line-content');
    assert.equal((await texts('.sticky-widget .sticky-line-content')).length, 1);
    await screenshot('header');
  });
});
