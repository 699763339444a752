import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['nested-folder'];
const kind = 'zip';

describe('nested-folder', () => {
  it('accepts files at the top level, and what a system left beside them', () => {
    check('=== orgs.csv\nsourcedId\n=== __MACOSX/\n=== __MACOSX/._orgs.csv\nx\n', { only, kind });
  });

  it('reports a folder once, with the number of files in it', () => {
    const { problems } = check(
      `
!! nested-folder
=== export/
=== export/orgs.csv
=== export/old/users.csv
=== export/readme.txt
=== manifest.csv
`,
      { only, kind },
    );
    assert.equal(
      problems[0]?.message,
      'The zip holds 3 of its files in the folder "export"; all files have to lie at the top level of the zip',
    );
  });

  it('reports a folder without files, too', () => {
    const { problems } = check('!! nested-folder\n=== orgs.csv\n=== export/\n', { only, kind });
    assert.match(problems[0]?.message ?? '', /^The zip has an entry for the folder "export"/);
  });

  it('reports each folder', () => {
    check('!! nested-folder\n!! nested-folder\n=== a/orgs.csv\n=== b/users.csv\n', { only, kind });
  });

  it('has no say in a folder on disk, nor in an empty zip', () => {
    check('=== export/orgs.csv\n', { only, kind: 'folder' });
    check('', { only, kind });
  });
});
