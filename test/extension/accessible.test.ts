// Our pages by keyboard, with a screen reader, and in the themes: light, dark and both of high contrast.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { createDistrict, type District } from './support/district';
import {
  auditWebview,
  clearNotifications,
  clickInWebview,
  describeWithPage,
  focusInWebview,
  pick,
  press,
  pressInWebview,
  runFromPalette,
  screenshot,
  waitForTextInWebview,
} from './support/page';
import { until } from './support/until';

const themes = [
  'Default Light Modern',
  'Default Dark Modern',
  'Default High Contrast',
  'Default High Contrast Light',
];

describeWithPage('pages for everybody', () => {
  let district: District;

  before(async () => {
    district = await createDistrict('everybody');
    const users = vscode.Uri.file(district.path('users.csv'));
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(users));
    await writeFile(users.fsPath, text.replace(',teacher,', ',techer,').replace('true', 'TRUE'));
    await writeFile(
      join(district.folder, 'oneroster.config.json'),
      JSON.stringify({ profile: 'incident-iq', mapping: { defaultLocation: 'District Office' } }),
    );
    await clearNotifications();
  });

  beforeEach(async () => {
    await vscode.window.showTextDocument(vscode.Uri.file(district.path('users.csv')));
  });

  afterEach(async () => {
    await setTheme(undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  after(async () => {
    await district.remove();
  });

  async function setTheme(theme: string | undefined): Promise<void> {
    await vscode.workspace
      .getConfiguration('workbench')
      .update('colorTheme', theme, vscode.ConfigurationTarget.Global);
  }

  /** Looks at the page in view in each theme. */
  async function auditInThemes(name: string): Promise<void> {
    const wrong: string[] = [];
    for (const theme of themes) {
      const { kind } = vscode.window.activeColorTheme;
      await setTheme(theme);
      await until(
        () => theme === themes[0] || vscode.window.activeColorTheme.kind !== kind,
        `the theme ${theme}`,
      );
      await screenshot(
        `everybody-${name}-${theme.replace('Default ', '').replaceAll(' ', '-').toLowerCase()}`,
      );
      wrong.push(...(await auditWebview()).map((each) => `${theme}: ${each}`));
    }
    assert.deepEqual(wrong, []);
  }

  /** Goes through the page by Tab from its first element, until it leads out again. */
  async function tabStops(first: string): Promise<readonly string[]> {
    await clickInWebview(first);
    const stops: string[] = [await focusInWebview()];
    for (let count = 0; count < 60; count++) {
      await press('Tab');
      const now = await focusInWebview();
      if (now === '' || now === stops[0]) break;
      stops.push(now);
    }
    return stops;
  }

  it('the table preview', async () => {
    await runFromPalette('OneRoster: Open Table Preview');
    await waitForTextInWebview('techer', '#grid');
    await auditInThemes('table');
    assert.deepEqual((await tabStops('#filter')).slice(0, 3), ['input#filter', 'input#only', 'div#grid']);
    await pressInWebview('#grid', 'ArrowDown');
    assert.equal(await focusInWebview(), 'div#grid');
  });

  it('the preview of an import', async () => {
    await runFromPalette('OneRoster: Preview Import');
    await waitForTextInWebview('Nothing has been sent.', '#status');
    await auditInThemes('import');
    const stops = await tabStops('#search');
    assert.deepEqual(stops.slice(0, 4), [
      'input#search',
      'button#refresh',
      'button#mapping',
      'button#export',
    ]);
    assert.ok(stops.length < 60, 'Tab leads out of the page');
  });

  it('the comparison', async () => {
    const before = await createDistrict('everybody-before');
    try {
      await vscode.window.showTextDocument(vscode.Uri.file(district.path('users.csv')));
      await runFromPalette('OneRoster: Compare Rosters');
      await pick('everybody-before');
      await waitForTextInWebview('Compare Rosters', 'h1');
      await waitForTextInWebview('techer');
      await auditInThemes('comparison');
      assert.ok((await tabStops('.again')).length < 60, 'Tab leads out of the page');
    } finally {
      await before.remove();
    }
  });

  it('the report', async () => {
    await runFromPalette('OneRoster: Roster Report');
    await waitForTextInWebview('Roster report', 'h1');
    await clearNotifications();
    await auditInThemes('report');
  });
});
