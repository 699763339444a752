import assert from 'node:assert/strict';
import { cp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
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

  it('writes JSON that its schema describes, whatever the roster', async () => {
    const ajv = new Ajv2020({ allErrors: true, strictRequired: false });
    const isOverview = ajv.compile(
      JSON.parse(await readFile('schemas/meta/overview.schema.json', 'utf8')) as object,
    );
    const demand = (overview: object) => assert.ok(isOverview(overview), ajv.errorsText(isOverview.errors));
    const of = async (path: string, cwd?: string) => {
      const run = await oneroster(['report', path, '--format', 'json'], cwd === undefined ? {} : { cwd });
      assert.equal(run.code, 0, run.stderr);
      return JSON.parse(run.stdout) as Overview;
    };
    const rosters = await readdir('test/rosters');
    for (const name of rosters.filter((each) => /^(?:clean|broken|profile-standard)/.test(each)))
      demand(await of(name));
    await inTemporaryFolder(async (base) => {
      await cp('test/rosters/clean-1.2', join(base, 'north'), { recursive: true });
      const first = await of('north', base);
      assert.equal(first.changes, undefined);
      await recordDelivery(join(base, 'north'));
      const second = await of('north', base);
      assert.ok(second.changes !== undefined);
      demand(second);
      await rm(join(base, 'north', 'classes.csv'));
      const without = await of('north', base);
      assert.equal(without.typicalClass, undefined);
      demand(without);
      // It holds what it says, and nothing else.
      for (const broken of [
        { ...second, extra: 1 },
        { ...second, totals: {} },
        { ...second, changes: null },
      ])
        assert.equal(isOverview(broken), false);
    });
  });

  it('ends with 2 where there is no roster', async () => {
    const { code } = await oneroster(['report', 'nowhere']);
    assert.equal(code, 2);
  });
});
