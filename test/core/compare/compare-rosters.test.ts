import assert from 'node:assert/strict';
import { compareRosters } from '../../../src/core/compare/compare-rosters';
import type { Comparison } from '../../../src/core/compare/comparison';
import { entriesOf, entryKinds, hiddenValue } from '../../../src/core/compare/entries';
import { isUnchanged, summarize } from '../../../src/core/compare/summary';
import { readRoster } from '../../../src/core/model/roster';
import { resolveProfile } from '../../../src/core/spec/specification';
import type { OneRosterVersion } from '../../../src/core/spec/types';
import { parseFixture } from '../../support/fixture';

describe('comparing rosters', () => {
  it('tells what was added, removed and changed, field by field, by the ids', () => {
    const comparison = compare(
      `=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
d,,,District,district,,
n,,,North High,school,1,d
s,,,South High,school,2,d
`,
      `=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
w,,,West High,school,3,d
s,,,South High School,school,,d
d,,,District,district,,
`,
    );
    assert.deepEqual(linesOf(comparison), [
      'removed n North High (school) 3→',
      'added w West High (school) →2',
      'changed s South High School (school) 4→3: name "South High" "South High School", identifier "2" ""',
    ]);
    const [file] = summarize(comparison).files;
    assert.deepEqual(
      [file?.added, file?.removed, file?.changed, file?.renamed, file?.unchanged, file?.records],
      [1, 1, 1, 0, 1, { before: 3, after: 3 }],
    );
    assert.deepEqual(file?.fields, [
      { name: 'name', changed: 1 },
      { name: 'identifier', changed: 1 },
    ]);
  });

  it('compares values, not how they are written: quotes, line ends, order of records and columns', () => {
    const comparison = compare(
      `=== orgs.csv
sourcedId,name,type
a,"North ""The Best"" High",school
b,Über,school
c,"two\nlines",school
d,"x",school
`,
      '=== orgs.csv\n\u{feff}type,"name",sourcedId\\r\n"school",x,"d"\\r\nschool,"two\\r\nlines",c\\r\n' +
        'school,Über,b\\r\nschool,North "The Best" High,a\\r\n',
    );
    assert.deepEqual(linesOf(comparison), []);
    assert.equal(summarize(comparison).isSame, true);
  });

  it('says of a column whether it is missing or empty', () => {
    const comparison = compare(
      '=== users.csv\nsourcedId,username,phone,sms\nu1,ada,1,\nu2,bob,2,\n',
      '=== users.csv\nsourcedId,username,email,middleName\nu1,ada,,Kim\nu2,bob,,\n',
    );
    assert.deepEqual(linesOf(comparison), []);
    const { isSame, files } = summarize(comparison);
    assert.equal(isSame, false);
    assert.deepEqual(files[0]?.columns, [
      { name: 'phone', change: 'removed', filled: 2 },
      { name: 'sms', change: 'removed', filled: 0 },
      { name: 'email', change: 'added', filled: 0 },
      { name: 'middleName', change: 'added', filled: 1 },
    ]);
  });

  it('counts the records of a file that has come or gone, and does not take an unreadable file for an empty one', () => {
    const before = '=== orgs.csv\nsourcedId,name\na,A\n=== courses.csv\nsourcedId,title\nc,C\nd,D\n';
    const comparison = compare(
      before,
      '=== orgs.csv unreadable\n=== classes.csv\nsourcedId,title\nk,K\n=== courses.csv\n',
    );
    const files = summarize(comparison).files.map(({ file, presence, added, removed, failure }) => [
      file,
      presence,
      added,
      removed,
      failure,
    ]);
    assert.deepEqual(files, [
      ['classes.csv', 'added', 1, 0, undefined],
      ['courses.csv', 'both', 0, 2, undefined],
      ['orgs.csv', 'both', 0, 0, 'orgs.csv cannot be read.'],
    ]);
    const [gone] = summarize(compare(before, '=== orgs.csv\nsourcedId,name\na,A\n')).files.filter(
      ({ file }) => file === 'courses.csv',
    );
    assert.deepEqual([gone?.presence, gone?.removed, gone?.paths], ['removed', 2, { before: 'courses.csv' }]);
  });

  it('takes the key of each table from its facts: the manifest by property, demographics by person, other files by id', () => {
    const comparison = compare(
      `=== manifest.csv
propertyName,value
manifest.version,1.0
oneroster.version,1.1
file.users,bulk
=== demographics.csv
sourcedId,sex
u1,male
=== lockers.csv
sourcedId,place
l1,hall
=== notes.csv
text,mark
hello,1
`,
      `=== manifest.csv
propertyName,value
oneroster.version,1.1
manifest.version,1.0
file.users,absent
=== demographics.csv
sourcedId,sex
u1,female
=== lockers.csv
sourcedId,place
l1,yard
=== notes.csv
text,mark
hello,2
`,
    );
    assert.deepEqual(linesOf(comparison), [
      'changed file.users file.users (property) 4→4: value "bulk" "absent"',
      'changed u1 u1 (set of demographics) 2→2: sex "male" "female"',
      'changed l1 l1 (record) 2→2: place "hall" "yard"',
    ]);
    const notes = summarize(comparison).files.find(({ file }) => file === 'notes.csv');
    assert.match(notes?.failure ?? '', /none of OneRoster's files/);
    assert.equal(notes?.isIdentical, false);
  });

  it('matches demographics of 1.0 with those of later versions, whose key has another name', () => {
    const comparison = compare(
      '=== demographics.csv\nuserSourcedId,sex\nu1,male\n=== users.csv\nsourcedId,grade\nu1,3\n',
      '=== demographics.csv\nsourcedId,sex\nu1,male\n=== users.csv\nsourcedId,grade\nu1,3\n',
      ['1.0', '1.1'],
    );
    assert.deepEqual(linesOf(comparison), []);
    const demographics = summarize(comparison).files.find(({ file }) => file === 'demographics.csv');
    assert.deepEqual([demographics?.unchanged, demographics?.columns], [1, []]);
  });

  it('leaves aside what repeats an id, has none, or has fields too many, and does not call that file unchanged', () => {
    const comparison = compare(
      '=== orgs.csv\nsourcedId,name\na,A\nb,B\nc,C\n',
      '=== orgs.csv\nsourcedId,name\na,A\nb,B,more\nc,C\na,again\n,none\n',
    );
    assert.deepEqual(linesOf(comparison), []);
    const [file] = summarize(comparison).files;
    assert.ok(file);
    assert.deepEqual(
      [file.unchanged, file.leftAside, isUnchanged(file)],
      [2, { before: 0, after: 3 }, false],
    );
  });

  it('names records by what they refer to, and shows whom ids stand for', () => {
    const rest = `=== orgs.csv
sourcedId,name,type
n,North High,school
s,South High,school
=== users.csv
sourcedId,givenName,familyName,role
u1,Ada,Byron,student
=== classes.csv
sourcedId,title
k,Algebra
=== enrollments.csv
sourcedId,classSourcedId,schoolSourcedId,userSourcedId,role
`;
    const comparison = compare(`${rest}e1,k,n,u1,student\n`, `${rest}e1,k,s,u1,student\n`);
    const [entry] = entries(comparison);
    assert.deepEqual([entry?.name, entry?.details], ['Ada Byron', ['student', 'South High', 'Algebra']]);
    assert.deepEqual(entry?.fields, [
      {
        field: 'schoolSourcedId',
        before: 'n',
        after: 's',
        nameBefore: 'North High',
        nameAfter: 'South High',
      },
    ]);
  });

  it('never shows a password, only that it is another', () => {
    const comparison = compare(
      '=== users.csv\nsourcedId,username,password\nu,ada,secret\n',
      '=== users.csv\nsourcedId,username,password\nu,ada,other\n',
    );
    assert.deepEqual(entries(comparison)[0]?.fields, [
      { field: 'password', before: hiddenValue, after: hiddenValue },
    ]);
  });

  it('says which files are deltas, whose gaps remove nothing', () => {
    const manifest = (mode: string) => `=== manifest.csv\npropertyName,value\nfile.orgs,${mode}\n`;
    const orgs = '=== orgs.csv\nsourcedId,name\na,A\n';
    const { files } = summarize(compare(`${manifest('bulk')}${orgs}b,B\n`, `${manifest('delta')}${orgs}`));
    assert.deepEqual(
      files.map(({ file, deltas, removed }) => [file, deltas, removed]),
      [
        ['manifest.csv', [], 0],
        ['orgs.csv', ['after'], 1],
      ],
    );
  });

  it('lists only what it is asked for', () => {
    const records = Array.from({ length: 50 }, (_, index) => `o${String(index)},x\n`).join('');
    const comparison = compare('=== orgs.csv\nsourcedId,name\n', `=== orgs.csv\nsourcedId,name\n${records}`);
    const [table] = comparison.tables;
    assert.ok(table);
    const ids = entriesOf(comparison, table, 'added', 10, 3).map(({ id }) => id);
    assert.deepEqual(ids, ['o10', 'o11', 'o12']);
    assert.equal(summarize(comparison).totals.added, 50);
  });
});

describe('people under a new id', () => {
  const header = 'sourcedId,role,username,givenName,familyName,middleName,identifier,email';

  const people = (before: string, after: string, more: readonly [string, string] = ['', '']) =>
    linesOf(
      compare(
        `=== users.csv\n${header}\n${before}\n${more[0]}`,
        `=== users.csv\n${header}\n${after}\n${more[1]}`,
      ),
    );

  it('are known by identifier, username or e-mail address, letter case aside', () => {
    assert.deepEqual(people('1,student,ada,Ada,Byron,,77,', '9,student,other,Ada,King,,77,'), [
      'renamed 1>9 Ada King (student) 2→2 by identifier: username "ada" "other", familyName "Byron" "King"',
    ]);
    assert.deepEqual(people('1,student,ada,Ada,Byron,,,', '9,student,ADA,Ada,Byron,,,'), [
      'renamed 1>9 Ada Byron (student) 2→2 by username: username "ada" "ADA"',
    ]);
    assert.deepEqual(people('1,student,,Ada,Byron,,7,a@x.org', '9,student,,Ada,Byron,,7,A@x.org'), [
      'renamed 1>9 Ada Byron (student) 2→2 by identifier, e-mail address: email "a@x.org" "A@x.org"',
    ]);
  });

  it('are known by name and birth date, and take their demographics with them', () => {
    const demographics = (id: string, born: string) =>
      `=== demographics.csv\nsourcedId,birthDate,sex\n${id},${born},female\n`;
    const before = '1,student,a,Ada,Byron,,,';
    const after = '9,student,b,ada,BYRON,,,';
    assert.deepEqual(
      people(before, after, [demographics('1', '2010-12-10'), demographics('9', '2010-12-10')]).map(
        (line) => line.split(':')[0],
      ),
      [
        'renamed 1>9 ada BYRON (set of demographics) 2→2 by name and birth date',
        'renamed 1>9 ada BYRON (student) 2→2 by name and birth date',
      ],
    );
    const other = people(before, after, [demographics('1', '2010-12-10'), demographics('9', '2010-12-11')]);
    assert.ok(
      other.every((line) => !line.startsWith('renamed')),
      other.join('\n'),
    );
  });

  it('are others where a username has passed to somebody else', () => {
    const lines = people('1,student,jsmith,John,Smith,,,', '9,student,jsmith,Jane,Smith,,,');
    assert.deepEqual(
      lines.map((line) => line.split(' ')[0]),
      ['removed', 'added'],
    );
  });

  it('are others where a third person has the same sign', () => {
    const shared = 'f@x.org';
    const lines = people(
      `1,student,a,Ada,Byron,,,${shared}\n2,student,b,Ben,Byron,,,${shared}`,
      `9,student,c,Ada,Byron,,,${shared}\n2,student,b,Ben,Byron,,,${shared}`,
    );
    assert.deepEqual(
      lines.map((line) => line.split(' ')[0]),
      ['removed', 'added'],
    );
  });

  it('are neither among those added nor among those removed', () => {
    const { totals } = summarize(
      compare(
        `=== users.csv\n${header}\n1,student,ada,Ada,Byron,,77,\n2,student,bob,Bob,Hale,,,\n`,
        `=== users.csv\n${header}\n9,student,ada,Ada,Byron,,77,\n3,student,cy,Cy,Lee,,,\n`,
      ),
    );
    assert.deepEqual(totals, { added: 1, removed: 1, changed: 0, renamed: 1 });
  });
});

function compare(
  before: string,
  after: string,
  [old, later]: readonly [OneRosterVersion, OneRosterVersion] = ['1.1', '1.1'],
): Comparison {
  const profile = resolveProfile('standard');
  return compareRosters({
    before: readRoster(parseFixture(before).input, { profile, version: old }),
    after: readRoster(parseFixture(after).input, { profile, version: later }),
  });
}

function entries(comparison: Comparison) {
  return comparison.tables.flatMap((table) =>
    entryKinds.flatMap((kind) => entriesOf(comparison, table, kind)),
  );
}

/** Each entry in a line: kind, ids, name, kind of record, lines, what changed. */
function linesOf(comparison: Comparison): readonly string[] {
  return entries(comparison).map(({ kind, id, idBefore, name, details, before, after, fields, by }) => {
    const ids = idBefore === undefined ? id : `${idBefore}>${id}`;
    const lines = `${String(before?.line ?? '')}→${String(after?.line ?? '')}`;
    const changes = fields.map((field) => `${field.field} "${field.before}" "${field.after}"`).join(', ');
    const words = by === undefined ? '' : ` by ${by.join(', ')}`;
    return `${kind} ${ids} ${name} (${details[0] ?? ''}) ${lines}${words}${changes === '' ? '' : `: ${changes}`}`;
  });
}
