// What is offered while a roster is written, as a person meets it: typed, accepted, seen.
import * as vscode from 'vscode';
import { createDistrict, type District } from './support/district';
import {
  clearNotifications,
  describeWithPage,
  press,
  screenshot,
  texts,
  type,
  waitForText,
  waitUntilGone,
} from './support/page';
import { until } from './support/until';

const list = '.suggest-widget.visible';
const row = `${list} .monaco-list-row`;

describeWithPage('writing a roster', () => {
  let district: District;

  before(async () => {
    await clearNotifications();
    district = await createDistrict('writing');
  });

  after(() => district.remove());

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  /** Opens a file with the cursor behind a text, or at the end. */
  const openAt = async (file: string, behind?: string): Promise<vscode.TextEditor> => {
    const document = await vscode.workspace.openTextDocument(district.path(file));
    const editor = await vscode.window.showTextDocument(document);
    const text = document.getText();
    const offset = behind === undefined ? text.length : text.indexOf(behind) + behind.length;
    const position = document.positionAt(offset);
    editor.selection = new vscode.Selection(position, position);
    editor.revealRange(editor.selection);
    await until(() => document.languageId === 'oneroster', 'the language');
    // The page follows a little later.
    await waitForText(
      `Ln ${String(position.line + 1)}, Col ${String(position.character + 1)}`,
      '.statusbar-item[id="status.editor.selection"]',
    );
    return editor;
  };
  /** Takes away what stands behind the cursor. */
  const deleteNext = async (text: string): Promise<void> => {
    for (let left = text.length; left > 0; left--) await press('Delete');
  };
  const lineOf = ({ document, selection }: vscode.TextEditor) => document.lineAt(selection.active.line).text;
  const untilLine = (editor: vscode.TextEditor, text: string) =>
    until(() => lineOf(editor) === text, `the line ${text}, not ${lineOf(editor)}`);

  it('offers a new record at the start of a line, to be filled in by names, from field to field', async () => {
    const editor = await openAt(
      'enrollments.csv',
      'E500003,,,ES-HOMKG-01,SCH-100,S100002,student,false,2026-08-17,2027-06-05',
    );
    await press('Enter');
    await waitForText('New enrollment', row);
    await screenshot('completion-new-record');
    await press('Enter');
    await untilLine(editor, 'E500900,,,ES-HOMKG-01,SCH-100,,student,false,2026-08-17,2027-06-05');
    for (const column of ['classSourcedId', 'schoolSourcedId', 'userSourcedId']) {
      await press('Tab');
      await waitForText(`${column} · record 5`, '.statusbar-item');
    }
    await type('Uma Y');
    await waitForText('Uma Yamada', row);
    await press('Enter');
    await untilLine(editor, 'E500900,,,ES-HOMKG-01,SCH-100,T200001,student,false,2026-08-17,2027-06-05');
    await press('Tab');
    await waitForText('teacher', row);
  });

  it('offers people by their names', async () => {
    const editor = await openAt('enrollments.csv', 'E500002,,,ES-HOMKG-01,SCH-100,');
    await deleteNext('S100001');
    await type('Uma Y');
    await waitForText('Uma Yamada, administrator', row);
    await screenshot('completion-by-name');
    await press('Enter');
    await untilLine(editor, 'E500002,,,ES-HOMKG-01,SCH-100,T200001,student,false,2026-08-17,2027-06-05');
  });

  it('puts a list in quotes once a comma is typed in it, and goes on in the quotes', async () => {
    const editor = await openAt('classes.csv', 'CRS-HS-PROG,PROG-01,scheduled,Room 320,SCH-300,SY2627-S2');
    await type(',');
    await waitForText('SY2627-S1', row);
    await type('Fall');
    await press('Enter');
    await untilLine(
      editor,
      'HS-PROG-01,,,Computer Programming (Section 1),"09,10,11,12",CRS-HS-PROG,PROG-01,scheduled,Room 320,SCH-300,"SY2627-S2,SY2627-S1",Computer Programming,10152,7',
    );
    await waitUntilGone(list);
    await press('ArrowLeft');
    await type(',');
    await waitForText('SY2627', row);
    await press('Enter');
    await until(() => lineOf(editor).includes('"SY2627-S2,SY2627-S1,SY2627"'), 'a third term');
  });

  it('closes quotes, and offers what goes between them', async () => {
    const editor = await openAt('users.csv', 'T200001,,,true,');
    await deleteNext('DST-001');
    await type('"Otter');
    await waitForText('SCH-200', row);
    await press('Enter');
    await until(() => lineOf(editor).startsWith('T200001,,,true,"SCH-200",administrator,'), 'the school');
  });

  it('offers values with their meaning as they are typed', async () => {
    const editor = await openAt('orgs.csv', 'Otter Bend Middle School,');
    await deleteNext('school');
    await type('dep');
    await waitForText('department', row);
    await press('Enter');
    await untilLine(editor, 'SCH-200,,,Otter Bend Middle School,department,559999000202,DST-001');
  });

  it('says in the status bar in which column and record the cursor is', async () => {
    const editor = await openAt('users.csv', 'T200002,,,true,SCH-100,admin');
    await waitForText('role · record 3', '.statusbar-item');
    const start = new vscode.Position(0, 1);
    editor.selection = new vscode.Selection(start, start);
    await waitForText('sourcedId · record 1', '.statusbar-item');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await waitUntilGone('.statusbar-item[id*="oneroster.column"]');
  });

  it('shows the names behind ids where that is switched on', async () => {
    const settings = vscode.workspace.getConfiguration('oneroster');
    await openAt('enrollments.csv', 'E500001');
    try {
      await settings.update('inlayHints.enabled', true, vscode.ConfigurationTarget.Global);
      await waitForText('Juniper Street Elementary School', '.view-line');
      await screenshot('completion-inlay-hints');
    } finally {
      await settings.update('inlayHints.enabled', undefined, vscode.ConfigurationTarget.Global);
    }
    await until(async () => !(await isShown('Juniper Street Elementary School')), 'the names to go');
  });
});

async function isShown(text: string): Promise<boolean> {
  return (await texts('.view-line')).some((line) => line.includes(text));
}
