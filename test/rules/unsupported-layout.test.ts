import assert from 'node:assert/strict';
import { check } from '../support/fixture';
import { files } from '../support/manifest-text';

const only = ['unsupported-layout'];

describe('unsupported-layout', () => {
  it('accepts a folder for every layout, for a package is made of it', () => {
    for (const profileId of ['standard', 'classlink', 'summit-k12'] as const) {
      check(files.orgs, { only, profileId });
    }
  });

  it('accepts a zip where zips are read', () => {
    for (const profileId of ['standard', 'summit-k12'] as const) {
      check(files.orgs, { only, profileId, kind: 'zip' });
    }
  });

  it('reports a zip where the files have to lie side by side', () => {
    const { problems } = check(`!! unsupported-layout\n${files.orgs}`, {
      only,
      profileId: 'classlink',
      kind: 'zip',
    });
    assert.match(problems[0]?.message ?? '', /^This is a zip; ClassLink Roster Server reads the CSV files/);
  });

  it('finds nothing in an empty table', () => {
    check('=== orgs.csv\n', { only, profileId: 'classlink' });
  });
});
