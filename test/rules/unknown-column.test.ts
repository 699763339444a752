import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['unknown-column'];

describe('unknown-column', () => {
  it('accepts the columns of the table and of one’s own', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId,metadata.region
`,
      { only, version: '1.1' },
    );
  });

  it('names the column that a misspelt one stands for, and missing-column is silent', () => {
    const { problems } = check(
      `
=== orgs.csv
[[ID|unknown-column]],status,dateLastModified,[[nmae|unknown-column]],type,identifier,[[parent|unknown-column]]
`,
      { only: ['unknown-column', 'missing-column', 'missing-optional-column'], version: '1.1' },
    );
    assert.match(problems[1]?.message ?? '', /seems to stand for name/);
    assert.equal(problems[1]?.data['suggestion'], 'name');
  });

  it('names the version that has the column, and its name today', () => {
    const { problems } = check(
      `
=== users.csv
sourcedId,status,dateLastModified,enabledUser,[[orgs|unknown-column]],role,username,[[userId|unknown-column]],givenName,familyName,middleName,identifier,email,sms,phone,[[agents|unknown-column]],grades,password
=== courses.csv
sourcedId,status,dateLastModified,[[schoolYearId|unknown-column]],title,courseCode,grades,orgSourcedId,subjects,subjectCodes
`,
      { only: ['unknown-column', 'missing-column', 'missing-optional-column'], version: '1.1' },
    );
    const messages = problems.map(({ message }) => message).join('\n');
    assert.match(messages, /"agents" is the one of OneRoster 1\.0; in 1\.1 it is agentSourcedIds/);
    assert.match(messages, /"schoolYearId" is the one of OneRoster 1\.0; in 1\.1 it is schoolYearSourcedId/);
  });

  it('pairs the key of demographics, whose name shares nothing with the old one', () => {
    check(
      `
=== demographics.csv
[[userSourcedId|unknown-column]],status,dateLastModified,birthDate,sex,americanIndianOrAlaskaNative,asian,blackOrAfricanAmerican,nativeHawaiianOrOtherPacificIslander,white,demographicRaceTwoOrMoreRaces,hispanicOrLatinoEthnicity,countryOfBirthCode,stateOfBirthAbbreviation,cityOfBirth,publicSchoolResidenceStatus
`,
      { only: ['unknown-column', 'missing-column', 'missing-optional-column'], version: '1.1' },
    );
  });

  it('names the version of a column that this one has dropped', () => {
    const { problems } = check(
      `
=== users.csv
sourcedId,status,dateLastModified,enabledUser,[[orgSourcedIds|unknown-column]],[[role|unknown-column]],username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns
`,
      { only, version: '1.2' },
    );
    assert.match(problems[1]?.message ?? '', /in OneRoster 1\.0 and 1\.1, but not in 1\.2/);
  });

  it('is a warning in 1.0 unless a column of the table is missing for it', () => {
    const { problems } = check(
      `
=== orgs.csv
sourcedId,[[nmae|unknown-column]],type,identifier,status,dateLastModified,metadata.classification,metadata.gender,metadata.boarding,parentSourcedId,[[ext_vendor|unknown-column]]
`,
      { only, version: '1.0' },
    );
    assert.deepEqual(
      problems.map(({ severity }) => severity),
      ['error', 'warning'],
    );
  });

  it('says so of a column of one’s own without the dot, and offers the nearest name', () => {
    const { problems } = check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId,[[metadataRegion|unknown-column]],[[names|unknown-column]],[[colour|unknown-column]]
`,
      { only, version: '1.1' },
    );
    assert.deepEqual(
      problems.map(({ messageId, severity }) => `${messageId} ${severity}`),
      ['undotted warning', 'near error', 'unknown error'],
    );
  });

  it('leaves a first record that is no header, unknown files and the manifest alone', () => {
    check(
      `
=== manifest.csv
property,foo
=== orgs.csv
o1,,,North,school,,
=== notes.csv
a,b
`,
      { only, version: '1.1' },
    );
  });
});
