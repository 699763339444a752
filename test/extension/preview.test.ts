import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { recordDelivery } from '../support/record-delivery';
import { createDistrict, waitForStatus, type District } from './support/district';
import {
  clearNotifications,
  clickInWebview,
  clickNotificationButton,
  describeWithPage,
  pick,
  press,
  quickInput,
  runFromPalette,
  screenshot,
  textsInWebview,
  type,
  waitForText,
  waitForTextInWebview,
} from './support/page';
import { until } from './support/until';

const title = 'OneRoster: Preview Import';

describeWithPage('previewing an import', () => {
  let district: District;

  before(async () => {
    district = await createDistrict('previewed');
  });

  after(() => district.remove());

  beforeEach(() => clearNotifications());

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  const config = () => district.path('oneroster.config.json');

  async function configure(settings: object): Promise<void> {
    await writeFile(config(), JSON.stringify(settings));
    await waitForStatus('Incident IQ');
  }

  it('begins a mapping with the schools of the roster', async () => {
    await runFromPalette(title);
    await waitForTextInWebview('No schools are mapped yet', '.note');
    await clickInWebview('#mapping');
    await until(() => isActive('oneroster.config.json'), 'the configuration to be shown');
    const written = JSON.parse(await readFile(config(), 'utf8')) as { readonly mapping: unknown };
    assert.deepEqual(written.mapping, {
      schools: {
        'SCH-100': 'Juniper Street Elementary School',
        'SCH-200': 'Otter Bend Middle School',
        'SCH-300': 'Larkspur Valley High School',
      },
      defaultLocation: 'District Office',
    });
  });

  it('shows who would land where, compared with the last delivery, and finds people', async () => {
    await recordDelivery(district.folder);
    await configure({
      profile: 'incident-iq',
      mapping: { schools: { 'SCH-100': 'Juniper', 'SCH-200': 'Otter Bend' }, defaultLocation: 'Warehouse' },
    });
    await runFromPalette(title);
    await waitForTextInWebview('Warehouse (default location)', 'section td');
    await waitForTextInWebview('Compared with the delivery of', '.note');
    const headings = await textsInWebview('details h2');
    assert.ok(
      headings.some((text) => /^At the default location: \d+$/.test(text)),
      headings.join(),
    );
    await clickInWebview('#search');
    await type('UMA.yamada');
    await waitForTextInWebview('1 person.', '#found');
    assert.deepEqual((await textsInWebview('#found td')).slice(0, 6), [
      'T200001',
      'Uma Yamada',
      'administrator',
      'DST-001',
      'Warehouse',
      'the first organization is no school',
    ]);
    await screenshot('preview');
    await clickInWebview('#found button');
    await until(() => isActive('users.csv'), 'the record to be shown');
    const line = vscode.window.activeTextEditor?.selection.active.line ?? -1;
    const shown = vscode.window.activeTextEditor?.document.lineAt(line).text;
    assert.match(shown ?? '', /^T200001,/);
  });

  it('shows what is true by now where it is asked for again, on the same page', async () => {
    await runFromPalette(title);
    await waitForTextInWebview('Warehouse (default location)', 'section td');
    const mapping = { schools: { 'SCH-100': 'Juniper' }, defaultLocation: 'Attic' };
    await configure({ profile: 'incident-iq', mapping });
    await runFromPalette(title);
    await waitForTextInWebview('Attic (default location)', 'section td');
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    assert.equal(tabs.filter(({ label }) => label.startsWith('Preview Import')).length, 1);
  });

  it('writes everybody into a CSV file, without names unless they are wanted', async () => {
    const path = join(district.folder, '..', 'previewed-preview.csv');
    await runFromPalette(title);
    await waitForTextInWebview('default location', 'section td');
    await clickInWebview('#export');
    await waitForText('Export CSV', '.quick-input-title');
    await pick('Without names');
    await until(
      async () => (await quickInput()).value.endsWith('previewed-preview.csv'),
      'the path to be asked',
    );
    await press('Enter');
    try {
      await until(() => isActive('previewed-preview.csv'), 'the file to be shown');
      const text = await readFile(path, 'utf8');
      assert.match(text, /^T200001,2,administrator,administrator,DST-001,/m);
      assert.doesNotMatch(text, /Yamada/);
    } finally {
      await rm(path, { force: true });
    }
  });

  it('says on the page what is in the way', async () => {
    await runFromPalette(title);
    await waitForTextInWebview('Nothing has been sent.', '#status');
    const users = await readFile(district.path('users.csv'));
    try {
      await rm(district.path('users.csv'));
      await clickInWebview('#refresh');
      await waitForTextInWebview('nobody to preview', '#status');
    } finally {
      await writeFile(district.path('users.csv'), users);
    }
  });
});

describeWithPage('the report of a roster', () => {
  let district: District;

  before(async () => {
    district = await createDistrict('reported');
  });

  after(() => district.remove());

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('shows pictures without names, and is saved as a page of its own', async () => {
    const path = join(district.folder, '..', 'reported-report.html');
    await clearNotifications();
    const document = await vscode.workspace.openTextDocument(district.path('orgs.csv'));
    await vscode.window.showTextDocument(document);
    await runFromPalette('OneRoster: Roster Report');
    await waitForTextInWebview('Students by grade', 'figcaption');
    await waitForTextInWebview('Juniper Street Elementary School', 'svg text');
    await screenshot('roster-report');
    await clickNotificationButton('Save As…');
    await until(
      async () => (await quickInput()).value.endsWith('reported-report.html'),
      'the path to be asked',
    );
    await press('Enter');
    try {
      await until(() => existsSync(path), 'the page to be saved');
      await until(async () => (await readFile(path, 'utf8')).endsWith('</html>\n'), 'the whole page');
      assert.doesNotMatch(await readFile(path, 'utf8'), /Yamada/);
    } finally {
      await rm(path, { force: true });
    }
  });
});

function isActive(name: string): boolean {
  return vscode.window.activeTextEditor?.document.fileName.endsWith(name) === true;
}
