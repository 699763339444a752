import assert from 'node:assert/strict';
import { CsvScanner } from '../../../src/core/csv/scan-csv';
import { indexCsv } from '../../../src/core/model/index-csv';
import { ScannedTable } from '../../../src/core/model/scanned-table';
import { Tracker } from '../../../src/core/model/tracker';
import { specification } from '../../../src/core/spec/specification';
import { encodeUtf8 } from '../../../src/core/text/utf8';

describe('the active records of a table', () => {
  function activeOf(...lines: readonly string[]) {
    const scan = indexCsv(new CsvScanner(), encodeUtf8(lines.map((line) => `${line}\n`).join('')));
    return [
      ...new ScannedTable(
        'orgs.csv',
        scan,
        specification('1.1').table('orgs'),
        'delta',
        new Tracker(),
      ).active(),
    ];
  }

  it('leave out the header, blank records, other widths and what is on its way out', () => {
    const lines = ['a,', 'b,active', 'c,tobedeleted', 'd, ToBeDeleted ', 'e,inactive', 'f,x', '', 'g,,', 'h'];
    assert.deepEqual(activeOf('sourcedId,status', ...lines), [0, 1, 1, 0, 0, 0, 1, 0, 0, 0]);
  });

  it('are all intact ones where there is no status', () => {
    assert.deepEqual(activeOf('sourcedId,name', 'a,tobedeleted', 'b'), [0, 1, 0]);
  });

  it('are none in a file without records', () => {
    assert.deepEqual(activeOf('sourcedId,status'), [0]);
    assert.deepEqual(activeOf(), []);
  });
});
