import assert from 'node:assert/strict';
import { detectVersion } from '../../../src/core/spec/detect-version';
import type { VersionEvidence } from '../../../src/core/spec/detect-version';
import { specification, tableForHeader, versions } from '../../../src/core/spec/specification';
import type { TableName } from '../../../src/core/spec/catalog.generated';
import type { OneRosterVersion } from '../../../src/core/spec/types';

describe('detectVersion', () => {
  describe('by the manifest', () => {
    const withManifest = (value: string | undefined, properties: readonly string[] = ['oneroster.version']) =>
      detect({
        manifestPresent: true,
        manifestProperties: properties,
        ...(value === undefined ? {} : { manifestVersion: value }),
      });

    it('takes the word of oneroster.version', () => {
      assert.deepEqual(withManifest('1.1'), { version: '1.1', basis: 'manifest', declared: '1.1' });
      assert.deepEqual(withManifest('1.2'), { version: '1.2', basis: 'manifest', declared: '1.2' });
    });

    it('reads known variants as their family and names them', () => {
      for (const [value, version] of [
        ['1.1.1', '1.1'],
        ['1.2.1', '1.2'],
        ['1.2_JP', '1.2'],
      ] as const) {
        assert.deepEqual(withManifest(value), {
          version,
          basis: 'manifest',
          variantOf: value,
          declared: value,
        });
      }
    });

    it('takes a property that only 1.2 has where the word is missing or unknown', () => {
      for (const value of [undefined, '', '2.0']) {
        const found = withManifest(value, ['oneroster.version', 'file.users', 'file.roles']);
        assert.equal(found.version, '1.2');
        assert.equal(found.basis, 'manifest-properties');
      }
      assert.equal(withManifest('2.0').declared, '2.0');
    });

    it('takes 1.1 where the properties are those of 1.1 and nothing else tells', () => {
      const found = withManifest(undefined, ['manifest.version', 'file.users', 'file.orgs']);
      assert.deepEqual(found, { version: '1.1', basis: 'manifest-properties' });
    });

    it('never finds 1.0, which has no manifest, however the files look', () => {
      const headers = rosterOf('1.0');
      assert.equal(detect({ manifestPresent: true, headers }).version, '1.1');
      const declared = detect({ manifestPresent: true, manifestVersion: '1.1', headers });
      assert.equal(declared.version, '1.1');
      assert.equal(declared.basis, 'manifest');
    });

    it('ignores the word of a manifest that is not there', () => {
      assert.equal(detect({ manifestPresent: false, manifestVersion: '1.2' }).declared, undefined);
    });
  });

  describe('by the names of the files', () => {
    it('finds 1.0 where exactly its seven files are there, in any letter case', () => {
      assert.deepEqual(detect({ headers: rosterOf('1.0') }), { version: '1.0', basis: 'files' });
      const upper = new Map([...rosterOf('1.0')].map(([file, header]) => [file.toUpperCase(), header]));
      assert.equal(detect({ headers: upper }).version, '1.0');
      const empty = new Map([...rosterOf('1.0').keys()].map((file) => [file, []]));
      assert.deepEqual(detect({ headers: empty }), { version: '1.0', basis: 'files' });
    });

    it('does not take those seven files for 1.0 where their headers are of 1.1', () => {
      const seven = new Map([...rosterOf('1.0').keys()].map((file) => [file, headerOfFile('1.1', file)]));
      assert.deepEqual(detect({ headers: seven }), { version: '1.1', basis: 'headers' });
    });

    const newIn12: readonly TableName[] = [
      'userProfiles',
      'roles',
      'userResources',
      'scoreScales',
      'lineItemScoreScales',
      'resultScoreScales',
      'lineItemLearningObjectiveIds',
      'resultLearningObjectiveIds',
    ];
    for (const table of newIn12) {
      it(`finds 1.2 by ${table}.csv`, () => {
        const headers = new Map([...rosterOf('1.1'), [`${table}.csv`, []]]);
        assert.deepEqual([detect({ headers }).version, detect({ headers }).basis], ['1.2', 'files']);
      });
    }

    it('finds 1.1 by files that 1.1 and 1.2 share, even beside headers of 1.0', () => {
      for (const file of ['resources.csv', 'classResources.csv', 'courseResources.csv']) {
        const headers = new Map([[file, headerOfFile('1.1', file)]]);
        assert.deepEqual(detect({ headers }), { version: '1.1', basis: 'files' });
        assert.notEqual(detect({ headers: new Map([...rosterOf('1.0'), ...headers]) }).version, '1.0');
      }
    });
  });

  describe('by a single header', () => {
    const rows: readonly (readonly [string, string, OneRosterVersion])[] = [
      ['users', 'sourcedId,username,userMasterIdentifier,resourceSourcedIds', '1.2'],
      ['users', 'sourcedId,username,userMasterIdentifier', '1.2'],
      ['users', 'sourcedId,username,primaryOrgSourcedId', '1.2'],
      ['users', 'sourcedId,username,pronouns', '1.2'],
      ['users', 'sourcedId,enabledUser,orgSourcedIds,role,username', '1.1'],
      ['users', 'sourcedId,orgSourcedIds,role,username,userId', '1.0'],
      ['users', 'sourcedId,orgSourcedIds,role,username,agents', '1.0'],
      ['demographics', 'userSourcedId,status,dateLastModified,birthdate', '1.0'],
      ['demographics', 'sourcedId,status,dateLastModified,birthDate', '1.1'],
      ['courses', 'sourcedId,schoolYearId,metadata.duration,title,grade', '1.0'],
      ['courses', 'sourcedId,schoolYearSourcedId,title,grades,subjectCodes', '1.1'],
      ['classes', 'sourcedId,title,grade,termSourcedId', '1.0'],
      ['classes', 'sourcedId,title,grades,termSourcedIds,periods', '1.1'],
      [
        'orgs',
        'sourcedId,status,dateLastModified,name,type,identifier,metadata.classification,parentSourcedId',
        '1.0',
      ],
      ['orgs', 'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId', '1.1'],
      [
        'orgs',
        'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId,metadata.gender,metadata.boarding',
        '1.1',
      ],
      [
        'enrollments',
        'sourcedId,classSourcedId,schoolSourcedId,userSourcedId,role,status,dateLastModified,primary',
        '1.0',
      ],
      ['enrollments', 'sourcedId,status,dateLastModified,classSourcedId,userSourcedId,role,beginDate', '1.1'],
      [
        'academicSessions',
        'sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId',
        '1.0',
      ],
      [
        'academicSessions',
        'sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear',
        '1.1',
      ],
      ['categories', 'sourcedId,status,dateLastModified,title', '1.1'],
      ['categories', 'sourcedId,status,dateLastModified,title,weight', '1.2'],
      ['lineItems', 'sourcedId,title,gradingPeriodSourcedId', '1.1'],
      ['lineItems', 'sourcedId,title,academicSessionSourcedId', '1.2'],
      ['results', 'sourcedId,lineItemSourcedId,score', '1.1'],
      ['results', 'sourcedId,lineItemSourcedId,score,textScore', '1.2'],
    ];
    for (const [table, header, version] of rows) {
      it(`finds ${version} by ${table}.csv with ${header}`, () => {
        assert.equal(detect({ headers: new Map([[`${table}.csv`, header.split(',')]]) }).version, version);
      });
    }

    for (const version of versions) {
      it(`finds the versions that fit each whole header of ${version}`, () => {
        for (const { file, columns } of specification(version).tables) {
          const found = detect({ headers: new Map([[file, columns.map((column) => column.name)]]) });
          const header = columns.map((column) => column.name).join();
          const same = versions.filter((each) => headerOfFile(each, file).join() === header);
          assert.ok(same.includes(found.version), `${file}: ${found.version}`);
        }
      });
    }

    it('reads a header with semicolons, quotes and a byte order mark', () => {
      const header = ['\uFEFF"sourcedId";"orgSourcedIds";"role";"userId"'];
      assert.equal(detect({ headers: new Map([['users.csv', header]]) }).version, '1.0');
    });

    it('assumes 1.1 where nothing tells', () => {
      assert.deepEqual(detect({}), { version: '1.1', basis: 'default' });
      assert.deepEqual(detect({ headers: new Map([['notes.csv', ['a']]]) }), {
        version: '1.1',
        basis: 'default',
      });
    });
  });

  it('takes the mixed header set of the 1.1 draft for 1.1', () => {
    const users =
      'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userId,givenName';
    const headers = new Map([
      ['users.csv', `${users},familyName,middleNames,identifier,agents,grade`.split(',')],
    ]);
    assert.equal(detect({ headers }).version, '1.1');
  });

  describe('contradictions', () => {
    it('names the files whose headers are of another version than the manifest says', () => {
      const headers = new Map([...rosterOf('1.0'), ['orgs.csv', headerOfFile('1.1', 'orgs.csv')]]);
      const found = detect({ manifestPresent: true, manifestVersion: '1.1', headers });
      const files = found.contradicts?.map(({ file }) => file);
      assert.deepEqual(files, ['classes.csv', 'courses.csv', 'demographics.csv', 'users.csv']);
      assert.ok(found.contradicts?.every(({ version }) => version === '1.0'));
    });

    it('names files that the version does not have', () => {
      const headers = new Map([['roles.csv', headerOfFile('1.2', 'roles.csv')]]);
      const found = detect({ manifestPresent: true, manifestVersion: '1.1', headers });
      assert.deepEqual(found.contradicts, [{ file: 'roles.csv', version: '1.2' }]);
    });

    it('names none for a header of the right version that lacks columns or has one too many', () => {
      const whole = headerOfFile('1.1', 'users.csv');
      const cut = headerOfFile('1.1', 'academicSessions.csv').filter((name) => name !== 'schoolYear');
      const headers = new Map([
        ['users.csv', [...whole, 'pronouns']],
        ['academicSessions.csv', cut],
      ]);
      const found = detect({ manifestPresent: true, manifestVersion: '1.1', headers });
      assert.equal(found.contradicts, undefined);
    });

    it('names none for the users.csv of June 2022', () => {
      const header = specification('1.2').table('users')?.variants?.[0]?.columns ?? [];
      const headers = new Map([['users.csv', header]]);
      assert.equal(detect({ manifestPresent: true, manifestVersion: '1.2', headers }).contradicts, undefined);
    });
  });
});

describe('tableForHeader', () => {
  it('picks the variant whose additional column the header has', () => {
    const users = specification('1.2').table('users');
    assert.ok(users);
    assert.equal(tableForHeader(users, ['sourcedId', 'pronouns']), users);
    const variant = tableForHeader(users, ['sourcedId', 'resourceSourcedIds']);
    assert.equal(variant.columns.length, 23);
    assert.equal(variant.columns[17]?.name, 'resourceSourcedIds');
  });
});

function detect(evidence: Partial<VersionEvidence>) {
  return detectVersion({ manifestPresent: false, manifestProperties: [], headers: new Map(), ...evidence });
}

function rosterOf(version: OneRosterVersion): Map<string, string[]> {
  return new Map(specification(version).tables.map(({ file }) => [file, headerOfFile(version, file)]));
}

function headerOfFile(version: OneRosterVersion, file: string): string[] {
  return (specification(version).tableOfFile(file)?.columns ?? []).map((column) => column.name);
}
