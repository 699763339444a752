import assert from 'node:assert/strict';
import { CsvScanner } from '../../../src/core/csv/scan-csv';
import { indexCsv } from '../../../src/core/model/index-csv';
import { ScannedTable } from '../../../src/core/model/scanned-table';
import { Tracker } from '../../../src/core/model/tracker';
import { specification } from '../../../src/core/spec/specification';
import { encodeUtf8 } from '../../../src/core/text/utf8';

const header = 'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId';

/** An orgs.csv of these lines. */
function orgs(...lines: readonly string[]) {
  const scan = indexCsv(new CsvScanner(), encodeUtf8(lines.map((line) => `${line}\n`).join('')));
  return new ScannedTable('orgs.csv', scan, specification('1.1').table('orgs'), 'bulk', new Tracker());
}

describe('trailing columns of a table', () => {
  it('begin behind the last named column, whatever most records leave out', () => {
    const table = orgs(`${header},,`, 'o1,,,North,school,,,,', 'o2,,,South,school,,', 'o3,,,East,school');
    assert.equal(table.trailingFrom(), 7);
    assert.deepEqual(
      [1, 2, 3].map((record) => table.isIntact(record)),
      [true, true, false],
    );
  });

  it('are found where only the records have them', () => {
    const table = orgs(header, 'o1,,,North,school,,,', 'o2,,,South,school,,,');
    assert.equal(table.trailingFrom(), 7);
    assert.equal(table.isIntact(1), true);
  });

  it('are not taken from records that a comma without quotes has moved', () => {
    const table = orgs(header, 'o1,,,Springfield, North,school,,', 'o2,,,Springfield, South,school,,');
    assert.equal(table.trailingFrom(), undefined);
    assert.equal(table.isIntact(1), false);
  });

  it('are none where values stand in them, and none in a file that lacks a header', () => {
    assert.equal(orgs(`${header},`, 'o1,,,North,school,,,x').trailingFrom(), undefined);
    assert.equal(orgs('o1,,,North,school,,', 'o2,,,South,school,,').trailingFrom(), undefined);
  });
});
