import assert from 'node:assert/strict';
import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Overview } from '../../src/core/overview/overview';
import { inTemporaryFolder } from '../node/support/temporary-folder';
import { recordDelivery } from '../support/record-delivery';
import { oneroster } from './support/run-cli';

describe('oneroster report', () => {
  it('makes a page without names, and the same numbers as JSON', async () => {
    await inTemporaryFolder(async (base) => {
      const folder = join(base, 'north');
      await cp('test/rosters/clean-1.1', folder, { recursive: true });
      const { code, stdout } = await oneroster(['report', 'north'], { cwd: base });
      assert.equal(code, 0);
      assert.match(stdout, /^<!doctype html>[^]*Roster report: north[^]*<\/html>\n$/);
      assert.doesNotMatch(stdout, /Rivera|Okafor|u-stud1/);
      await recordDelivery(folder);
      const output = join(base, 'report.json');
      const second = await oneroster(['report', 'north', '--format', 'json', '--output', output], {
        cwd: base,
      });
      assert.equal(second.stdout, '');
      const overview = JSON.parse(await readFile(output, 'utf8')) as Overview;
      assert.equal(overview.totals.people, 3);
      assert.equal(overview.changes?.newPeople, 0);
    });
  });

  it('ends with 2 where there is no roster', async () => {
    const { code } = await oneroster(['report', 'nowhere']);
    assert.equal(code, 2);
  });
});
