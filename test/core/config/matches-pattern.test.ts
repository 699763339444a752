import assert from 'node:assert/strict';
import { matchesPattern } from '../../../src/core/config/matches-pattern';

describe('matchesPattern', () => {
  it('lets * stand for any text and ? for one character, and everything else for itself', () => {
    const rows: readonly (readonly [string, string, boolean])[] = [
      ['users.csv', 'users.csv', true],
      ['users.csv', 'Users.csv', false],
      ['users.csv', '*.csv', true],
      ['users.csv', 'user?.csv', true],
      ['user.csv', 'user?.csv', false],
      ['usersxcsv', 'users.csv', false],
      ['old-users.csv', 'users.csv', false],
      ['users.csv.bak', 'users.csv', false],
      ['a(1)[2]+$^{}.csv', 'a(1)[2]+$^{}.csv', true],
      ['😀.csv', '?.csv', true],
      ['', '*', true],
    ];
    for (const [name, pattern, expected] of rows)
      assert.equal(matchesPattern(name, pattern), expected, `${name} ${pattern}`);
  });

  it('is quick with many stars', () => {
    assert.equal(matchesPattern(`${'a'.repeat(250)}b`, '*a*a*a*a*a*a*c'), false);
  });
});
