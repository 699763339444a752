import assert from 'node:assert/strict';
import { check } from '../support/fixture';
import { files } from '../support/manifest-text';

const only = ['unsupported-mode'];
const header = 'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId';
const changed = `=== orgs.csv\n${header}\no1,active,2026-09-01T06:00:00.000Z,North High,school,,\n`;

describe('unsupported-mode', () => {
  it('accepts delta files where the profile reads them, and bulk files', () => {
    check(changed, { only, version: '1.1' });
    check(files.orgs, { only, version: '1.1', profileId: 'hmh' });
  });

  it('marks the mode in the manifest, once for all files that have it', () => {
    const { problems, totals } = check(
      `=== manifest.csv\npropertyName,value\nfile.orgs,[[delta|unsupported-mode]]\nfile.users,delta\n${changed}=== users.csv\nsourcedId\nu1\n`,
      { only, version: '1.1', profileId: 'hmh' },
    );
    assert.equal(problems[0]?.message, 'orgs.csv is a delta file; HMH reads only bulk files');
    assert.deepEqual([problems[0].count, totals.error], [2, 2]);
  });

  it('marks the file where its content alone says so', () => {
    check(changed.replace('sourcedId', '[[|unsupported-mode]]sourcedId'), {
      only,
      version: '1.1',
      profileId: 'great-minds',
    });
  });

  it('leaves unknown files and the manifest alone, and an empty table', () => {
    check('=== notes.csv\na\n1\n=== manifest.csv\npropertyName,value\n=== orgs.csv\n', {
      only,
      version: '1.1',
      profileId: 'hmh',
    });
  });
});
