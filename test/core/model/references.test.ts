import assert from 'node:assert/strict';
import { CsvScanner } from '../../../src/core/csv/scan-csv';
import { indexCsv } from '../../../src/core/model/index-csv';
import { foldedIds, resolveReferences } from '../../../src/core/model/references';
import { ScannedTable } from '../../../src/core/model/scanned-table';
import { Tracker, type Watched } from '../../../src/core/model/tracker';
import { specification } from '../../../src/core/spec/specification';
import { encodeUtf8 } from '../../../src/core/text/utf8';

/** The references in the second column of some users to some orgs `s1`, `s2` and `S3`. */
function references(isList: boolean, ...fields: readonly string[]) {
  return countedReferences(isList, fields).found;
}

/** The same, with how often something was worked out for them. */
function countedReferences(isList: boolean, fields: readonly string[]) {
  const tracker = new CountingTracker();
  const table = (name: 'orgs' | 'users', text: string) =>
    new ScannedTable(
      `${name}.csv`,
      indexCsv(new CsvScanner(), encodeUtf8(text)),
      specification('1.1').table(name),
      'bulk',
      tracker,
    );
  const users = table(
    'users',
    ['sourcedId,orgSourcedIds', ...fields.map((field) => `u,${field}`)].join('\n'),
  );
  const orgs = table('orgs', 'sourcedId\ns1\ns2\nS3\n');
  const fact = { table: 'orgs', column: 'sourcedId' } as const;
  const target = { table: orgs, column: 0, nearIds: () => foldedIds(orgs.values(0)) };
  const found = resolveReferences(users, 1, fact, isList, target, tracker);
  return { found, worked: () => tracker.count };
}

/** Counts how often something is worked out. */
class CountingTracker extends Tracker {
  count = 0;

  override watch<T>(work: () => T): Watched<T> {
    this.count++;
    return super.watch(work);
  }
}

describe('references', () => {
  it('lead to records, be it in other letter case, and leave out what leads nowhere', () => {
    const found = references(true, '"s1,s2"', '"s2, s3,,s9"', '', 's1');
    assert.deepEqual(
      [1, 2, 3, 4].map((record) => found.targets(record)),
      [[1, 2], [2, 3], [], [1]],
    );
    assert.deepEqual(found.targetsOf(0), []);
    assert.deepEqual(found.targetsOf(99), []);
  });

  it('are not resolved for the sake of an empty value, which is asked about at each keystroke', () => {
    const { found, worked } = countedReferences(true, ['"s1,s2"', '']);
    assert.deepEqual(found.targets(2), []);
    assert.equal(worked(), 0);
    assert.deepEqual(found.targets(1), [1, 2]);
    assert.ok(worked() > 0);
  });

  it('know the items of a value with their places', () => {
    const found = references(true, '"s2, s3,s9"');
    const { bytes } = found.table.scan;
    assert.deepEqual(
      found.items(1).map(({ start, end, record, nearRecord }) => {
        return [String.fromCharCode(...bytes.subarray(start, end)), record, nearRecord];
      }),
      [
        ['s2', 2, undefined],
        ['s3', undefined, 3],
        ['s9', undefined, undefined],
      ],
    );
  });

  it('name the values that do not lead to exactly a record, once each', () => {
    const found = references(true, 's1', '"s9,s8"', '', '"s1,s9"', '"s9,s8"', 's3');
    assert.deepEqual(
      found.unresolved().map((code) => found.values.text(code)),
      ['s9,s8', 's1,s9', 's3'],
    );
  });

  it('take the value of a column of single references as one id', () => {
    const found = references(false, 's1', '"s1,s2"', ' s2 ', '   ', '', 's3');
    assert.deepEqual([...found.singleTargets()], [0, 1, 0, 2, 0, 3]);
    assert.deepEqual(
      found.unresolved().map((code) => found.values.text(code)),
      ['s1,s2', '   ', 's3'],
    );
  });
});
