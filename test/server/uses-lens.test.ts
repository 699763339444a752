// What is said above a record of how much it is used, asked at the protocol in every version.
import assert from 'node:assert/strict';
import type { CodeLens } from 'vscode-languageserver/node';
import { versions } from '../../src/core/spec/specification';
import { openMarkedRoster, type MarkedRoster } from '../support/marked-roster';
import { smallRosters } from '../support/small-rosters';

interface SettingRequest {
  readonly items: readonly { readonly scopeUri: string; readonly section: string }[];
}

const lensesOf = async (roster: MarkedRoster, file: string) => {
  const params = { textDocument: { uri: roster.uri(file) } };
  const lenses = await roster.client.connection.sendRequest<CodeLens[]>('textDocument/codeLens', params);
  const resolve = (lens: CodeLens) => {
    assert.equal(lens.command, undefined, 'it is counted when it is looked at');
    return roster.client.connection.sendRequest<CodeLens>('codeLens/resolve', lens);
  };
  return Promise.all(lenses.map(resolve));
};
const titles = async (roster: MarkedRoster, file: string) =>
  (await lensesOf(roster, file)).map(({ command }) => command?.title);

for (const version of versions) {
  describe(`how much a record is used, in ${version}`, () => {
    let roster: MarkedRoster;

    before(async () => {
      roster = await openMarkedRoster(smallRosters[version], { version });
    });

    after(() => roster.stop());

    it('is said of orgs, people, sessions, courses and classes, records of lists counted once', async () => {
      const org = version === '1.2' ? 'used by 6 records in 5 files' : 'used by 6 records in 4 files';
      const [dist, first, second] = await titles(roster, 'orgs.csv');
      assert.equal(dist, 'used by 2 records in orgs.csv');
      assert.equal(first, org);
      assert.match(second ?? '', /^used by \d records in 3 files$/);
      const users = version === '1.2' ? 'used by 5 records in 3 files' : 'used by 4 records in 2 files';
      assert.deepEqual(await titles(roster, 'users.csv'), [
        users,
        'used by 1 record in users.csv',
        'used by 1 record in users.csv',
      ]);
      assert.deepEqual(await titles(roster, 'academicSessions.csv'), [
        'used by 3 records in 2 files',
        'used by 2 records in classes.csv',
      ]);
      assert.deepEqual(await titles(roster, 'courses.csv'), ['used by 2 records in classes.csv']);
      assert.deepEqual(await titles(roster, 'classes.csv'), [
        'used by 2 records in enrollments.csv',
        'used by 2 records in enrollments.csv',
      ]);
      assert.deepEqual(await titles(roster, 'enrollments.csv'), []);
    });

    it('leads to the uses by a command that names the place, and has none where nobody is', async () => {
      const [, lens] = await lensesOf(roster, 'orgs.csv');
      const { textDocument, position } = roster.at('org');
      assert.deepEqual(lens?.command?.arguments, [textDocument.uri, position.line, position.character]);
      assert.equal(lens.command.command, 'oneroster.showUses');
      await roster.client.type(`${roster.folder}/courses.csv`, '\nk-1,', '\nk-9,');
      const [course] = await lensesOf(roster, 'courses.csv');
      assert.deepEqual(course?.command, { title: 'used by no record', command: '' });
    });
  });
}

describe('how much a record is used', () => {
  const orgs = (count: number) =>
    Array.from({ length: count }, (_, at) => `o-${String(at)},,,School,school,,o-0`).join('\n');
  const text = (count: number) =>
    `=== orgs.csv\nsourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\n${orgs(count)}\n`;

  it('is left out in long tables, where it would take room without end', async () => {
    for (const [count, expected] of [
      [200, 200],
      [201, 0],
    ] as const) {
      const roster = await openMarkedRoster(text(count));
      try {
        assert.equal((await lensesOf(roster, 'orgs.csv')).length, expected);
      } finally {
        await roster.stop();
      }
    }
  });

  it('is asked for again when other files change, and follows the setting', async () => {
    const capabilities = { workspace: { configuration: true, codeLens: { refreshSupport: true } } };
    const roster = await openMarkedRoster(text(3), { capabilities });
    let most = 0;
    let refreshed = 0;
    const { connection } = roster.client;
    connection.onRequest('workspace/configuration', ({ items }: SettingRequest) => {
      assert.deepEqual(items, [
        { scopeUri: roster.uri('orgs.csv'), section: 'oneroster.usesLens.maxRecords' },
      ]);
      return [most];
    });
    const again = new Promise<void>((resolve) => {
      connection.onRequest('workspace/codeLens/refresh', () => {
        refreshed++;
        resolve();
        return null;
      });
    });
    try {
      assert.deepEqual(await lensesOf(roster, 'orgs.csv'), []);
      most = 3;
      assert.equal((await lensesOf(roster, 'orgs.csv')).length, 3);
      assert.equal(refreshed, 0);
      await roster.client.type(`${roster.folder}/orgs.csv`, ',o-0\n', ',\n');
      await again;
      assert.deepEqual((await titles(roster, 'orgs.csv'))[0], 'used by 2 records in orgs.csv');
    } finally {
      await roster.stop();
    }
  });
});
