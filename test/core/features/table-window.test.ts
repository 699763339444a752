import assert from 'node:assert/strict';
import { windowOf, type WindowChoice } from '../../../src/core/features/table-window';
import { checkRoster } from '../../../src/core/validate-roster';
import { columnsOf, missingColumnsOf } from '../../../src/core/features/table-columns';
import { tableOf } from '../../support/table-of';
import { inEnglish } from '../../../src/core/text/say';

const text = `=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifer,parentSourcedId
o1,,,North,school,,o0
o2,,,South,scool,,
o0,,,District,district,,
,,,East,school,,o0
o4,,
`;
const { roster, table } = tableOf('orgs.csv', text);
const { problems } = checkRoster(roster);
const all: WindowChoice = { filter: '', onlyProblems: false, first: 0, count: 10 };
const look = (choice: Partial<WindowChoice> = {}) =>
  windowOf(table, problems, { ...all, ...choice }, inEnglish);

describe('windowOf', () => {
  it('gives the records in view, and how many there are', () => {
    const { rows, total, matching, first } = look({ first: 1, count: 2 });
    assert.deepEqual([total, matching, first], [5, 5, 1]);
    assert.deepEqual(
      rows.map(({ record, cells }) => [record, cells[3]]),
      [
        [3, 'South'],
        [4, 'District'],
      ],
    );
  });

  it('puts problems into their cells, those of the header too', () => {
    const { rows, header } = look();
    assert.deepEqual(
      rows.flatMap(({ record, problems: found }) => found.map(({ column, rule }) => [record, column, rule])),
      [
        [3, 4, 'invalid-value'],
        [5, 0, 'required-value'],
        [6, undefined, 'field-count'],
      ],
    );
    assert.deepEqual(
      header.problems.map(({ column, rule }) => [column, rule]),
      [[5, 'unknown-column']],
    );
    assert.match(rows[1]?.problems[0]?.message ?? '', /scool/);
  });

  it('says of no problem less than the list of problems does', () => {
    const { rows, header, problems: ofFile } = look();
    const shown = [...rows, header].reduce((sum, row) => sum + row.problems.length, ofFile.length);
    assert.equal(shown, problems.filter(({ file }) => file === 'orgs.csv').length);
  });

  it('leaves out what the filter does, and records without problems', () => {
    assert.deepEqual(
      look({ filter: 'school' }).rows.map(({ record }) => record),
      [2, 5],
    );
    assert.deepEqual(
      look({ onlyProblems: true }).rows.map(({ record }) => record),
      [3, 5, 6],
    );
    assert.deepEqual(
      look({ onlyProblems: true, filter: 'east' }).rows.map(({ record }) => record),
      [5],
    );
  });

  it('ends where the records do', () => {
    assert.deepEqual(
      look({ first: 100, count: 2 }).rows.map(({ record }) => record),
      [5, 6],
    );
    assert.equal(look({ first: 100, count: 2 }).first, 3);
    assert.deepEqual(look({ filter: 'nobody', first: 5 }).rows, []);
  });

  it('says what the columns hold', () => {
    assert.deepEqual(look().kinds, ['id', 'choice', 'date', 'name', 'choice', undefined, 'reference']);
  });
});

describe('the columns of a table', () => {
  it('are told with what they mean, the missing ones with where they belong', () => {
    assert.equal(columnsOf(roster, table)[4]?.name, 'type');
    assert.match(columnsOf(roster, table)[4]?.description ?? '', /\w/);
    const { roster: other, table: orgs } = tableOf(
      'orgs.csv',
      '=== orgs.csv\nstatus,name,type\n,North,school',
    );
    assert.deepEqual(
      missingColumnsOf(other, orgs).map(({ name, at }) => [name, at]),
      [
        ['sourcedId', 0],
        ['dateLastModified', 1],
        ['identifier', 3],
        ['parentSourcedId', 3],
      ],
    );
  });
});
