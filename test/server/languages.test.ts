// The server in the editor's language: whatever it says, it says in German where the editor is German.
import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CodeAction, CodeLens, CompletionList } from 'vscode-languageserver/node';
import { reviewDelivery, type ReviewAnswer } from '../../src/core/delivery-protocol';
import { rosterReport } from '../../src/core/page-protocol';
import { compareRosters, type Outcome } from '../../src/core/protocol';
import { inLanguage, spoken, type Texts } from '../../src/core/text/say';
import { uriOf } from '../../src/server/uris';
import { recordDelivery } from '../support/record-delivery';
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

  it('puts mistakes of the configuration into German', async () => {
    const config = join(root, 'district', 'oneroster.config.json');
    await writeFile(config, '{ "versoin": "1.1", "baseline": "", "targets": { "north": { "host": "h" } } }');
    await start('de');
    await client.until(() => client.diagnostics(config).length > 0, 'the mistakes to be marked');
    assert.deepEqual(messages(config), [
      'Die Konfiguration hat keine Einstellung „versoin“; meinten Sie „version“?',
      '"baseline" muss ein Text in Anführungszeichen sein, und nicht leer',
      'Das Ziel „north“ nennt keinen Benutzer: Setzen Sie „url“ auf „sftp://user@host/folder“, oder „host“ und „user“',
    ]);
  });

  it('refuses in German to rename, and gives failures along as data', async () => {
    await start('de');
    await client.open(users, await readFile(users, 'utf8'));
    const renaming = { textDocument: { uri: uriOf(users) }, position: { line: 1, character: 1 } };
    await assert.rejects(
      client.connection.sendRequest('textDocument/rename', { ...renaming, newName: 'a,b' }),
      {
        message:
          '"," darf nicht in einer ID stehen, denn das würde das Feld oder den Eintrag einer Liste beenden. Erlaubt sind die Buchstaben A bis Z, Ziffern und . - _ / @.',
      },
    );
    const missing = join(root, 'missing');
    const failed = await client.connection.sendRequest<Outcome<unknown>>(compareRosters, {
      before: { uri: uriOf(missing) },
      after: { uri: uriOf(missing) },
    });
    assert.ok(!failed.ok);
    assert.equal(failed.message, `There is no ${missing}.`);
    const german = inLanguage('de', await textsOf('de'));
    assert.equal(spoken(failed.sentences.message, german), `Es gibt ${missing} nicht.`);
  });

  it('gives the reasons of the change gate in the language of what reads them', async () => {
    await recordDelivery(join(root, 'district'), '2026-11-24T23:30:00.000Z');
    const [header = ''] = (await readFile(users, 'utf8')).split('\n');
    await writeFile(users, `${header}\n`);
    const targets = { practice: { url: 'sftp://north@sftp.example.org/in' } };
    await writeFile(join(root, 'district', 'oneroster.config.json'), JSON.stringify({ targets }));
    await start('es');
    const review = await client.connection.sendRequest<Outcome<ReviewAnswer>>(reviewDelivery, {
      rosterUri: uriOf(join(root, 'district')),
      target: 'practice',
    });
    assert.ok(review.ok, JSON.stringify(review));
    const [reason] = review.value.verdict.reasons;
    assert.match(reason?.message ?? '', /^users\.csv would have no record any more; it had [\d,]+ people\.$/);
    const spanish = inLanguage('es', await textsOf('es'));
    assert.match(
      spoken(reason?.sentence ?? '', spanish),
      /^users\.csv ya no tendría ningún registro; tenía \d+ personas\.$/,
    );
  });

  it('makes the report in German', async () => {
    await start('de');
    const made = await client.connection.sendRequest<Outcome<string>>(rosterReport, {
      rosterUri: uriOf(join(root, 'district')),
    });
    assert.ok(made.ok, JSON.stringify(made));
    assert.match(made.value, /<html lang="de">/);
    assert.match(made.value, /<h1>Roster-Bericht: district<\/h1>/);
    assert.match(made.value, /<dt>Einschreibungen<\/dt><dd>\d+<\/dd>/);
    assert.match(made.value, /Personen nach Schule/);
    assert.match(made.value, />Lehrkraft \(teacher\)</);
  });

  const textsOf = async (language: string) =>
    JSON.parse(await readFile(`l10n/bundle.l10n.${language}.json`, 'utf8')) as Texts;

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
