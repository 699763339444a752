// The server in the editor's language: whatever it says, it says in German where the editor is German.
import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CodeAction, CodeLens, CompletionList } from 'vscode-languageserver/node';
import { uriOf } from '../../src/server/uris';
import { startServerClient, type ServerClient } from '../support/server-client';

const sample = join(process.cwd(), 'examples', 'sample-district');

describe('the server in other languages', () => {
  let root = '';
  let users = '';
  let client: ServerClient;

  beforeEach(async () => {
    root = await realpath(await mkdtemp(join(tmpdir(), 'oneroster-server-')));
    users = join(root, 'district', 'users.csv');
    await cp(sample, join(root, 'district'), { recursive: true });
  });

  afterEach(async () => {
    client.stop();
    await rm(root, { recursive: true, force: true });
  });

  async function start(
    language: string,
    texts = join(process.cwd(), `l10n/bundle.l10n.${language}.json`),
  ): Promise<void> {
    client = await startServerClient(root, undefined, {}, { language, texts });
    await client.until(() => client.rosters().length === 1, 'the roster to be found');
  }

  const messages = (path: string) =>
    client.diagnostics(path).map(({ message }) => (typeof message === 'string' ? message : message.value));

  it('puts problems into German, with the words of the file as they are', async () => {
    await start('de');
    assert.ok(
      messages(users).some((text) =>
        text.startsWith('role ist „techer“, gemeint ist wohl „teacher“; erlaubt: '),
      ),
    );
    assert.ok(
      messages(users).some((text) =>
        text.startsWith('familyName ist leer; jeder Datensatz (Person) braucht einen Wert'),
      ),
    );
    const enrollments = messages(join(root, 'district', 'enrollments.csv'));
    assert.ok(
      enrollments.some(
        (text) =>
          text.includes('hat keinen solchen Eintrag (Klasse) in sourcedId') &&
          text.endsWith('(an 3 Stellen)'),
      ),
    );
  });

  it('puts fixes into German, and does them', async () => {
    await start('de');
    const textDocument = { uri: uriOf(users) };
    await client.open(users, await readFile(users, 'utf8'));
    const wrong = client.diagnostics(users).find(({ code }) => code === 'invalid-value');
    assert.ok(wrong);
    const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument,
      range: wrong.range,
      context: { diagnostics: [wrong] },
    });
    const titles = actions.map(({ title }) => title);
    assert.deepEqual(titles, [
      '„teacher“ schreiben',
      'Alles Sichere in users.csv beheben',
      'Alles Sichere im Roster beheben',
      '„techer“ in role von users.csv mit Begründung ignorieren …',
      'Was invalid-value bedeutet',
    ]);
    const resolved = await client.connection.sendRequest<CodeAction>('codeAction/resolve', actions[0]);
    assert.match(JSON.stringify(resolved.edit), /teacher/);
  });

  it('puts hovers, lenses and completion into German', async () => {
    await start('de');
    const text = await readFile(users, 'utf8');
    await client.open(users, text);
    const header = await client.hover(users, 0, 1);
    assert.match(header, /\*\*sourcedId\*\* · ID · erforderlich/);
    assert.match(header, /Beispiel: `/);
    const orgs = join(root, 'district', 'orgs.csv');
    await client.open(orgs, await readFile(orgs, 'utf8'));
    const lenses = await client.connection.sendRequest<CodeLens[]>('textDocument/codeLens', {
      textDocument: { uri: uriOf(orgs) },
    });
    const lens = await client.connection.sendRequest<CodeLens>('codeLens/resolve', lenses[1]);
    assert.match(lens.command?.title ?? '', /^von [\d.]+ Datensätzen in \d Dateien verwendet$/);
    const line = text.split('\r\n').length - 1;
    const { items } = await client.connection.sendRequest<CompletionList>('textDocument/completion', {
      textDocument: { uri: uriOf(users) },
      position: { line, character: 0 },
    });
    assert.equal(items[0]?.label, 'Neuer Datensatz: Person');
  });

  it('speaks Spanish, too', async () => {
    await start('es');
    assert.ok(
      messages(users).some((text) =>
        text.startsWith('role es «techer», que probablemente quiere decir «teacher»'),
      ),
    );
  });

  it('stays English where the texts cannot be read', async () => {
    await start('xx', join(root, 'missing.json'));
    assert.ok(messages(users).some((text) => text.startsWith('role is "techer"')));
  });
});
