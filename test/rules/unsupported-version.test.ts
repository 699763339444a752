import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['unsupported-version'];
const header = 'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId';

describe('unsupported-version', () => {
  it('accepts the versions that the profile reads, detected or given', () => {
    const orgs = `=== orgs.csv\n${header}\no1,,,North High,school,,\n`;
    for (const version of ['1.0', '1.1', '1.2'] as const) check(orgs, { only, version });
    for (const version of ['1.0', '1.1'] as const) check(orgs, { only, version, profileId: 'incident-iq' });
  });

  it('marks the version in the manifest, and names those that are read', () => {
    const { problems } = check(
      '=== manifest.csv\npropertyName,value\nmanifest.version,1.0\noneroster.version,[[1.2|unsupported-version]]\n',
      { only, profileId: 'incident-iq' },
    );
    assert.equal(problems[0]?.message, 'This is a roster of OneRoster 1.2; Incident IQ reads 1.0 and 1.1');
  });

  it('speaks of the roster as a whole without such a row', () => {
    check(`!! unsupported-version\n=== orgs.csv\n${header}\n`, { only, version: '1.0', profileId: 'hmh' });
    check('!! unsupported-version\n=== manifest.csv\npropertyName,value\nfile.orgs,bulk\n', {
      only,
      version: '1.2',
      profileId: 'hmh',
    });
  });

  it('finds nothing in an empty table', () => {
    check('=== orgs.csv\n', { only, version: '1.1', profileId: 'hmh' });
  });
});
