// A suppression that matches nothing, taken out of the configuration by the lightbulb.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { createDistrict, type District } from './support/district';
import { openLightbulb } from './support/lightbulb';
import { clearNotifications, describeWithPage, press, waitForText } from './support/page';
import { until } from './support/until';

const config = `{
  // Agreed with the office.
  "suppress": [
    { "rule": "value-case", "file": "orgs.csv", "field": "type", "value": "Gone", "reason": "r" }
  ]
}
`;

describeWithPage('a suppression that matches nothing', () => {
  let district: District;

  before(async () => {
    await clearNotifications();
    district = await createDistrict('suppressed');
    await writeFile(district.path('oneroster.config.json'), config);
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await district.remove();
  });

  it('is taken out by the lightbulb, and nothing else with it', async () => {
    const uri = vscode.Uri.file(district.path('oneroster.config.json'));
    const document = await vscode.workspace.openTextDocument(uri);
    const editor = await vscode.window.showTextDocument(document);
    const unused = () =>
      vscode.languages.getDiagnostics(uri).filter(({ source, message }) => {
        return source === 'OneRoster' && message.includes('matches nothing');
      });
    await until(() => unused().length === 1, 'the suppression to be found unused');
    editor.selection = new vscode.Selection(3, 10, 3, 10);
    await waitForText('Ln 4, Col 11', '.statusbar-item[id="status.editor.selection"]');
    await openLightbulb('Take out what matches nothing');
    await press('Enter');
    await until(() => !document.getText().includes('Gone'), 'the suppression to go');
    assert.equal(document.getText(), '{\n  // Agreed with the office.\n  "suppress": [\n  ]\n}\n');
    await document.save();
    await until(() => unused().length === 0, 'the problem to go');
  });
});
