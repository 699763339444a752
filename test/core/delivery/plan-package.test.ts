import assert from 'node:assert/strict';
import { sentence } from '../../../src/core/text/say';
import { packageName, planPackage } from '../../../src/core/delivery/plan-package';
import { RosterError } from '../../../src/core/errors';
import type { RosterEntry } from '../../../src/core/model/roster-input';
import { readRoster } from '../../../src/core/model/roster';
import { resolveProfile } from '../../../src/core/spec/specification';
import type { OneRosterVersion, ProfileFact } from '../../../src/core/spec/types';
import { encodeUtf8 } from '../../../src/core/text/utf8';

const standard = resolveProfile('standard');

describe('planPackage', () => {
  it('takes the files of the version, the manifest first, in the order of the specification', () => {
    const { files, leftOut } = plan(['users.csv', 'photos.csv', 'orgs.csv', 'manifest.csv', 'classes.csv']);
    assert.deepEqual(
      files.map((file) => file.name),
      ['manifest.csv', 'classes.csv', 'orgs.csv', 'users.csv'],
    );
    assert.deepEqual(leftOut, ['photos.csv']);
  });

  it('leaves out what another version has', () => {
    const names = ['users.csv', 'roles.csv'];
    assert.deepEqual(
      plan(names, { version: '1.2' }).files.map((file) => file.name),
      ['roles.csv', 'users.csv'],
    );
    assert.deepEqual(plan(names, { version: '1.1' }).leftOut, ['roles.csv']);
  });

  it('puts names right and takes each file once, the one in right case first', () => {
    const { files, leftOut } = plan(['USERS.csv', 'users.csv', 'Export/ORGS.CSV']);
    assert.deepEqual(
      files.map(({ name, path }) => `${name} < ${path}`),
      ['orgs.csv < Export/ORGS.CSV', 'users.csv < users.csv'],
    );
    assert.deepEqual(leftOut, ['USERS.csv']);
  });

  it('keeps the bytes as they were, even where they had to be converted to be checked', () => {
    const bytes = new Uint8Array([0xff, 0xfe, 0x61, 0x00]);
    assert.deepEqual(planEntries([{ path: 'users.csv', content: { bytes } }]).files[0]?.bytes, bytes);
  });

  it('omits the manifest where the profile allows it', () => {
    const names = ['manifest.csv', 'users.csv'];
    const optional: ProfileFact = { ...standard, manifest: 'optional' };
    assert.equal(plan(names, { profile: optional, manifest: 'omit' }).files.length, 1);
    assert.equal(plan(names, { profile: optional }).files.length, 2);
    refuses(() => plan(names, { manifest: 'omit' }), 'configuration');
  });

  it('refuses loose layouts, unreadable files of the roster, and nothing to pack', () => {
    refuses(() => plan(['users.csv'], { profile: { ...standard, layout: 'loose' } }), 'configuration');
    const failure = sentence('{name} is a folder, not a file.', { name: 'users.csv' });
    refuses(() => planEntries([{ path: 'users.csv', content: { failure } }]), 'file-unreadable');
    refuses(() => plan(['photos.csv']), 'not-a-roster');
    const other = { path: 'photos.csv', content: { failure } };
    assert.equal(planEntries([other, entry('users.csv')]).files.length, 1);
  });
});

describe('packageName', () => {
  it('is the profile’s, or the roster’s own', () => {
    assert.equal(packageName('/a/north', resolveProfile('incident-iq')), 'OneRoster.zip');
    for (const [name, expected] of [
      ['/a/north', 'north.zip'],
      ['/a/north/', 'north.zip'],
      ['C:\\a\\north', 'north.zip'],
      ['/a/north.ZIP', 'north.zip'],
      ['/', 'roster.zip'],
      ['.', 'roster.zip'],
    ] as const) {
      assert.equal(packageName(name, standard), expected);
    }
  });

  it('has nothing but letters and digits where the profile takes no other', () => {
    const plain = resolveProfile('summit-k12');
    for (const [name, expected] of [
      ['/a/north_high 2026', 'northhigh2026.zip'],
      ['/a/..', 'roster.zip'],
      ['/a/_-_', 'roster.zip'],
    ] as const) {
      assert.equal(packageName(name, plain), expected);
    }
  });
});

interface PlanSetting {
  readonly version?: OneRosterVersion;
  readonly profile?: ProfileFact;
  readonly manifest?: 'keep' | 'omit';
}

function plan(names: readonly string[], setting: PlanSetting = {}) {
  return planEntries(names.map(entry), setting);
}

function planEntries(
  entries: readonly RosterEntry[],
  { version = '1.1', profile = standard, manifest }: PlanSetting = {},
) {
  return planPackage(readRoster({ name: 'north', kind: 'zip', entries }, { version, profile }), { manifest });
}

function entry(path: string): RosterEntry {
  return { path, content: { bytes: encodeUtf8('sourcedId\n') } };
}

function refuses(work: () => unknown, code: 'configuration' | 'file-unreadable' | 'not-a-roster'): void {
  assert.throws(work, (error) => RosterError.is(error, code));
}
