// An id is renamed in all files of a roster, asked at the protocol in every version.
import assert from 'node:assert/strict';
import {
  TextDocumentEdit,
  type PrepareRenameResult,
  type ShowMessageParams,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { versions } from '../../src/core/spec/specification';
import { pathOf } from '../../src/server/uris';
import { openMarkedRoster, type MarkedRoster } from '../support/marked-roster';
import { smallRosters } from '../support/small-rosters';

for (const version of versions) {
  describe(`renaming an id, in ${version}`, () => {
    let roster: MarkedRoster;
    let messages: string[];

    before(async () => {
      roster = await openMarkedRoster(smallRosters[version], { version, open: ['users.csv'] });
      roster.client.connection.onNotification('window/showMessage', ({ message }: ShowMessageParams) => {
        messages.push(message);
      });
    });

    beforeEach(() => {
      messages = [];
    });

    after(() => roster.stop());

    const rename = (name: string, newName: string) =>
      roster.client.connection.sendRequest<WorkspaceEdit>('textDocument/rename', {
        ...roster.at(name),
        newName,
      });
    const prepare = (name: string) =>
      roster.client.connection.sendRequest<PrepareRenameResult>(
        'textDocument/prepareRename',
        roster.at(name),
      );
    const refuses = (asked: Promise<unknown>, reason: RegExp) => assert.rejects(asked, { message: reason });

    for (const [id, newId] of Object.entries({ org: 'o.9', user: 'u/9', class: 'c@9', term: 'T-9_x' })) {
      it(`changes a ${id} and all that name it, lists, quotes and every other byte kept`, async () => {
        for (const place of [id, `${id}-use`]) {
          const edit = await rename(place, newId);
          const changed = textEdits(edit).map(({ file, range }) => roster.showIn(file, range));
          assert.deepEqual(changed.sort(), roster.marks(id, `${id}-use`));
          assert.ok(textEdits(edit).every(({ newText }) => newText === newId));
        }
      });
    }

    it('says that consumers will see a new person, and in how many places the id changes', async () => {
      await rename('user', 'u-9');
      assert.equal(messages.length, 1);
      const places = roster.marks('user', 'user-use').length;
      assert.match(
        messages[0] ?? '',
        new RegExp(`^"u-1" becomes "u-9" in ${String(places)} places of [23] files\\.`),
      );
      assert.match(messages[0] ?? '', /will see a new person/);
    });

    it('offers the id itself, be it written in other letter case where it is used', async () => {
      for (const name of ['user', 'user-use', 'enrolled']) {
        const found = await prepare(name);
        assert.ok('placeholder' in found);
        assert.equal(found.placeholder, 'u-1');
      }
    });

    it('refuses where there is no id, or that of nobody', async () => {
      await refuses(prepare('plain'), /^Only ids can be renamed\. Put the cursor on/);
      await refuses(prepare('nobody'), /^No record of users\.csv has this id\./);
      await refuses(rename('nobody', 'u-9'), /^No record of users\.csv has this id\./);
    });

    it('refuses an id that is taken, in other letter case, too', async () => {
      await refuses(
        rename('user', 'u-2'),
        /^"u-2" is the id of another person already: users\.csv, record 3\./,
      );
      await refuses(
        rename('user-use', 'U-2'),
        /^"U-2" differs only by letter case .* users\.csv, record 3\./,
      );
      await refuses(rename('org', 'dist'), /another organization already: orgs\.csv, record 2\./);
      // What another table has is free, and so is its own in other letter case.
      assert.ok(textEdits(await rename('user', 'c-1')).length > 0);
      assert.ok(textEdits(await rename('user', 'U-1')).length > 0);
    });

    it('refuses an id that is none', async () => {
      await refuses(rename('user', ''), /^An id cannot be empty\./);
      await refuses(rename('user', ' u-9'), /^An id has no blanks round it\./);
      await refuses(rename('user', 'u,9'), /^"," may not stand in an id/);
      await refuses(rename('user', 'u"9'), /^""" may not stand in an id/);
      await refuses(rename('user', 'u\n9'), /^A control character may not stand in an id/);
      const spaced = rename('user', 'u 9😀');
      if (version === '1.0') assert.ok(textEdits(await spaced).length > 0);
      else await refuses(spaced, /^" " may not stand in an id\. Legal are letters A to Z/);
      const long = rename('user', 'u'.repeat(256));
      if (version === '1.0') assert.ok(textEdits(await long).length > 0);
      else await refuses(long, /^The new id has 256 characters\. An id has fewer than 256\./);
      assert.ok(textEdits(await rename('user', 'u'.repeat(255))).length > 0);
    });

    it('changes nothing, and says nothing, where the id stays as it is', async () => {
      assert.deepEqual(await rename('user', 'u-1'), { changes: {} });
      assert.deepEqual(messages, []);
    });
  });
}

describe('renaming an id', () => {
  const users =
    'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password';

  it('goes from the end of a file to its top, a part at a time, with a word about what comes of it', async () => {
    const count = 2500;
    const capabilities = {
      workspace: { workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } },
    };
    const people = Array.from(
      { length: count },
      (_, at) => `u-${String(at)},,,true,org-1,student,n,,A,B,,,,,,,09,`,
    );
    const roster = await openMarkedRoster(
      `=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
[[org-1|org]],,,Lincoln High,school,,
=== users.csv
${users}
${people.join('\n')}
`,
      { capabilities },
    );
    try {
      const edit = await roster.client.connection.sendRequest<WorkspaceEdit>('textDocument/rename', {
        ...roster.at('org'),
        newName: 'org-9',
      });
      const changes = (edit.documentChanges ?? []).filter((each) => TextDocumentEdit.is(each));
      const parts = changes.filter(({ textDocument }) => textDocument.uri.endsWith('users.csv'));
      assert.deepEqual(
        parts.map(({ edits }) => edits.length),
        [1000, 1000, 500],
      );
      const lines = parts.flatMap(({ edits }) =>
        edits.map((each) => ('range' in each ? each.range.start.line : -1)),
      );
      assert.deepEqual(
        lines,
        people.map((_, at) => count - at),
      );
      const [annotation, ...others] = Object.entries(edit.changeAnnotations ?? {});
      assert.ok(annotation && others.length === 0);
      assert.equal(annotation[1].label, 'Consumers will see a new organization');
      assert.equal(annotation[1].needsConfirmation, false);
      const ids = changes.flatMap(({ edits }) =>
        edits.map((each) => ('annotationId' in each ? each.annotationId : undefined)),
      );
      assert.ok(ids.every((id) => id === annotation[0]));
    } finally {
      await roster.stop();
    }
  });

  it('gives way where ids of 1.1 have had such characters before', async () => {
    const roster = await openMarkedRoster(`=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
[[org:1|org]],,,Lincoln High,school,,
`);
    try {
      const params = { ...roster.at('org'), newName: 'org:2' };
      const edit = await roster.client.connection.sendRequest<WorkspaceEdit>('textDocument/rename', params);
      assert.deepEqual(
        textEdits(edit).map(({ newText }) => newText),
        ['org:2'],
      );
    } finally {
      await roster.stop();
    }
  });
});

interface EditedPlace extends TextEdit {
  readonly file: string;
}

function textEdits(edit: WorkspaceEdit): readonly EditedPlace[] {
  return (edit.documentChanges ?? []).flatMap((change) => {
    if (!TextDocumentEdit.is(change)) return [];
    const file = /[^/\\]+$/.exec(pathOf(change.textDocument.uri) ?? '')?.[0] ?? '';
    return change.edits.flatMap((each) => ('newText' in each ? [{ ...each, file }] : []));
  });
}
