import assert from 'node:assert/strict';
import { check } from '../support/fixture';
import { files } from '../support/manifest-text';

describe('foreign-format', () => {
  it('names the format once, and no other rule says anything', () => {
    const { problems } = check(`
!! foreign-format
=== school.csv
SIS ID,Name
1,North High
=== student.csv
SIS ID,School SIS ID,Username
7,1,ada
`);
    assert.match(
      problems[0]?.message ?? '',
      /^These files are in the format of Microsoft School Data Sync V1,/,
    );
  });

  it('finds a format even where all files are empty but for their headers', () => {
    check(`
!! foreign-format
=== schools.csv
School_id,School_name
`);
  });

  it('says nothing of OneRoster files beside a file of another format', () => {
    check(`${files.orgs}=== student.csv\nSIS ID,School SIS ID\n7,1\n`, { only: ['foreign-format'] });
  });

  it('says nothing of a roster with a manifest, nor of OneRoster files with damaged headers', () => {
    const only = ['foreign-format'];
    check('=== manifest.csv\npropertyName,value\n=== schools.csv\nSchool_id,School_name\n', { only });
    check(files.users.replace(',orgSourcedIds', ''), { only });
    check('=== users.csv\n', { only });
  });
});
