// What holds in the sample district without its defects, seen with csv-parse and none of the generator's own tables.
import { parse } from 'csv-parse/sync';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { cleanFiles } from '../../scripts/sample-district/planted-district.mjs';

describe('the clean district', () => {
  const tables = new Map([...cleanFiles()].map(([file, text]) => [file, records(text)]));
  const table = (file: string) => tables.get(file) ?? [];
  const ids = (file: string) => new Set(table(file).map((row) => row['sourcedId']));
  const rowOf = (file: string, id: string | undefined) => table(file).find((row) => row['sourcedId'] === id);

  it('has three schools or more and about 360 people', () => {
    assert.ok(table('orgs.csv').filter((row) => row['type'] === 'school').length >= 3);
    const people = table('users.csv').length;
    assert.ok(people >= 300 && people <= 400, String(people));
  });

  it('has the columns of the specification, in its order, and blank lifecycle fields', async () => {
    for (const [file, text] of cleanFiles()) {
      const fact: unknown = JSON.parse(
        await readFile(`schemas/oneroster-1.1/${file.replace('.csv', '.json')}`, 'utf8'),
      );
      assert.deepEqual(text.split('\r\n')[0]?.split(','), columnNames(fact), file);
      for (const row of table(file))
        assert.equal(`${row['status'] ?? ''}${row['dateLastModified'] ?? ''}`, '', file);
    }
  });

  it('has no id twice within a file', () => {
    for (const [file, rows] of tables) {
      const key = file === 'manifest.csv' ? 'propertyName' : 'sourcedId';
      assert.equal(new Set(rows.map((row) => row[key])).size, rows.length, file);
    }
  });

  it('has only references that lead somewhere', () => {
    const references = [
      ['academicSessions.csv', 'parentSourcedId', 'academicSessions.csv'],
      ['orgs.csv', 'parentSourcedId', 'orgs.csv'],
      ['courses.csv', 'schoolYearSourcedId', 'academicSessions.csv'],
      ['courses.csv', 'orgSourcedId', 'orgs.csv'],
      ['classes.csv', 'courseSourcedId', 'courses.csv'],
      ['classes.csv', 'schoolSourcedId', 'orgs.csv'],
      ['classes.csv', 'termSourcedIds', 'academicSessions.csv'],
      ['enrollments.csv', 'classSourcedId', 'classes.csv'],
      ['enrollments.csv', 'schoolSourcedId', 'orgs.csv'],
      ['enrollments.csv', 'userSourcedId', 'users.csv'],
      ['users.csv', 'orgSourcedIds', 'orgs.csv'],
      ['users.csv', 'agentSourcedIds', 'users.csv'],
      ['demographics.csv', 'sourcedId', 'users.csv'],
    ] as const;
    for (const [file, column, target] of references) {
      const known = ids(target);
      const items = table(file).flatMap((row) => list(row[column]));
      assert.ok(items.length > 0, `${file} ${column}`);
      assert.deepEqual(
        items.filter((id) => !known.has(id)),
        [],
        `${file} ${column}`,
      );
    }
  });

  it('has one primary teacher and some students in every class', () => {
    for (const { sourcedId } of table('classes.csv')) {
      const members = table('enrollments.csv').filter((row) => row['classSourcedId'] === sourcedId);
      const primary = members.filter((row) => row['primary'] === 'true');
      assert.deepEqual(
        primary.map((row) => row['role']),
        ['teacher'],
        sourcedId,
      );
      assert.ok(
        members.some((row) => row['role'] === 'student'),
        sourcedId,
      );
    }
  });

  it('has enrollments within the terms and the school of their class', () => {
    for (const row of table('enrollments.csv')) {
      const held = rowOf('classes.csv', row['classSourcedId']);
      const terms = list(held?.['termSourcedIds']).map((id) => rowOf('academicSessions.csv', id));
      const { beginDate = '', endDate = '' } = row;
      assert.ok(beginDate < endDate && beginDate >= (terms[0]?.['startDate'] ?? ''), row['sourcedId']);
      assert.ok(endDate <= (terms.at(-1)?.['endDate'] ?? ''), row['sourcedId']);
      assert.equal(row['schoolSourcedId'], held?.['schoolSourcedId'], row['sourcedId']);
      const user = rowOf('users.csv', row['userSourcedId']);
      assert.equal(user?.['role'], row['role'], row['sourcedId']);
      assert.ok(list(user?.['orgSourcedIds']).includes(row['schoolSourcedId'] ?? ''), row['sourcedId']);
    }
  });

  it('has no enrollment twice at a time', () => {
    const seen = new Map<string, string>();
    const rows = table('enrollments.csv').toSorted((left, right) =>
      String(left['beginDate']).localeCompare(String(right['beginDate'])),
    );
    for (const { classSourcedId, userSourcedId, role, beginDate = '', endDate = '' } of rows) {
      const key = [classSourcedId, userSourcedId, role].join(' ');
      assert.ok((seen.get(key) ?? '') <= beginDate, key);
      seen.set(key, endDate);
    }
  });

  it('has students who are enrolled and whose guardians know them', () => {
    const enrolled = new Set(table('enrollments.csv').map((row) => row['userSourcedId']));
    const users = table('users.csv');
    for (const student of users.filter((row) => row['role'] === 'student')) {
      assert.ok(enrolled.has(student['sourcedId']), student['sourcedId']);
    }
    for (const user of users) {
      for (const id of list(user['agentSourcedIds'])) {
        const agent = rowOf('users.csv', id);
        assert.ok(list(agent?.['agentSourcedIds']).includes(user['sourcedId'] ?? ''), id);
        assert.equal(agent?.['role'] === 'student', user['role'] !== 'student', id);
      }
    }
  });

  it('has people who are not mistaken for one another', () => {
    const users = table('users.csv');
    for (const of of [['username'], ['email'], ['givenName', 'familyName']]) {
      assert.equal(
        new Set(users.map((row) => of.map((name) => row[name]).join(' '))).size,
        users.length,
        of.join(),
      );
    }
  });

  it('has courses that are taught, and as many subject codes as subjects', () => {
    const taught = new Set(table('classes.csv').map((row) => row['courseSourcedId']));
    assert.deepEqual(
      [...ids('courses.csv')].filter((id) => !taught.has(id)),
      [],
    );
    for (const row of [...table('courses.csv'), ...table('classes.csv')]) {
      assert.equal(list(row['subjects']).length, list(row['subjectCodes']).length, row['sourcedId']);
    }
  });
});

/** Reads with a parser that shares nothing with the generator. */
function records(text: string): readonly Readonly<Record<string, string>>[] {
  return parse<Record<string, string>>(text, { columns: true, record_delimiter: '\r\n' });
}

function list(value: string | undefined): readonly string[] {
  return value === undefined || value === '' ? [] : value.split(',');
}

function columnNames(fact: unknown): readonly unknown[] {
  assert.ok(typeof fact === 'object' && fact !== null && 'columns' in fact && Array.isArray(fact.columns));
  return fact.columns.map((column: unknown) => {
    assert.ok(typeof column === 'object' && column !== null && 'name' in column);
    return column.name;
  });
}
