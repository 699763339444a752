import { check } from '../support/fixture';
import { files, manifestText } from '../support/manifest-text';

const only = ['manifest-only'];

describe('manifest-only', () => {
  it('mentions a roster of nothing but a manifest, and nothing is wrong with it', () => {
    check(`!! manifest-only manifest.csv${manifestText()}`);
    check(`!! manifest-only manifest.csv${manifestText({}, '1.2')}`);
  });

  it('does not count files that no specification names', () => {
    check(`!! manifest-only manifest.csv${manifestText()}=== notes.csv\na\n`, { only });
  });

  it('says nothing where a file is there, even an empty or misnamed one', () => {
    check(`${manifestText()}${files.orgs}`, { only });
    check(`${manifestText()}=== orgs.csv\n`, { only });
    check(`${manifestText()}=== roles.csv\n`, { only });
    check(`${manifestText()}${files.orgs.replace('orgs.csv', 'organisations.csv')}`, { only });
  });

  it('says nothing where the manifest announces a file', () => {
    check(manifestText({ 'file.users': 'delta' }), { only });
  });

  it('says nothing of an empty manifest, nor without one', () => {
    check('=== manifest.csv\n', { only, version: '1.1' });
    check('', { only });
  });
});
