// Our pages by keyboard, with a screen reader, and in the themes: light, dark and both of high contrast.
import assert from 'node:assert/strict';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { recordDelivery } from '../support/record-delivery';
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

const themeKinds: Readonly<Record<string, string>> = {
  vs: 'vscode-light',
  'vs-dark': 'vscode-dark',
  'hc-black': 'vscode-high-contrast',
  'hc-light': 'vscode-high-contrast-light',
};

/** The editor's own themes, by what they are for; their names change from version to version. */
const themes = ['vs', 'vs-dark', 'hc-black', 'hc-light'].map((kind) => [kind, themeOf(kind)] as const);

describeWithPage('pages for everybody', () => {
  let district: District;

  before(async () => {
    district = await createDistrict('everybody');
    const users = vscode.Uri.file(district.path('users.csv'));
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(users));
    await cp(district.folder, `${district.folder}-before`, { recursive: true });
    await writeFile(users.fsPath, text.replace(',teacher,', ',techer,').replace('true', 'TRUE'));
    await writeFile(
      join(district.folder, 'oneroster.config.json'),
      JSON.stringify({ profile: 'incident-iq', mapping: { defaultLocation: 'District Office' } }),
    );
    await autoDetect(false);
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
    await autoDetect(undefined);
    await district.remove();
    await rm(`${district.folder}-before`, { recursive: true, force: true });
  });

  /** Else the browser's own scheme decides. */
  async function autoDetect(value: boolean | undefined): Promise<void> {
    const window = vscode.workspace.getConfiguration('window');
    await window.update('autoDetectColorScheme', value, vscode.ConfigurationTarget.Global);
    await window.update('autoDetectHighContrast', value, vscode.ConfigurationTarget.Global);
  }

  async function setTheme(theme: string | undefined): Promise<void> {
    await vscode.workspace
      .getConfiguration('workbench')
      .update('colorTheme', theme, vscode.ConfigurationTarget.Global);
  }

  /** Looks at the page in view in each theme. */
  async function auditInThemes(name: string): Promise<void> {
    const wrong: string[] = [];
    for (const [kind, theme] of themes) {
      await setTheme(theme);
      await waitForTextInWebview('', `body[data-vscode-theme-kind="${themeKinds[kind] ?? ''}"]`);
      await screenshot(`everybody-${name}-${kind}`);
      wrong.push(...(await auditWebview()).map((each) => `${kind}: ${each}`));
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
    await vscode.window.showTextDocument(vscode.Uri.file(district.path('users.csv')));
    await runFromPalette('OneRoster: Compare Rosters');
    await pick('everybody-before');
    await waitForTextInWebview('Compare Rosters', 'h1');
    await waitForTextInWebview('techer');
    await auditInThemes('comparison');
    assert.ok((await tabStops('.again')).length < 60, 'Tab leads out of the page');
  });

  it('the review', async () => {
    await recordDelivery(district.folder);
    const users = await readFile(district.path('users.csv'), 'utf8');
    const targets = { practice: { url: 'sftp://north@sftp.example.org/in' } };
    await writeFile(district.path('oneroster.config.json'), JSON.stringify({ targets }));
    try {
      const lines = users.split('\r\n');
      await writeFile(district.path('users.csv'), [...lines.slice(0, -100), ''].join('\r\n'));
      await runFromPalette('OneRoster: Review Changes');
      await waitForTextInWebview('The change gate would stop this delivery:', '.gate.stops');
      await auditInThemes('review');
      assert.ok((await tabStops('.again')).length < 60, 'Tab leads out of the page');
    } finally {
      await writeFile(district.path('users.csv'), users);
    }
  });

  it('the report', async () => {
    await runFromPalette('OneRoster: Roster Report');
    await waitForTextInWebview('Roster report', 'h1');
    await clearNotifications();
    await auditInThemes('report');
  });
});

interface Themes {
  readonly contributes?: { readonly themes?: readonly { readonly id?: string; readonly uiTheme: string }[] };
}

function themeOf(kind: string): string {
  const defaults = vscode.extensions.getExtension('vscode.theme-defaults')?.packageJSON as Themes | undefined;
  return defaults?.contributes?.themes?.find(({ uiTheme }) => uiTheme === kind)?.id ?? '';
}
