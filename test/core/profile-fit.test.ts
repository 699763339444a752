import assert from 'node:assert/strict';
import { readRoster, withProfile } from '../../src/core/model/roster';
import { fitProfile } from '../../src/core/profile-fit';
import { profileIds, resolveProfile } from '../../src/core/spec/specification';
import { parseFixture } from '../support/fixture';

const header = 'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId';

describe('fitProfile', () => {
  it('accepts a roster with warnings, and names what is in the way of another', () => {
    const roster = read(`=== orgs.csv\n${header}\no1,,, North High,school,,\n`);
    const profile = { ...resolveProfile('standard'), manifest: 'optional' as const };
    assert.deepEqual(fitProfile(roster, profile), { profile, accepts: true, obstacles: [] });
    const { accepts, obstacles } = fitProfile(roster, { ...profile, versions: ['1.2'] });
    assert.equal(accepts, false);
    assert.deepEqual(
      obstacles.map(({ rule, count, problem }) => [rule, count, problem.severity]),
      [['unsupported-version', 1, 'error']],
    );
  });

  it('puts root causes first, and counts every place of a rule', () => {
    const rows = Array.from({ length: 1500 }, (_, index) => `o${String(index)},,,Org,school,,none\n`);
    const roster = read(
      `=== orgs.csv\n${header}\n${rows.join('')}x,,,Org,scool,,\n=== users.csv\nsourcedId\nu1\n`,
    );
    const { obstacles } = fitProfile(roster, { ...resolveProfile('great-minds'), versions: ['1.2'] });
    const found = obstacles.map(({ rule }) => rule);
    assert.equal(found[0], 'unsupported-version');
    const order = [
      'unsupported-version',
      'missing-file',
      'missing-column',
      'invalid-value',
      'dangling-reference',
    ];
    assert.deepEqual(
      found.filter((rule) => order.includes(rule)),
      order,
    );
    assert.equal(obstacles.find(({ rule }) => rule === 'dangling-reference')?.count, 1500);
  });

  it('shows the first error of a rule that warns elsewhere', () => {
    const roster = read(
      `=== manifest.csv\npropertyName,value\nfile.orgs,delta\nfile.users,bulk\n=== orgs.csv\n${header}\no1,active,2026-09-01T06:00:00.000Z,Org,school,,gone\n=== users.csv\nsourcedId,orgSourcedIds\nu1,lost\n`,
    );
    const { obstacles } = fitProfile(roster, resolveProfile('standard'));
    const found = obstacles.find(({ rule }) => rule === 'dangling-reference');
    assert.deepEqual([found?.count, found?.problem.file], [1, 'users.csv']);
  });

  it('scans nothing again', () => {
    const roster = read(`=== orgs.csv\n${header}\no1,,,North High,school,,\n`);
    const other = withProfile(roster, resolveProfile('hmh'));
    assert.equal(other.profile.id, 'hmh');
    assert.equal(roster.profile.id, 'standard');
    assert.equal(other.tables, roster.tables);
    const orgs = roster.table('orgs');
    assert.ok(orgs !== undefined && other.table('orgs') === orgs);
    const parent = orgs.columnIndex('parentSourcedId');
    assert.equal(other.references(orgs, parent), roster.references(orgs, parent));
  });

  it('answers for every profile', () => {
    const roster = read('=== orgs.csv\n');
    for (const id of profileIds) assert.equal(fitProfile(roster, resolveProfile(id)).accepts, false, id);
  });
});

function read(text: string) {
  return readRoster(parseFixture(text).input, { profile: resolveProfile('standard'), version: '1.1' });
}
