import assert from 'node:assert/strict';
import { sentence } from '../../src/core/text/say';
import { encodeUtf8 } from '../../src/core/text/utf8';
import type { RosterEntry } from '../../src/core/model/roster-input';
import { validateRoster } from '../../src/core/validate-roster';
import { check } from '../support/fixture';
import { files } from '../support/manifest-text';

const failed = (path: string): RosterEntry => ({
  path,
  content: { failure: sentence('{name} is a folder, not a file.', { name: path }) },
});

function problemsOf(entries: readonly RosterEntry[], version: '1.0' | '1.1' = '1.1') {
  return validateRoster({ name: 'roster', kind: 'zip', entries }, { version }).problems;
}

describe('unreadable-file', () => {
  it('says nothing of files that can be read, empty ones included', () => {
    check(`${files.orgs}=== courses.csv\n=== notes.csv\n`, { only: ['unreadable-file'] });
  });

  it('repeats the reason, and the file counts neither as missing nor as unknown', () => {
    const problems = problemsOf([failed('manifest.csv'), failed('notes.csv')]);
    assert.deepEqual(
      problems.map(({ rule, severity, file, message }) => [rule, severity, file, message]),
      [
        [
          'unreadable-file',
          'error',
          'manifest.csv',
          'manifest.csv is a folder, not a file; nothing in it was checked',
        ],
        [
          'unreadable-file',
          'error',
          'notes.csv',
          'notes.csv is a folder, not a file; nothing in it was checked',
        ],
      ],
    );
  });

  it('does not add dangling references or a missing file to it', () => {
    const users = files.users.split('\n').slice(2).join('\n');
    const problems = problemsOf([
      failed('manifest.csv'),
      failed('orgs.csv'),
      { path: 'users.csv', content: { bytes: encodeUtf8(users) } },
    ]);
    assert.deepEqual(
      problems.filter(({ rule }) => /file|reference/.test(rule)).map(({ file }) => file),
      ['manifest.csv', 'orgs.csv'],
    );
  });

  it('leaves what a system left behind alone', () => {
    assert.deepEqual(
      problemsOf([failed('manifest.csv'), failed('__MACOSX/._users.csv')]).filter(
        ({ rule, file }) => rule === 'unreadable-file' && file !== 'manifest.csv',
      ),
      [],
    );
  });
});
