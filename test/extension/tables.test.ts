// Tables as a person works with them: columns, order, records, and the preview beside the text.
import assert from 'node:assert/strict';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { waitForStatus } from './support/district';
import {
  clearNotifications,
  click,
  describeWithPage,
  inPreview,
  pick,
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

const quickPickRow = '.quick-input-list .monaco-list-row';

/** A theme of each kind, and the class of a webview's page in it. */
const themes = [
  ['light', 'Default Light Modern', 'vscode-light'],
  ['dark', 'Default Dark Modern', 'vscode-dark'],
  ['contrast', 'Default High Contrast', 'vscode-high-contrast'],
  ['contrast-light', 'Default High Contrast Light', 'vscode-high-contrast-light'],
] as const;

const kinds = {
  'vscode-light': vscode.ColorThemeKind.Light,
  'vscode-dark': vscode.ColorThemeKind.Dark,
  'vscode-high-contrast': vscode.ColorThemeKind.HighContrast,
  'vscode-high-contrast-light': vscode.ColorThemeKind.HighContrastLight,
} as const;

describeWithPage('tables', () => {
  const extensionPath = vscode.extensions.getExtension('oneroster-tools.oneroster')?.extensionPath ?? '';
  const folder = join(vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '', 'tables');
  const path = (file: string) => join(folder, file);

  before(async () => {
    await cp(join(extensionPath, 'examples/sample-district'), folder, { recursive: true });
    await waitForStatus('tables');
  });

  after(async () => {
    await rm(folder, { recursive: true, force: true });
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

  /** Opens a file with the cursor in a column of a line. */
  const open = async (file: string, line = 0, column = '') => {
    const document = await vscode.workspace.openTextDocument(path(file));
    const editor = await vscode.window.showTextDocument(document);
    const index = document.lineAt(0).text.split(',').indexOf(column);
    const before = split(document.lineAt(line).text).slice(0, Math.max(index, 0)).join(',');
    const at = new vscode.Position(line, index <= 0 ? 0 : before.length + 1);
    editor.selection = new vscode.Selection(at, at);
    await waitForText(`Ln ${String(line + 1)}, Col ${String(at.character + 1)}`, '.statusbar-item');
    return editor;
  };
  const split = (line: string) =>
    Array.from(line.matchAll(/(?:^|,)("(?:[^"]|"")*"|[^,]*)/g), ([, field = '']) => field);
  const fields = (document: vscode.TextDocument, column: string) => {
    const [header = '', ...lines] = document.getText().trimEnd().split(/\r?\n/);
    const index = split(header).indexOf(column);
    return lines.map((line) => split(line)[index] ?? '');
  };

  /** Looks at something in each kind of theme. */
  const inThemes = async (look: (name: string, kind: string) => Promise<void>) => {
    const settings = vscode.workspace.getConfiguration();
    const set = (name: string, value?: unknown) =>
      settings.update(name, value, vscode.ConfigurationTarget.Global);
    try {
      await set('window.autoDetectColorScheme', false);
      for (const [name, theme, kind] of themes) {
        await set('workbench.colorTheme', theme);
        await until(() => vscode.window.activeColorTheme.kind === kinds[kind], 'the theme');
        await look(name, kind);
      }
    } finally {
      await set('workbench.colorTheme');
      await set('window.autoDetectColorScheme');
    }
  };

  it('sorts by the column of the cursor, keeps the cursor with its record, and takes that back with undo', async () => {
    const { document, selection } = await open('classes.csv', 3, 'title');
    const before = document.getText();
    const title = document.lineAt(selection.active.line).text.split(',')[0] ?? '';
    await runFromPalette('OneRoster: Sort by Column');
    await waitForText('title', quickPickRow);
    assert.equal((await quickInput()).title, 'Sort by Column (1/2)');
    await press('Enter');
    await waitForText('Descending', quickPickRow);
    await pick('Descending');
    await until(() => document.getText() !== before, 'the records to be sorted');
    const titles = fields(document, 'title').map((each) => each.replaceAll('"', ''));
    const { compare } = new Intl.Collator('en', { numeric: true });
    assert.deepEqual(
      titles,
      [...titles].sort((a, b) => compare(b, a)),
    );
    const [editor] = vscode.window.visibleTextEditors;
    assert.ok(document.lineAt(editor?.selection.active.line ?? 0).text.startsWith(`${title},`));
    await press('ControlOrMeta+Z');
    await until(() => document.getText() === before, 'the undo');
  });

  it('inserts a missing column where it belongs, and one of one’s own where a person wants it', async () => {
    const { document } = await open('orgs.csv', 1, 'type');
    const before = document.getText();
    await runFromPalette('OneRoster: Insert Column');
    await waitForText('The name of the column', '.quick-input-widget');
    await press('End');
    await type('region');
    await press('Enter');
    await waitForText('Behind type', quickPickRow);
    await press('Enter');
    await until(() => document.getText() !== before, 'the column to be there');
    const [header = '', first = ''] = document.getText().split(/\r?\n/);
    assert.match(header, /,type,metadata\.region,identifier/);
    assert.equal(first.split(',').length, header.split(',').length);
    const withOwn = document.getText();
    await vscode.commands.executeCommand('undo');
    const without = before.split(/\r?\n/).map((line) => line.split(',').toSpliced(5, 1).join(','));
    const editor = await vscode.window.showTextDocument(document);
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    await editor.edit((builder) => builder.replace(all, without.join('\n').replace(/\n+$/, '\n')));
    assert.notEqual(document.getText(), withOwn);
    await runFromPalette('OneRoster: Insert Column');
    await waitForText('identifier', quickPickRow);
    await press('Enter');
    await until(() => document.lineAt(0).text.includes('type,identifier,parent'), 'the missing column');
  });

  it('moves a column with all its fields', async () => {
    const { document } = await open('orgs.csv', 2, 'name');
    const names = fields(document, 'name');
    await runFromPalette('OneRoster: Move Column');
    await waitForText('the cursor is here', quickPickRow);
    await press('Enter');
    await waitForText('At the start', quickPickRow);
    await pick('At the start');
    await until(() => document.lineAt(0).text.startsWith('name,sourcedId,'), 'the column to be moved');
    assert.deepEqual(fields(document, 'name'), names);
  });

  it('selects the fields of a column, so that typing changes them all', async () => {
    const editor = await open('orgs.csv', 1, 'status');
    await runFromPalette('OneRoster: Select Column');
    const count = editor.document.getText().trimEnd().split(/\r?\n/).length - 1;
    await waitForText(`${String(count)} selections`, '.statusbar-item');
    await type('active');
    await until(() => fields(editor.document, 'status').every((each) => each === 'active'), 'the fields');
  });

  it('selects no more than VS Code has cursors for, and says so', async () => {
    const settings = vscode.workspace.getConfiguration('editor');
    await settings.update('multiCursorLimit', 20, vscode.ConfigurationTarget.Global);
    try {
      const editor = await open('users.csv', 1, 'role');
      await runFromPalette('OneRoster: Select Column');
      await waitForNotification('Only the first 20 of 357 fields are selected');
      assert.equal(editor.selections.length, 20);
    } finally {
      await settings.update('multiCursorLimit', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('goes to a record by its number, by id and by name', async () => {
    const { document } = await open('users.csv');
    const [, , , sixth = ''] = document.getText().split(/\r?\n/).slice(2);
    const [id = ''] = sixth.split(',');
    for (const query of ['6', id]) {
      await runFromPalette('OneRoster: Go to Record');
      await waitForText('Go to Record', '.quick-input-title');
      await type(query);
      await waitForText('record 6', quickPickRow);
      await press('Enter');
      await waitForText('Ln 6, Col 1', '.statusbar-item');
      await press('ControlOrMeta+Home');
      await waitForText('Ln 1, Col 1', '.statusbar-item');
    }
    const [given, family] = ['givenName', 'familyName'].map((column) => fields(document, column)[4] ?? '');
    await runFromPalette('OneRoster: Go to Record');
    await waitForText('Go to Record', '.quick-input-title');
    await type(`${family?.toUpperCase() ?? ''} ${given ?? ''}`);
    await waitForText(`${given ?? ''} ${family ?? ''}`, quickPickRow);
    await screenshot('go-to-record');
    await press('Enter');
    const isThere = () => {
      const line = vscode.window.activeTextEditor?.selection.active.line ?? 0;
      return fields(document, 'familyName')[line - 1] === family;
    };
    await until(isThere, 'the cursor to be at the record');
  });

  it('aligns the columns as a view: the text stays as it is, and back', async () => {
    const { document } = await open('users.csv', 1, 'role');
    const before = document.getText();
    const room = '.view-line [class*="ced-"]';
    await runFromPalette('OneRoster: Align Columns');
    await until(async () => (await texts(room)).length > 100, 'the room behind the commas');
    await screenshot('aligned');
    assert.equal(document.getText(), before);
    assert.ok(!document.isDirty);
    await runFromPalette('OneRoster: Align Columns');
    await until(async () => (await texts(room)).length === 0, 'the room to go');
  });

  it('colours fields by what they hold in every theme: ids bold, references underlined', async () => {
    await open('users.csv', 1, 'role');
    await inThemes(async (name) => {
      await waitForText('SCH-100', '.monaco-editor .view-line .mtku');
      await waitForText('T200002', '.monaco-editor .view-line .mtkb');
      await screenshot(`colours-${name}`);
    });
  });

  it('says what to do where the file in view is no table', async () => {
    await writeFile(path('notes.txt'), 'a,b');
    await vscode.window.showTextDocument(vscode.Uri.file(path('notes.txt')));
    await runFromPalette('OneRoster: Sort by Column');
    await waitForNotification('The file in view is no table of a roster.');
  });

  describe('in the preview', () => {
    const cell = (text: string) => inPreview(`.row .cell:has-text("${text}")`);
    const openPreview = async (file: string) => {
      const editor = await open(file);
      await runFromPalette('OneRoster: Open Table Preview');
      await waitForText('sourcedId', inPreview('#head'));
      return editor;
    };

    it('show what the file holds, with the problems in their cells', async () => {
      await openPreview('users.csv');
      await waitForText('357 records', inPreview('#count'));
      await waitForText('techer', inPreview('.cell.problem.error'));
      await click(inPreview('.cell.problem.error:has-text("techer")'));
      await waitForText('role is "techer"', inPreview('#message'));
      await screenshot('preview');
      const [editor] = vscode.window.visibleTextEditors;
      await until(() => editor?.document.getText(editor.selection) === 'techer', 'the field to be selected');
    });

    it('are filtered, by words and by what is wrong', async () => {
      await openPreview('users.csv');
      await click(inPreview('#filter'));
      await type('role:techer');
      await waitForText('1 of 357 records', inPreview('#count'));
      await press('ControlOrMeta+A');
      await press('Delete');
      await waitForText('357 records', inPreview('#count'));
      await click(inPreview('#only'));
      await waitForText(' of 357 records', inPreview('#count'));
    });

    it('are walked through with the keyboard, and Enter leads to the text', async () => {
      await openPreview('users.csv');
      await waitForText('357 records', inPreview('#count'));
      await click(inPreview('#filter'));
      await press('Enter');
      await press('ControlOrMeta+End');
      await waitForText('358', inPreview('.row .cell.record'));
      await press('ArrowUp');
      await press('Home');
      await waitForText('357', inPreview('.cell.record[aria-selected]'));
      await press('Enter');
      await waitForText('Ln 357, Col 1', '.statusbar-item');
    });

    it('follow what is typed', async () => {
      const editor = await openPreview('users.csv');
      const at = editor.document.positionAt(editor.document.getText().indexOf('techer'));
      const range = new vscode.Range(at, at.translate(0, 'techer'.length));
      await waitForText('techer', cell('techer'));
      const shown = await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
      await shown.edit((builder) => builder.replace(range, 'teecher'));
      await waitForText('teecher', inPreview('.cell.problem.error'));
      await shown.edit((builder) => builder.replace(new vscode.Range(at, at.translate(0, 7)), 'teacher'));
      await waitUntilGone(inPreview('.cell.problem:has-text("teecher")'));
    });

    it('look right in light, dark and high contrast', async () => {
      await openPreview('users.csv');
      await runFromPalette('OneRoster: Open Table Preview');
      await waitForText('357 records', inPreview('#count'));
      await click(inPreview('#only'));
      await waitForText(' of 357 records', inPreview('#count'));
      await inThemes(async (name, kind) => {
        await waitForText('techer', inPreview(`body.${kind} .cell.problem`));
        await screenshot(`preview-${name}`);
      });
    });
  });

  it('leaves the files as they were', async () => {
    for (const file of ['users.csv', 'orgs.csv', 'classes.csv']) {
      assert.equal(
        await readFile(path(file), 'utf8'),
        await readFile(join(extensionPath, 'examples/sample-district', file), 'utf8'),
      );
    }
  });
});
