import assert from 'node:assert/strict';
import { check } from '../support/fixture';
import { files, manifestText } from '../support/manifest-text';

const only = ['missing-file'];

describe('missing-file', () => {
  it('accepts a roster whose references have their files', () => {
    check(`${manifestText({ 'file.orgs': 'bulk', 'file.users': 'bulk' })}${files.orgs}${files.users}`, {
      only,
    });
  });

  it('reports a file that references need once, at its row of the manifest, with a count', () => {
    const { problems } = check(
      `${manifestText({ 'file.orgs': '[[absent|missing-file]]', 'file.users': 'bulk' })}${files.users}`,
      { only },
    );
    assert.equal(
      problems[0]?.message,
      'orgs.csv is missing, but orgSourcedIds in users.csv refers to it (references: 3)',
    );
    assert.deepEqual(
      problems[0].related.map(({ file, record, message }) => [file, record, message]),
      [
        [
          'users.csv',
          2,
          'orgSourcedIds names "o1,o2" of orgs.csv, the first of such references here (in all: 3)',
        ],
      ],
    );
  });

  it('adds up the columns of several files', () => {
    const { problems } = check(`!! missing-file orgs.csv\n${files.courses}${files.users}`, {
      only,
      version: '1.1',
    });
    assert.equal(
      problems[0]?.message,
      'orgs.csv is missing, but orgSourcedId in courses.csv and other columns refer to it (references: 4)',
    );
  });

  it('demands nothing for blank references, nor for those of delta files', () => {
    check(`${manifestText({ 'file.orgs': 'bulk', 'file.courses': 'bulk' })}${files.orgs}${files.courses}`, {
      only,
    });
    check(`${manifestText({ 'file.users': 'delta' })}${files.users}`, { only });
  });

  it('demands the seven files of 1.0', () => {
    check(
      `
!! missing-file academicSessions.csv
!! missing-file classes.csv
!! missing-file courses.csv
!! missing-file demographics.csv
!! missing-file enrollments.csv
!! missing-file users.csv
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,metadata.classification,metadata.gender,metadata.boarding,parentSourcedId
`,
      { only, version: '1.0' },
    );
  });

  it('demands what the profile demands, but nothing of a roster with only its manifest', () => {
    const { problems } = check(
      `
!! missing-file academicSessions.csv
!! missing-file classes.csv
!! missing-file courses.csv
!! missing-file enrollments.csv
!! missing-file users.csv${files.orgs}`,
      { only, version: '1.1', profileId: 'incident-iq' },
    );
    assert.equal(problems[0]?.message, 'academicSessions.csv is missing; Incident IQ demands it');
    check(manifestText(), { only, profileId: 'incident-iq' });
  });

  it('leaves a file with a wrong name, in a folder or in another case to other rules', () => {
    check(`${files.users}${files.orgs.replace('orgs.csv', 'Orgs.csv')}`, { only, version: '1.1' });
    check(`${files.users}${files.orgs.replace('orgs.csv', 'export/orgs.csv')}`, {
      only,
      version: '1.1',
      kind: 'zip',
    });
    check(`${files.users}${files.orgs.replace('orgs.csv', 'organisations.csv')}`, { only, version: '1.1' });
  });

  it('finds nothing in an empty table', () => {
    check(files.users.split('\n').slice(0, 3).join('\n'), { only, version: '1.1' });
  });

  it('lets a file be missing that the consumer does without, whatever refers to it', () => {
    const classes = '=== classes.csv\nsourcedId,courseSourcedId\nk1,c1\n';
    const { problems } = check(
      `!! missing-file enrollments.csv\n!! missing-file orgs.csv\n!! missing-file users.csv\n${classes}`,
      { only, version: '1.1', profileId: 'great-minds' },
    );
    assert.equal(problems[0]?.message, 'enrollments.csv is missing; Great Minds demands it');
  });
});
