// The mapping of schools to locations, as a person writes it into the configuration.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { createDistrict, type District } from './support/district';
import {
  clearNotifications,
  describeWithPage,
  press,
  screenshot,
  type,
  waitForText,
  waitUntilGone,
} from './support/page';
import { until } from './support/until';

const list = '.suggest-widget.visible';
const row = `${list} .monaco-list-row`;

describeWithPage('mapping schools to locations', () => {
  let district: District;

  before(async () => {
    await clearNotifications();
    district = await createDistrict('mapping');
    const text = '{\n  "mapping": {\n    "schools": {\n      \n    }\n  }\n}\n';
    await writeFile(district.path('oneroster.config.json'), text);
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await district.remove();
  });

  it('finds a school by its name, gives it a location, and says who it is', async () => {
    const document = await vscode.workspace.openTextDocument(district.path('oneroster.config.json'));
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(3, 6, 3, 6);
    await waitForText('Ln 4, Col 7', '.statusbar-item[id="status.editor.selection"]');
    await type('"Juni');
    await waitForText('Juniper Street', row);
    await screenshot('mapping-completion');
    await press('Enter');
    const line = () => document.lineAt(3).text;
    await until(() => /^ {6}"SCH-\d+": "Juniper Street[^"]*"$/.test(line()), 'the school');
    // Its own name is chosen, to be typed over.
    await type('Building A');
    await until(() => line().endsWith('"Building A"'), 'the location');
    await press('Escape');
    await waitUntilGone(list);
    const at = new vscode.Position(3, line().indexOf('SCH-') + 1);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      at,
    );
    const texts = hovers.flatMap(({ contents }) =>
      contents.map((content) => (content instanceof vscode.MarkdownString ? content.value : '')),
    );
    assert.ok(
      texts.some((text) => text.includes('**Juniper Street')),
      texts.join('\n'),
    );
  });
});
