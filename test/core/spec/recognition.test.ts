import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { detectForeignFormat } from '../../../src/core/spec/detect-foreign-format';
import { looksLikeRoster } from '../../../src/core/spec/looks-like-roster';
import { specification, versions } from '../../../src/core/spec/specification';

const users =
  'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,givenName,familyName';

describe('looksLikeRoster', () => {
  const rosters: readonly (readonly [string, Record<string, string>])[] = [
    ['a single table', { 'users.csv': users }],
    ['a header in the wrong letter case', { 'Users.CSV': users.toUpperCase() }],
    ['semicolons', { 'users.csv': users.replaceAll(',', ';') }],
    ['tabs', { 'users.csv': users.replaceAll(',', '\t') }],
    ['a byte order mark and quotes', { 'users.csv': `\uFEFF"${users.replaceAll(',', '","')}"` }],
    ['a misspelt file name', { 'academicSesions.csv': 'sourcedId,status,dateLastModified,title' }],
    [
      'a misspelt key column',
      { 'orgs.csv': 'sorcedId,status,dateLastModified,name,type,identifier,parentSourceId' },
    ],
    ['a manifest', { 'manifest.csv': 'propertyName,value' }],
    ['a manifest with a slip', { 'manifest.csv': 'propretyName,value' }],
    ['the files of a folder inside', { 'export/orgs.csv': 'sourcedId,name,type' }],
    ['files without headers', { 'academicSessions.csv': '', 'users.csv': '18125,,,TRUE', 'orgs.csv': '' }],
    [
      'files of School Data Sync, which are told apart later',
      { 'orgs.csv': 'sourcedId,name,type,parentSourcedId' },
    ],
  ];
  for (const [what, files] of rosters) {
    it(`accepts ${what}`, () => assert.ok(looksLikeRoster(headersOf(files))));
  }

  it('accepts every table of every version on its own', () => {
    for (const version of versions) {
      for (const { file, columns } of specification(version).tables) {
        assert.ok(
          looksLikeRoster(new Map([[file, columns.map((column) => column.name)]])),
          `${version} ${file}`,
        );
      }
    }
  });

  const others: readonly (readonly [string, Record<string, string>])[] = [
    ['nothing', {}],
    ["another program's users.csv", { 'users.csv': 'id,username,email,phone,role,status,password' }],
    ['an export of contacts', { 'users.csv': 'First Name,Last Name,Email,Phone,Identifier' }],
    ['leads with a source', { 'users.csv': 'sourceId,name,email,status,role' }],
    [
      'a shop',
      { 'categories.csv': 'id,title', 'resources.csv': 'id,title,url', 'results.csv': 'id,score,comment' },
    ],
    [
      "a learning platform's own layout",
      {
        'users.csv': 'user_id,login_id,password,first_name,last_name,email,status',
        'courses.csv': 'course_id,short_name,long_name,account_id,term_id,status',
        'enrollments.csv': 'course_id,user_id,role,section_id,status',
      },
    ],
    ['OneRoster columns in a file of another name', { 'people.csv': users }],
    ['a manifest of something else', { 'manifest.csv': 'file,sha256,bytes' }],
  ];
  for (const [what, files] of others) {
    it(`leaves ${what} alone`, () => assert.ok(!looksLikeRoster(headersOf(files))));
  }
});

describe('detectForeignFormat', () => {
  const foreign: readonly (readonly [string, Record<string, string>])[] = [
    ['Microsoft School Data Sync V1', { 'School.csv': 'SIS ID,Name' }],
    ['Microsoft School Data Sync V1', { 'StudentEnrollment.csv': 'Section SIS ID,SIS ID' }],
    ['Microsoft School Data Sync V1', { 'Student.csv': 'SIS ID,School SIS ID,Username' }],
    [
      'Microsoft School Data Sync V2',
      {
        'users.csv': 'sourcedId,orgSourcedIds,givenName,familyName,username,password,role,grade',
        'orgs.csv': 'sourcedId,name,type,parentSourcedId',
      },
    ],
    ['Microsoft School Data Sync V2', { 'classes.csv': 'sourcedId,orgSourcedId,title' }],
    [
      'Microsoft School Data Sync V2.1',
      {
        'classes.csv': 'sourcedId,orgSourcedId,title,sessionSourcedIds,courseSourcedId',
        'enrollments.csv': 'classSourcedId,userSourcedId,role',
      },
    ],
    ['Microsoft School Data Sync V2.1', { 'users.csv': 'sourcedId,username,activeDirectoryMatchId,email' }],
    [
      'Clever',
      { 'schools.csv': 'School_id,School_name,School_number', 'students.csv': 'School_id,Student_id' },
    ],
    ['Clever', { 'enrollments.csv': 'School_id,Section_id,Student_id' }],
  ];
  for (const [format, files] of foreign) {
    it(`names ${format} by ${Object.keys(files).join(', ')}`, () => {
      assert.equal(detectForeignFormat(headersOf(files)), format);
    });
  }

  it('takes no roster of any version for foreign, whole or with only its required columns', () => {
    for (const version of versions) {
      const { tables } = specification(version);
      const whole = tables.map(({ file, columns }) => [file, columns.map(({ name }) => name)] as const);
      assert.equal(detectForeignFormat(new Map(whole)), undefined);
      for (const { file, columns } of tables) {
        const required = columns.filter((column) => column.required === true).map(({ name }) => name);
        assert.equal(detectForeignFormat(new Map([[file, required]])), undefined, `${version} ${file}`);
      }
    }
  });

  it('takes no roster with a manifest for foreign, even if the manifest has no header', () => {
    for (const header of ['propertyName,value', 'manifest.version,1', '']) {
      const files = { 'manifest.csv': header, 'classes.csv': 'sourcedId,orgSourcedId,title' };
      assert.equal(detectForeignFormat(headersOf(files)), undefined);
    }
  });

  it('takes no roster without its optional columns for foreign', () => {
    const files = {
      'classes.csv': 'sourcedId,title,courseSourcedId,classType,schoolSourcedId,termSourcedIds',
      'users.csv': 'sourcedId,enabledUser,orgSourcedIds,role,username,givenName,familyName,email',
      'roles.csv': 'sourcedId,userSourcedId,roleType,role,orgSourcedId',
      'enrollments.csv': 'sourcedId,classSourcedId,schoolSourcedId,userSourcedId,role',
    };
    assert.equal(detectForeignFormat(headersOf(files)), undefined);
  });
});

describe('real files', () => {
  const folder = '../shared/samples';
  const expected: Readonly<Record<string, string>> = {
    '36-sds-v2': 'Microsoft School Data Sync V2',
    '37-sds-v2p1': 'Microsoft School Data Sync V2.1',
  };
  it('are recognised', function () {
    if (!existsSync(folder)) return this.skip();
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (!entry.isDirectory()) continue;
      const headers = headersOfFolder(join(folder, entry.name));
      if (headers.size === 0) continue;
      assert.ok(looksLikeRoster(headers), entry.name);
      assert.equal(detectForeignFormat(headers), expected[entry.name], entry.name);
    }
  });
});

function headersOf(files: Readonly<Record<string, string>>): Map<string, string[]> {
  return new Map(Object.entries(files).map(([file, header]) => [file, header.split(',')]));
}

function headersOfFolder(folder: string): Map<string, string[]> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.csv'));
  return new Map(
    files.map((name) => [
      name,
      (readFileSync(join(folder, name), 'utf8').split(/\r?\n/)[0] ?? '').split(','),
    ]),
  );
}
