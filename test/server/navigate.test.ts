// From an id to its record, to all its uses, and to those in the same file, asked at the protocol in every version.
import assert from 'node:assert/strict';
import {
  DocumentHighlightKind,
  type DocumentHighlight,
  type Location,
  type LocationLink,
  type ShowMessageParams,
} from 'vscode-languageserver/node';
import { versions } from '../../src/core/spec/specification';
import { openMarkedRoster, type MarkedRoster } from '../support/marked-roster';
import { smallRosters } from '../support/small-rosters';

const ids = ['org', 'user', 'class', 'term'] as const;

for (const version of versions) {
  describe(`from id to record and back, in ${version}`, () => {
    let roster: MarkedRoster;

    before(async () => {
      // What nobody has open counts as well.
      const open = ['users.csv', 'enrollments.csv'];
      roster = await openMarkedRoster(smallRosters[version], { version, open });
    });

    after(() => roster.stop());

    const ask = <T>(method: string, params: object) =>
      roster.client.connection.sendRequest<T | null>(method, params);
    const define = async (name: string, further = 0) => {
      const found = await ask<Location[]>('textDocument/definition', roster.at(name, further));
      return found?.map((each) => roster.show(each)) ?? null;
    };
    const refer = async (name: string, includeDeclaration: boolean) => {
      const params = { ...roster.at(name), context: { includeDeclaration } };
      const found = await ask<Location[]>('textDocument/references', params);
      return found?.map((each) => roster.show(each)).sort() ?? null;
    };

    for (const id of ids) {
      it(`leads from each use of a ${id} to its record`, async () => {
        assert.deepEqual(await define(`${id}-use`), roster.marks(id));
        assert.deepEqual(await define(id), roster.marks(id));
      });

      it(`finds all uses of a ${id}, with its own field or without`, async () => {
        assert.deepEqual(await refer(id, false), roster.marks(`${id}-use`));
        assert.deepEqual(await refer(`${id}-use`, true), roster.marks(id, `${id}-use`));
      });
    }

    it('takes the place behind an id for the id, as an editor puts its cursor there', async () => {
      assert.deepEqual(await define('user-use', 3), roster.marks('user'));
    });

    it('leads nowhere from what is no id, from an id of nobody, and from the header', async () => {
      for (const name of ['plain', 'nobody']) {
        assert.equal(await define(name), null);
        assert.equal(await refer(name, true), null);
      }
      const textDocument = { uri: roster.uri('enrollments.csv') };
      assert.equal(
        await ask('textDocument/definition', { textDocument, position: { line: 0, character: 60 } }),
        null,
      );
    });

    it('marks an id in the same file, its own field apart from references to it', async () => {
      const found = await ask<DocumentHighlight[]>('textDocument/documentHighlight', roster.at('user'));
      const shown = (kind: DocumentHighlightKind) =>
        found?.filter((each) => each.kind === kind).map(({ range }) => roster.showIn('users.csv', range));
      const inUsers = (name: string) => roster.marks(name).filter((place) => place.startsWith('users.csv'));
      assert.deepEqual(shown(DocumentHighlightKind.Write), inUsers('user'));
      assert.deepEqual(shown(DocumentHighlightKind.Read), inUsers('user-use'));
      assert.equal(await ask('textDocument/documentHighlight', roster.at('plain')), null);
    });

    it('follows what is typed', async () => {
      const users = `${roster.folder}/users.csv`;
      const lineOf = async () => {
        const [found] = (await ask<Location[]>('textDocument/definition', roster.at('enrolled'))) ?? [];
        return found?.range.start.line;
      };
      assert.equal(await lineOf(), 1);
      await roster.client.type(users, '\nu-1,', '\nu-0,,,,\nu-1,');
      assert.equal(await lineOf(), 2);
      await roster.client.type(users, '\nu-1,', '\nu-100,');
      assert.equal(await lineOf(), undefined);
      await roster.client.type(users, '\nu-100,', '\nu-1,');
      await roster.client.type(users, '\nu-0,,,,\nu-1,', '\nu-1,');
      assert.equal(await lineOf(), 1);
    });
  });
}

describe('an editor that takes links', () => {
  it('is told the item that leads to the record, and the whole record', async () => {
    const capabilities = { textDocument: { definition: { linkSupport: true } } };
    const roster = await openMarkedRoster(
      `=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
org-1,,,Lincoln High,school,,
[[org-2,,,Grant High,school,,|record]]
=== users.csv
sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password
u-1,,,true,"org-1, [[org-2|item]]",student,ada,,Ada,Byron,,,,,,,09,
`,
      { capabilities },
    );
    try {
      const params = roster.at('item');
      const links = await roster.client.connection.sendRequest<LocationLink[]>(
        'textDocument/definition',
        params,
      );
      const [link] = links;
      assert.ok(link?.originSelectionRange);
      assert.equal(links.length, 1);
      assert.deepEqual([roster.showIn('users.csv', link.originSelectionRange)], roster.marks('item'));
      assert.deepEqual([roster.showIn('orgs.csv', link.targetRange)], roster.marks('record'));
    } finally {
      await roster.stop();
    }
  });
});

describe('an id with very many uses', () => {
  const people = 1500;
  const header = (file: string) => new RegExp(`=== ${file}\\n(.*)\\n`).exec(smallRosters['1.1'])?.[1] ?? '';
  const rows = Array.from({ length: people }, (_, at) => {
    const org = at === 1200 ? '[[org-1|here]]' : 'org-1';
    return `u-${String(at)},,,true,${org},student,n,,A,B,,,,,,,09,`;
  });
  const courses = ['k-1', 'k-2', 'k-3'].map((id) => `${id},,,,Algebra,A1,09,[[org-1|course]],,`);
  let roster: MarkedRoster;

  before(async () => {
    roster = await openMarkedRoster(`=== orgs.csv
${header('orgs.csv')}
[[org-1|org]],,,Lincoln High,school,,
=== courses.csv
${header('courses.csv')}
${courses.join('\n')}
=== users.csv
${header('users.csv')}
${rows.join('\n')}
`);
  });

  after(() => roster.stop());

  it('lists some of each file, and says how many there are', async () => {
    const messages: string[] = [];
    roster.client.connection.onNotification('window/showMessage', ({ message }: ShowMessageParams) => {
      messages.push(message);
    });
    const params = { ...roster.at('org'), context: { includeDeclaration: false } };
    const found = await roster.client.connection.sendRequest<Location[]>('textDocument/references', params);
    const shown = found.map((each) => roster.show(each));
    assert.equal(shown.length, 1000);
    assert.equal(new Set(shown).size, 1000);
    for (const course of roster.marks('course')) assert.ok(shown.includes(course));
    assert.deepEqual(messages, [
      '1,503 records in 2 files refer to this one; 1,000 places are listed, some of each file.',
    ]);
  });

  it('is marked round the cursor', async () => {
    const found = await roster.client.connection.sendRequest<DocumentHighlight[]>(
      'textDocument/documentHighlight',
      roster.at('here'),
    );
    const lines = found.map(({ range }) => range.start.line);
    // The record at the cursor stands on line 1201; as many are marked before it as behind.
    assert.deepEqual(
      lines,
      Array.from({ length: 500 }, (_, at) => 952 + at),
    );
  });
});
