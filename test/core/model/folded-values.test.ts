import assert from 'node:assert/strict';
import { foldValues, noMatch, sameMatch, startMatch, wordMatch } from '../../../src/core/model/folded-values';
import { fold } from '../../../src/core/text/fold';
import { validate } from '../../support/fixture';

describe('folded values', () => {
  const names = [
    'Lincoln',
    'North Lincoln High',
    'MacLincoln',
    'Ünal',
    'de la Cruz-Núñez',
    'sch0012',
    'Иванова',
    'lin',
  ];
  const { roster } = validate(
    `=== orgs.csv\nsourcedId,name\n${names.map((name, at) => `o-${String(at)},${name}`).join('\n')}`,
  );
  const table = roster.table('orgs');
  assert.ok(table);
  const values = table.values(1);
  const folded = foldValues(values);
  const found = (word: string) => {
    const matches = folded.match(fold(word));
    return names.filter((_, at) => (matches?.[values.codes[at + 1] ?? 0] ?? noMatch) > noMatch);
  };
  const fit = (word: string, name: string) =>
    folded.match(fold(word))?.[values.codes[names.indexOf(name) + 1] ?? 0];

  it('are found by the beginning of any of their words, whatever the letter case', () => {
    assert.deepEqual(found('LINC'), ['Lincoln', 'North Lincoln High']);
    assert.deepEqual(found('cruz'), ['de la Cruz-Núñez']);
    assert.deepEqual(found('coln'), []);
  });

  it('are found without accents, and with them', () => {
    assert.deepEqual(found('nunez'), ['de la Cruz-Núñez']);
    assert.deepEqual(found('Núñ'), ['de la Cruz-Núñez']);
    assert.deepEqual(found('unal'), ['Ünal']);
    assert.deepEqual(found('иван'), ['Иванова']);
    assert.deepEqual(found('ванова'), []);
  });

  it('are found by a number behind letters', () => {
    assert.deepEqual(found('0012'), ['sch0012']);
    assert.deepEqual(found('012'), []);
  });

  it('fit better at their beginning, and best where they are the same', () => {
    assert.equal(fit('lincoln', 'Lincoln'), sameMatch);
    assert.equal(fit('linc', 'Lincoln'), startMatch);
    assert.equal(fit('lincoln', 'North Lincoln High'), wordMatch);
    assert.equal(fit('lin', 'lin'), sameMatch);
    assert.equal(folded.match('zzz'), undefined);
  });
});
