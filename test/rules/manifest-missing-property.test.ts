import assert from 'node:assert/strict';
import { check } from '../support/fixture';
import { files, manifestText } from '../support/manifest-text';

const only = ['manifest-missing-property'];
/** Marks the end of the last row. */
const atEnd = (text: string, marks = '[[|manifest-missing-property]]') => text.replace(/\n$/, `${marks}\n`);

describe('manifest-missing-property', () => {
  it('accepts whole manifests; the source properties may be left out or blank, and the order is free', () => {
    check(manifestText(), { only });
    check(manifestText({}, '1.2'), { only });
    check(manifestText({ 'source.systemName': '', 'file.users': undefined }) + 'file.users,absent\n', {
      only,
    });
  });

  it('reports each property that is not stated, where its row could stand', () => {
    const { problems } = check(
      atEnd(
        manifestText({ 'manifest.version': undefined, 'file.users': undefined }),
        '[[|manifest-missing-property,manifest-missing-property]]',
      ),
      { only },
    );
    assert.deepEqual(
      problems.map(({ data }) => [data['property'], data['suggestion']]),
      [
        ['manifest.version', '1.0'],
        ['file.users', 'absent'],
      ],
    );
    assert.equal(
      problems[1]?.message,
      'The manifest has no row for "file.users"; OneRoster 1.1 demands one, here "file.users,absent"',
    );
  });

  it('says so where the file is there', () => {
    const { problems } = check(`${atEnd(manifestText({ 'file.orgs': undefined }))}${files.orgs}`, {
      only: [...only, 'manifest-file-mismatch'],
    });
    assert.equal(
      problems[0]?.message,
      'The manifest has no row for "file.orgs", although orgs.csv is there; add "file.orgs,bulk"',
    );
  });

  it('leaves misspelt properties, empty manifests and other delimiters to other rules', () => {
    check(manifestText({ 'file.users': undefined, 'fiel.users': 'absent' }), { only });
    check(manifestText({ 'file.users': undefined, 'File.Users': 'absent' }), { only });
    check(manifestText({ 'file.users': undefined, 'file.users\\u200b': 'absent' }), { only });
    check('=== manifest.csv\n', { only, version: '1.1' });
    check('=== manifest.csv\npropertyName,value\n', { only, version: '1.1' });
    check('=== manifest.csv\npropertyName;value\nmanifest.version;1.0\n', { only, version: '1.1' });
  });

  it('does not take a blank value for a missing property', () => {
    check(manifestText({ 'file.users': '' }), { only });
  });
});
