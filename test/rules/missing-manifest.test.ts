import assert from 'node:assert/strict';
import { check } from '../support/fixture';
import { files, manifestText } from '../support/manifest-text';

const only = ['missing-manifest'];

describe('missing-manifest', () => {
  it('accepts a roster with a manifest, even an empty, misplaced or wrongly named one', () => {
    check(`${manifestText()}${files.orgs}`, { only });
    check(`=== manifest.csv\n${files.orgs}`, { only });
    check(`${manifestText().replace('manifest.csv', 'export/Manifest.csv')}${files.orgs}`, {
      only,
      kind: 'zip',
    });
    check(`${manifestText().replace('manifest.csv', 'mainfest.csv')}${files.orgs}`, { only });
  });

  it('reports a roster without one in 1.1 and 1.2', () => {
    const { problems } = check(`!! missing-manifest manifest.csv${files.orgs}`, { only, version: '1.1' });
    assert.equal(problems[0]?.severity, 'error');
    check(`!! missing-manifest manifest.csv${files.orgs}`, { only, version: '1.2' });
  });

  it('is silent in 1.0 and for a profile that does not ask for it', () => {
    check(files.orgs, { only, version: '1.0' });
    check(files.orgs, { only, version: '1.1', profileId: 'incident-iq' });
  });

  it('reports a roster without any file', () => {
    check('!! missing-manifest manifest.csv', { only });
  });
});
