import assert from 'node:assert/strict';
import fc from 'fast-check';
import { RosterError } from '../../../src/core/errors';
import type { Order } from '../../../src/core/table-edits/sort-order';
import { sortRecordsSteps } from '../../../src/core/table-edits/sort-records';
import { allAtOnce } from '../../../src/core/steps';
import { edited, tableOf } from '../../support/table-of';

const sortRecords = (...args: Parameters<typeof sortRecordsSteps>) => allAtOnce(sortRecordsSteps(...args));

function sorted(file: string, text: string, column: string, order: Order = 'ascending'): string {
  const { table } = tableOf(file, `=== ${file}\n${text}`);
  return edited(table, sortRecords(table, table.columnIndex(column), order).edits);
}

/** The first fields of the records, sorted by the second column. */
function firsts(
  file: string,
  header: string,
  records: readonly string[],
  order: Order = 'ascending',
): string {
  const column = header.split(',')[1] ?? '';
  const lines = sorted(file, [header, ...records].join('\n'), column, order)
    .trimEnd()
    .split('\n');
  return lines
    .slice(1)
    .map((line) => line.split(',')[0])
    .join(' ');
}

describe('sortRecords', () => {
  it('sorts text as people do: case and accents aside, numbers in it by size, empty ones last', () => {
    const records = ['a,Zoe', 'b,', 'c,école', 'd,Grade 10', 'e,grade 2', 'f,Echo', 'g,'];
    assert.equal(firsts('orgs.csv', 'sourcedId,name', records), 'f c e d a b g');
    assert.equal(firsts('orgs.csv', 'sourcedId,name', records, 'descending'), 'a d e c f b g');
  });

  it('sorts dates by day, and what is none after them', () => {
    const records = ['a,2026-12-01', 'b,8/17/2026', 'c,2025-01-31', 'd,', 'e,2026-02-01'];
    const header = 'sourcedId,startDate,endDate,title,type,schoolYear';
    const full = records.map((record) => `${record},,t,term,2026`);
    assert.equal(firsts('academicSessions.csv', header, full), 'c e a b d');
    assert.equal(firsts('academicSessions.csv', header, full, 'descending'), 'a e c b d');
  });

  it('sorts numbers by size', () => {
    const header = 'sourcedId,weight,title,status,dateLastModified';
    const records = ['a,10', 'b,9', 'c,x', 'd,-1', 'e,'].map((record) => `${record},t,,`);
    assert.equal(firsts('categories.csv', header, records), 'd b a c e');
  });

  it('keeps the order of records with the same value, in both directions', () => {
    const records = ['a,x', 'b,y', 'c,X', 'd,y'];
    assert.equal(firsts('orgs.csv', 'sourcedId,name', records), 'a c b d');
    assert.equal(firsts('orgs.csv', 'sourcedId,name', records, 'descending'), 'b d a c');
  });

  it('moves records whole, leaves header, line ends and a missing last one as they are', () => {
    const text = 'sourcedId,name\\r\no1,"b\n""x"", y"\no2,a';
    const { table } = tableOf('orgs.csv', `=== orgs.csv !\n${text}`);
    const { edits, order } = sortRecords(table, 1, 'ascending');
    assert.equal(edited(table, edits), 'sourcedId,name\r\no2,a\no1,"b\n""x"", y"');
    assert.deepEqual([...order], [2, 1]);
  });

  it('touches nothing where the order is right, and only what changes places', () => {
    assert.deepEqual(
      sortRecords(tableOf('orgs.csv', '=== orgs.csv\nsourcedId,name\na,1\nb,2').table, 1, 'ascending').edits,
      [],
    );
    const { table } = tableOf('orgs.csv', '=== orgs.csv\nsourcedId,name\na,1\nb,3\nc,2\nd,4');
    const [edit] = sortRecords(table, 1, 'ascending').edits;
    assert.equal(edit?.text, 'c,2\nb,3');
  });

  it('puts blank records last', () => {
    assert.equal(sorted('orgs.csv', 'sourcedId,name\n\nb,2\na,1', 'name'), 'sourcedId,name\na,1\nb,2\n\n');
  });

  it('is refused where a quote is never closed', () => {
    assert.throws(
      () => sorted('orgs.csv', 'sourcedId,name\no1,"b\no2,a', 'name'),
      (error) => RosterError.is(error, 'problems-found'),
    );
  });

  it('is several edits where the table is long, none of them large', () => {
    const records = Array.from(
      { length: 240_000 },
      (_, index) => `o${String((index * 7919) % 240_000)},"a\nü"`,
    );
    const { table } = tableOf('orgs.csv', ['=== orgs.csv', 'sourcedId,name', ...records].join('\n'));
    const { edits } = sortRecords(table, 0, 'ascending');
    assert.equal(edits.length, 2);
    const lines = edited(table, edits).split('\no');
    assert.deepEqual(
      lines.slice(1),
      Array.from(records.keys(), (index) => `${String(index)},"a\nü"`).with(-1, '239999,"a\nü"\n'),
    );
  });

  it('gives the same records in order, whatever they hold', () => {
    const field = fc.constantFrom('', 'a', 'B', '"x,y"', '"l\nm"', '7', '10', 'é', '""""');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(field, field), { maxLength: 12 }),
        fc.boolean(),
        (records, isDescending) => {
          const { table } = tableOf(
            'orgs.csv',
            `=== orgs.csv\nsourcedId,name\n${records.map((each) => each.join(',')).join('\n')}`,
          );
          const { edits, order } = sortRecords(table, 1, isDescending ? 'descending' : 'ascending');
          const { table: after } = tableOf('orgs.csv', `=== orgs.csv !\n${edited(table, edits)}`);
          assert.deepEqual(
            [...order].sort((a, b) => a - b),
            Array.from(order, (_, index) => index + 1),
          );
          for (const [index, record] of order.entries()) {
            assert.equal(after.text(index + 1, 0), table.text(record, 0));
            assert.equal(after.text(index + 1, 1), table.text(record, 1));
          }
        },
      ),
    );
  });
});
