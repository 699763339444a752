import assert from 'node:assert/strict';
import {
  isProfileId,
  isTableName,
  isVersion,
  profileIds,
  resolveProfile,
  specification,
  versionsWithColumn,
  versionsWithTable,
} from '../../../src/core/spec/specification';

describe('specification', () => {
  it('finds tables by name and by file, letter for letter', () => {
    const { table, tableOfFile } = specification('1.1');
    assert.equal(table('users')?.file, 'users.csv');
    assert.equal(tableOfFile('users.csv'), table('users'));
    assert.equal(tableOfFile('Users.csv'), undefined);
    assert.equal(tableOfFile('manifest.csv'), undefined);
    assert.equal(table('roles'), undefined);
  });

  it('finds columns of the version only', () => {
    assert.equal(specification('1.1').column('users', 'orgSourcedIds')?.list, true);
    assert.equal(specification('1.2').column('users', 'orgSourcedIds'), undefined);
    // @ts-expect-error no version has this column in users.csv
    assert.equal(specification('1.1').column('users', 'classSourcedId'), undefined);
    // @ts-expect-error no version has this table
    assert.equal(specification('1.1').table('teachers'), undefined);
  });

  it('has a manifest from 1.1 on', () => {
    assert.equal(specification('1.0').manifest, undefined);
    assert.equal(specification('1.2').manifest?.rows.length, 25);
  });
});

describe('versionsWithColumn and versionsWithTable', () => {
  it('name the versions, variants included', () => {
    assert.deepEqual(versionsWithColumn('users', 'userId'), ['1.0']);
    assert.deepEqual(versionsWithColumn('users', 'email'), ['1.0', '1.1', '1.2']);
    assert.deepEqual(versionsWithColumn('users', 'resourceSourcedIds'), ['1.2']);
    assert.deepEqual(versionsWithColumn('users', 'nonsense'), []);
    assert.deepEqual(versionsWithColumn('nonsense', 'email'), []);
    assert.deepEqual(versionsWithTable('manifest.csv'), ['1.1', '1.2']);
    assert.deepEqual(versionsWithTable('roles.csv'), ['1.2']);
    assert.deepEqual(versionsWithTable('orgs.csv'), ['1.0', '1.1', '1.2']);
    assert.deepEqual(versionsWithTable('Orgs.csv'), []);
  });
});

describe('resolveProfile', () => {
  it('merges what a profile extends', () => {
    const standard = resolveProfile('standard');
    assert.equal(standard.zipName, null);
    assert.equal(standard.manifest, 'required');
    const incidentIq = resolveProfile('incident-iq');
    assert.equal(incidentIq.zipName, 'OneRoster.zip');
    assert.equal(incidentIq.layout, 'zip');
    assert.equal(incidentIq.manifest, 'optional');
    assert.deepEqual(incidentIq.versions, ['1.0', '1.1']);
    assert.equal(incidentIq.requiredFiles.length, 6);
    assert.ok(!('extends' in incidentIq));
  });

  it('inherits what a profile checks, and nothing of what it says', () => {
    const standard = resolveProfile('standard');
    const hmh = resolveProfile('hmh');
    assert.deepEqual([hmh.modes, hmh.layout, hmh.lineEnds], [['bulk'], standard.layout, standard.lineEnds]);
    assert.deepEqual(resolveProfile('turnitin').modes, standard.modes);
    for (const id of profileIds.filter((each) => each !== 'standard')) {
      const { facts, unknown, sources } = resolveProfile(id);
      assert.ok(facts !== standard.facts && unknown !== standard.unknown && sources !== standard.sources, id);
    }
  });

  it('knows every profile by its id', () => {
    for (const id of profileIds) {
      assert.ok(isProfileId(id));
      assert.equal(resolveProfile(id).id, id);
    }
    assert.ok(isProfileId('incident-iq'));
    assert.ok(!isProfileId('toString'));
  });
});

describe('isVersion and isTableName', () => {
  it('accept exact names only', () => {
    assert.ok(isVersion('1.1'));
    assert.ok(!isVersion('1.1.1'));
    assert.ok(isTableName('roles'));
    assert.ok(!isTableName('manifest'));
    assert.ok(!isTableName('Roles'));
  });
});
