import assert from 'node:assert/strict';
import { tokensBetween } from '../../../src/core/features/tokens';
import { decodeUtf8 } from '../../../src/core/text/utf8';
import { tableOf } from '../../support/table-of';

/** What is marked in a file, as `type:text`. */
function marked(file: string, text: string, from = 0, to = Infinity): readonly string[] {
  const { table } = tableOf(file, `=== ${file}\n${text}`);
  return tokensBetween(table, from, Math.min(to, table.bytes.length)).map(
    ({ type, start, end }) => `${type}:${decodeUtf8(table.bytes, start, end)}`,
  );
}

describe('tokensBetween', () => {
  it('tells ids, references, days, choices, names and text apart, in lists and quotes, empty fields left out', () => {
    assert.deepEqual(
      marked(
        'users.csv',
        'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,givenName,grades,identifier\n' +
          'u1,active,2026-08-14,true,"o1, o2",student,Ada,"09,10",x\nu2,,,,o1,,,,',
      ),
      [
        ...['id:u1', 'choice:active', 'date:2026-08-14', 'choice:true', 'reference:o1', 'reference:o2'],
        ...['choice:student', 'name:Ada', 'text:09,10', 'text:x', 'id:u2', 'reference:o1'],
      ],
    );
  });

  it('knows numbers and years, and the items of a list of choices', () => {
    const session = 'sourcedId,title,type,schoolYear\ns1,Fall,term,2026';
    assert.deepEqual(marked('academicSessions.csv', session).slice(1), [
      'name:Fall',
      'choice:term',
      'date:2026',
    ]);
    assert.deepEqual(marked('results.csv', 'sourcedId,score\nr1,9.5').slice(1), ['number:9.5']);
    const resource = 'sourcedId,roles,vendorResourceId\nr1,"primary,secondary",v1';
    assert.deepEqual(marked('resources.csv', resource).slice(1), [
      'choice:primary',
      'choice:secondary',
      'text:v1',
    ]);
  });

  it('marks only the records that are asked for, and no header', () => {
    const text = 'sourcedId,name\no1,North\no2,South\no3,West';
    assert.deepEqual(marked('orgs.csv', text, 16, 17), ['id:o1', 'name:North']);
    assert.deepEqual(marked('orgs.csv', text, 0, 3), []);
  });

  it('says nothing of columns that nobody knows, nor of records that are out of step', () => {
    assert.deepEqual(marked('orgs.csv', 'sourcedId,metadata.x,name\no1,1,N\no2,1'), ['id:o1', 'name:N']);
    assert.deepEqual(marked('orgs.csv', 'sourcedId;name\no1;N'), []);
  });
});
