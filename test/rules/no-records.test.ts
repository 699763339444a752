import assert from 'node:assert/strict';
import { check } from '../support/fixture';
import { files, manifestText } from '../support/manifest-text';

const only = ['no-records'];
const header = files.orgs.split('\n').slice(0, 3).join('\n');

describe('no-records', () => {
  it('accepts a file with a record', () => {
    check(files.orgs, { only });
  });

  it('reports a file with a header only', () => {
    const { problems } = check(`!! no-records orgs.csv${header}`, { only, version: '1.1' });
    assert.equal(problems[0]?.severity, 'error');
    check(`!! no-records orgs.csv${header} !`.replace('orgs.csv\ns', 'orgs.csv !\ns').replace(' !', ''), {
      only,
      version: '1.2',
    });
  });

  it('does not count blank records', () => {
    check(`!! no-records orgs.csv${header}\n\n,,,,,,\n`, { only, version: '1.1' });
  });

  it('is information in 1.0, where every file has to be there', () => {
    const { problems } = check(`!! no-records orgs.csv${header}`, { only, version: '1.0' });
    assert.equal(problems[0]?.severity, 'information');
    assert.equal(problems[0].message, 'orgs.csv has a header and no records');
  });

  it('reports a manifest without rows, and no rule asks for the single rows', () => {
    check('!! no-records manifest.csv\n=== manifest.csv\npropertyName,value\n', { version: '1.1' });
    check(manifestText(), { only });
  });

  it('leaves empty files, other delimiters, missing headers and unknown files to other rules', () => {
    check('=== orgs.csv\n=== users.csv\nsourcedId;status\n=== notes.csv\na,b\n=== courses.csv\nk1,,,\n', {
      only,
      version: '1.1',
    });
  });

  it('accepts a header alone of a file that the consumer does without', () => {
    check('=== courses.csv\nsourcedId\n', { only, version: '1.1', profileId: 'hmh' });
    check(`!! no-records orgs.csv${header}`, { only, version: '1.1', profileId: 'hmh' });
  });
});
