// What the specification says of columns and values, in the editor's language.
import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CompletionList, MarkupContent } from 'vscode-languageserver/node';
import { previewImport, rosterReport } from '../../src/core/page-protocol';
import type { Preview } from '../../src/core/preview/preview';
import type { Outcome } from '../../src/core/protocol';
import { rules } from '../../src/core/rules/registry.generated';
import { tableColumns } from '../../src/core/table-protocol';
import { uriOf } from '../../src/server/uris';
import { startServerClient, type ServerClient } from '../support/server-client';

describe('the server, of what the specification says, in other languages', () => {
  let root = '';
  let users = '';
  let text = '';
  let client: ServerClient;

  beforeEach(async () => {
    root = await realpath(await mkdtemp(join(tmpdir(), 'oneroster-server-')));
    users = join(root, 'district', 'users.csv');
    await cp(join(process.cwd(), 'examples', 'sample-district'), join(root, 'district'), { recursive: true });
    text = await readFile(users, 'utf8');
  });

  afterEach(async () => {
    client.stop();
    await rm(root, { recursive: true, force: true });
  });

  async function start(language: string, facts = join(process.cwd(), `l10n/facts.${language}.json`)) {
    const texts = join(process.cwd(), `l10n/bundle.l10n.${language}.json`);
    client = await startServerClient(root, undefined, {}, { language, texts, facts });
    await client.until(() => client.rosters().length === 1, 'the roster to be found');
    await client.open(users, text);
  }

  /** Where a column's field stands in a line without quoted fields before it, and where the line ends. */
  function placeOf(line: number, column: string): { readonly line: number; readonly character: number } {
    const [header = '', ...records] = text.split('\r\n');
    const fields = ([header, ...records][line] ?? '').split(',');
    const before = fields.slice(0, header.split(',').indexOf(column));
    return { line, character: before.join(',').length + 1 };
  }

  async function documentationAt(line: number, column: string, label: string): Promise<string> {
    const { items } = await client.connection.sendRequest<CompletionList>('textDocument/completion', {
      textDocument: { uri: uriOf(users) },
      position: placeOf(line, column),
    });
    const item = items.find((each) => each.label === label);
    assert.ok(item, items.map((each) => each.label).join());
    return `${item.detail ?? ''} | ${(item.documentation as MarkupContent).value}`;
  }

  it('explains a column and its values in German', async () => {
    await start('de');
    const { line, character } = placeOf(0, 'role');
    const shown = await client.hover(users, line, character + 1);
    assert.match(
      shown,
      /\n\nWas die Person hauptsächlich ist\. Nur eine Rolle, in Kleinbuchstaben; was eine Person in einer Klasse tut, steht in enrollments\.csv\.\n\nErlaubte Werte:\n\n- `administrator`: Personal mit Rechten über eine Schule oder den Bezirk\.\n/,
    );
    assert.match(shown, /- `student`: Lernt\.\n- `teacher`: Unterrichtet\./);
  });

  it('explains a value in German, and what may stand in its place', async () => {
    await start('de');
    const { line, character } = placeOf(1, 'role');
    assert.equal(
      await client.hover(users, line, character + 1),
      '**role** · erforderlich\n\n`administrator`: Personal mit Rechten über eine Schule oder den Bezirk.\n\n' +
        'Was die Person hauptsächlich ist. Nur eine Rolle, in Kleinbuchstaben; was eine Person in einer Klasse tut, steht in enrollments.csv.',
    );
    assert.match(
      await documentationAt(1, 'role', 'aide'),
      /^Hilft einer Lehrkraft im Unterricht \| `aide`: Hilft einer Lehrkraft im Unterricht\.\n\nWas die Person hauptsächlich ist\./,
    );
  });

  it('explains a column that could be added in German', async () => {
    text = text.replace('familyName,middleName', 'familyName,');
    await start('de');
    assert.match(
      await documentationAt(0, 'identifier', 'middleName'),
      /\n\nDer zweite Vorname oder mehrere, mit Leerzeichen dazwischen\.\n\nBeispiel: /,
    );
    const columns = await client.connection.sendRequest<{ readonly columns: readonly object[] }>(
      tableColumns.method,
      { uri: uriOf(users), place: { line: 0, character: 0 } },
    );
    assert.match(JSON.stringify(columns.columns), /Der Nachname, wie ihn die Schule führt\./);
  });

  it('says in the German report what is wrong', async () => {
    await start('de');
    const made = await client.connection.sendRequest<Outcome<string>>(rosterReport, {
      rosterUri: uriOf(join(root, 'district')),
    });
    assert.ok(made.ok, JSON.stringify(made));
    assert.match(made.value, /<p class="note">OneRoster-Spezifikation · OneRoster 1\.1 · bulk · /);
    assert.match(
      made.value,
      /Ein Feld enthält einen Wert, der nicht in der Liste der Werte seiner Spalte steht\. \(invalid-value\)/,
    );
    assert.deepEqual(
      rules.filter(({ summary }) => made.value.includes(summary)).map(({ id }) => id),
      [],
    );
  });

  it('says in Spanish what an import goes by', async () => {
    await start('es');
    const made = await client.connection.sendRequest<Outcome<Preview>>(previewImport, {
      rosterUri: uriOf(join(root, 'district')),
      most: 10,
    });
    assert.ok(made.ok, JSON.stringify(made));
    assert.match(made.value.assumed.join('\n'), /comparten una cuenta\./);
    const { line, character } = placeOf(0, 'role');
    assert.match(await client.hover(users, line, character + 1), /- `student`: Aprende\./);
  });

  it('stays English of it where it cannot be read, and German of the rest', async () => {
    await start('de', join(root, 'missing.json'));
    const { line, character } = placeOf(1, 'role');
    assert.match(
      await client.hover(users, line, character + 1),
      /^\*\*role\*\* · erforderlich\n\n`administrator`: Staff with rights/,
    );
  });
});
