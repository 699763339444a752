// Looking for somebody in all rosters of the workspace, asked at the protocol in every version.
import assert from 'node:assert/strict';
import type { SymbolInformation } from 'vscode-languageserver/node';
import { versions } from '../../src/core/spec/specification';
import { openMarkedRoster, type MarkedRoster } from '../support/marked-roster';
import { smallRosters } from '../support/small-rosters';

for (const version of versions) {
  describe(`looking for a record, in ${version}`, () => {
    let roster: MarkedRoster;

    before(async () => {
      // Nothing is open: the files are read for the search.
      roster = await openMarkedRoster(smallRosters[version], { version, open: [] });
    });

    after(() => roster.stop());

    const search = (query: string) =>
      roster.client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query });
    const names = async (query: string) => (await search(query)).map(({ name }) => name);

    it('finds a person, a class, a course, a school and a session by name', async () => {
      assert.deepEqual(await names('byron zo'), ['Zoë 😀 Byron · u-1']);
      assert.deepEqual(await names('alGEBra'), ['Algebra 1 · c-1', 'Algebra 2 · c-2', 'Algebra · k-1']);
      assert.deepEqual(await names('lincoln high'), ['Lincoln High · org-1']);
      assert.deepEqual(await names('spring'), ['Spring · t-2']);
    });

    it('finds by id, and says where', async () => {
      for (const [id, mark] of Object.entries({
        'u-1': 'user',
        'org-1': 'org',
        'c-1': 'class',
        't-1': 'term',
      })) {
        const found = await search(id);
        assert.deepEqual(
          found.map(({ location }) => roster.show(location)),
          roster.marks(mark),
        );
      }
      const [person] = await search('u-2');
      assert.equal(
        person?.containerName,
        version === '1.2' ? 'person, Grant High' : 'guardian, Grant High, Lincoln High',
      );
    });

    it('puts first what begins with the words, and then what holds them', async () => {
      assert.deepEqual(await names('n'), [
        ...['Emmy Noether · u-3', 'Spring · t-2', 'Byron District · dist', 'Lincoln High · org-1'],
        ...['Grant High · org-2', 'Zoë 😀 Byron · u-1'],
      ]);
    });

    it('finds nobody by nothing, and no enrollment', async () => {
      for (const query of ['', '  ', 'e-1', 'nobody of this name']) assert.deepEqual(await names(query), []);
    });
  });
}
