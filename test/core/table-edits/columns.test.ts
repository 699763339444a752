import assert from 'node:assert/strict';
import { RosterError } from '../../../src/core/errors';
import { readRoster } from '../../../src/core/model/roster';
import type { Table } from '../../../src/core/model/table';
import { resolveProfile } from '../../../src/core/spec/specification';
import { allAtOnce } from '../../../src/core/steps';
import { insertColumnSteps } from '../../../src/core/table-edits/insert-column';
import { moveColumnSteps } from '../../../src/core/table-edits/move-column';
import { edited, tableOf } from '../../support/table-of';

const insertColumn = (...args: Parameters<typeof insertColumnSteps>) => allAtOnce(insertColumnSteps(...args));
const moveColumn = (...args: Parameters<typeof moveColumnSteps>) => allAtOnce(moveColumnSteps(...args));

const orgs = (text: string) => tableOf('orgs.csv', `=== orgs.csv\n${text}`).table;

describe('insertColumn', () => {
  it('puts an empty field into every record, at the place that is asked for', () => {
    const table = orgs('sourcedId,name,type\no1,North,school\no2,,');
    assert.equal(
      edited(table, insertColumn(table, 1, 'status')),
      'sourcedId,status,name,type\no1,,North,school\no2,,,\n',
    );
    assert.equal(
      edited(table, insertColumn(table, 0, 'a')),
      'a,sourcedId,name,type\n,o1,North,school\n,o2,,\n',
    );
    assert.equal(
      edited(table, insertColumn(table, 3, 'z')),
      'sourcedId,name,type,z\no1,North,school,\no2,,,\n',
    );
  });

  it('keeps quotes, line breaks and line ends, and quotes where the neighbours are quoted', () => {
    const table = orgs('"sourcedId","name"\\r\n"o1","North ""N"", High\nEast"\\r\n"o2",plain\\r');
    assert.equal(
      edited(table, insertColumn(table, 2, 'a "b"')),
      '"sourcedId","name","a ""b"""\r\n"o1","North ""N"", High\nEast",""\r\n"o2",plain,\r\n',
    );
  });

  it('leaves blank records alone and gives those that lack trailing empty columns their field', () => {
    const table = orgs('sourcedId,name,type,,\no1,North,school\n\no2,South,school,,');
    assert.equal(
      edited(table, insertColumn(table, 5, 'z')),
      'sourcedId,name,type,,,z\no1,North,school,,,\n\no2,South,school,,,\n',
    );
  });

  it('writes a name that needs quotes in quotes', () => {
    const table = orgs('sourcedId,name\no1,North');
    assert.equal(edited(table, insertColumn(table, 2, 'a,b')), 'sourcedId,name,"a,b"\no1,North,\n');
  });
});

describe('moveColumn', () => {
  it('moves a column to the right and to the left, each field with its bytes', () => {
    const table = orgs('sourcedId,name,type\n"o1","a, ""b""",\no2,é,"x\ny"');
    const right = edited(table, moveColumn(table, 0, 2));
    assert.equal(right, 'name,type,sourcedId\n"a, ""b""",,"o1"\né,"x\ny",o2\n');
    const again = orgs(right);
    assert.equal(edited(again, moveColumn(again, 2, 0)), edited(table, []));
    assert.deepEqual(moveColumn(table, 1, 1), []);
  });

  it('touches no byte outside of the columns between', () => {
    const table = orgs('sourcedId,status,name,type\no1,,North,school');
    for (const { start, end } of moveColumn(table, 1, 2)) {
      const field = new TextDecoder().decode(table.bytes.subarray(start, end));
      assert.ok(['status,name', ',North'].includes(field), field);
    }
  });

  it('leaves blank records alone', () => {
    const table = orgs('sourcedId,name\n\no1,North\n,');
    assert.equal(edited(table, moveColumn(table, 0, 1)), 'name,sourcedId\n\nNorth,o1\n,\n');
  });
});

describe('an edit of columns is refused', () => {
  const refused = (text: string, what: RegExp) => {
    const table = orgs(text);
    for (const edit of [() => insertColumn(table, 0, 'x'), () => moveColumn(table, 0, 1)]) {
      assert.throws(edit, (error) => RosterError.is(error, 'problems-found') && what.test(error.message));
    }
  };

  it('where a record has another number of fields, and the message says which', () => {
    refused('sourcedId,name\no1,North\no2', /Record 3 of orgs\.csv .*: 1 where the header has 2/);
    refused('sourcedId,name\no1,North,school', /Record 2 of orgs\.csv/);
  });

  it('where a quote is never closed', () =>
    refused('sourcedId,name\no1,"North\no2,South', /a quote is never closed/));

  it('where another delimiter parts the fields', () =>
    refused('sourcedId;name\no1;North', /separated by commas/));

  it('where the bytes are not UTF-8', () => {
    const bytes = new Uint8Array(Buffer.from('sourcedId,name\no1,Caf\xe9\n', 'latin1'));
    const roster = readRoster(
      { name: 'x', kind: 'folder', entries: [{ path: 'orgs.csv', content: { bytes } }] },
      { profile: resolveProfile('standard') },
    );
    const [table] = roster.tables;
    assert.ok(table);
    assert.throws(() => insertColumn(table, 0, 'x'), /not in UTF-8/);
  });
});

describe('an edit of the columns of a long table', () => {
  it('is one, and does the same as many', () => {
    const record = (index: number) => `o${String(index)},"Nörth ""${String(index)}""",s😀,`;
    const few = ['a,name,type,z', ...Array.from({ length: 100 }, (_, index) => record(index))].join('\n');
    const many = ['a,name,type,z', ...Array.from({ length: 300 }, (_, index) => record(index))].join('\n');
    for (const edit of [
      (table: Table) => insertColumn(table, 2, 'x'),
      (table: Table) => insertColumn(table, 4, 'x'),
      (table: Table) => moveColumn(table, 0, 2),
      (table: Table) => moveColumn(table, 3, 1),
    ]) {
      const [short, long] = [orgs(few), orgs(many)];
      assert.equal(edit(short).length, 101);
      assert.equal(edit(long).length, 1);
      const text = edited(long, edit(long));
      assert.ok(text.startsWith(edited(short, edit(short))));
      assert.equal(text.split('\n').length, 302);
    }
  });
});
