import assert from 'node:assert/strict';
import { findRecords } from '../../../src/core/features/find-records';
import { filterRecords } from '../../../src/core/features/record-filter';
import { tableOf } from '../../support/table-of';

const text = `=== users.csv
sourcedId,givenName,familyName,role,email
u-1,Ada,Byron,student,ada@example.org
u-2,José,Núñez,teacher,
3,Bea,"Cole, ""B""",student,
u-30,Ada,Stone,teacher,u-2@example.org
`;
const { roster, table } = tableOf('users.csv', text);
const filtered = (filter: string) => [...filterRecords(table, filter, [...table.header.keys()])];
const found = (query: string) => findRecords(roster, table, query, 50).records.map(({ record }) => record);

describe('filterRecords', () => {
  it('lets all records through without a filter, the header aside', () => {
    assert.deepEqual(filtered(''), [1, 2, 3, 4]);
    assert.deepEqual(filtered('  '), [1, 2, 3, 4]);
  });

  it('looks for parts of values in all columns, letter case and accents aside', () => {
    assert.deepEqual(filtered('ADA'), [1, 4]);
    assert.deepEqual(filtered('jose'), [2]);
    assert.deepEqual(filtered('NÚÑ'), [2]);
    assert.deepEqual(filtered('e, "b'), [3]);
    assert.deepEqual(filtered('"Cole, "'), [3]);
    assert.deepEqual(filtered('nobody'), []);
  });

  it('wants every word, in whichever columns', () => {
    assert.deepEqual(filtered('ada teacher'), [4]);
    assert.deepEqual(filtered('u-2'), [2, 4]);
  });

  it('looks in the column that is named, and only there; other colons are text', () => {
    assert.deepEqual(filtered('role:teacher'), [2, 4]);
    assert.deepEqual(filtered('SOURCEDID:u-2'), [2]);
    assert.deepEqual(filtered('email: role:teacher'), [2, 4]);
    assert.deepEqual(filtered('x:teacher'), []);
  });
});

describe('findRecords', () => {
  it('finds by the number that a spreadsheet shows, and that comes first', () => {
    assert.deepEqual(found('3'), [3, 4, 5]);
    assert.deepEqual(found('1'), [1, 2]);
    assert.deepEqual(found('77'), []);
  });

  it('finds by id, the very one first, and by words of the name in any order', () => {
    assert.deepEqual(found('u-30'), [5]);
    assert.deepEqual(found('U-3'), [5]);
    assert.deepEqual(found('byron ada'), [2]);
    assert.deepEqual(found('nunez'), [3]);
    assert.deepEqual(found('student'), []);
  });

  it('says who they are, and how many there are beside those listed', () => {
    const { records, total } = findRecords(roster, table, 'ada', 1);
    assert.equal(total, 2);
    assert.deepEqual(
      records.map(({ name, id, record, kind }) => ({ name, id, record, kind })),
      [{ name: 'Ada Byron', id: 'u-1', record: 2, kind: 'student' }],
    );
    assert.equal(findRecords(roster, table, ' ', 50).total, 0);
  });
});
