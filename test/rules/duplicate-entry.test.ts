import assert from 'node:assert/strict';
import { check } from '../support/fixture';
import { files } from '../support/manifest-text';

const only = ['duplicate-entry'];
const kind = 'zip';

describe('duplicate-entry', () => {
  it('accepts each name once, and names in different folders', () => {
    check(`${files.orgs}=== a/orgs.csv\n=== b/orgs.csv\n`, { only, kind });
  });

  it('reports a name that is there twice and reads the first, however long the second is', () => {
    const { problems, roster } = check(
      `!! duplicate-entry orgs.csv\n!! unknown-file orgs.bak\n${files.orgs}=== orgs.csv\nx\n=== orgs.bak\nx\n`,
      { only: ['duplicate-entry', 'unknown-file', 'required-value'], kind },
    );
    assert.match(
      problems.find(({ file }) => file === 'orgs.csv')?.message ?? '',
      /^The zip holds orgs\.csv more than once/,
    );
    assert.equal(roster.tables.length, 1);
    assert.equal(roster.table('orgs')?.dataRecords, 1);
  });

  it('reports the wrong one of two names that differ by case, whichever comes first', () => {
    for (const order of [
      ['users.csv', 'Users.csv'],
      ['Users.csv', 'users.csv'],
    ]) {
      const text = order.map((name) => `=== ${name}\nx\n`).join('');
      const { problems } = check(`!! duplicate-entry Users.csv\n${text}`, { only, kind, version: '1.1' });
      assert.equal(problems[0]?.related[0]?.file, 'users.csv');
    }
  });

  it('counts every further entry', () => {
    check('!! duplicate-entry a.txt\n!! duplicate-entry a.txt\n=== a.txt\n=== a.txt\n=== a.txt\n', {
      only,
      kind,
    });
  });

  it('leaves folders and what systems leave behind alone', () => {
    check('=== a/\n=== a/\n=== .DS_Store\n=== .DS_Store\n', { only, kind });
    check('', { only, kind });
  });
});
