import assert from 'node:assert/strict';
import { renderMessage } from '../../../src/core/rules/engine/render-message';
import { countedIn } from '../../../src/core/text/counted';
import { inEnglish, inLanguage } from '../../../src/core/text/say';

describe('what is said', () => {
  const german = inLanguage('de-AT', {
    '{count} record of {file}': '{file}: {count} Datensatz',
    '{count} records': '{count} Datensätze',
    '{count} record': '{count} Datensatz',
    'every {recordName} needs "{value}"': 'jeder Datensatz ({recordName}) braucht „{value}“',
    '{field} holds {character}': '{field} enthält {character}',
    person: 'Person',
    'a tab': 'ein Tabulatorzeichen',
  });

  it('has its values in the places of the language', () => {
    assert.equal(
      german('{count} record of {file}', { count: 1204, file: 'users.csv' }),
      'users.csv: 1.204 Datensatz',
    );
    assert.equal(inEnglish('{count} record of {file}', { count: 1204, file: 'a' }), '1,204 record of a');
  });

  it('is English where the language has no text, and leaves what has no value', () => {
    assert.equal(german('Unheard of: {what}', { what: 2000 }), 'Unheard of: 2.000');
    assert.equal(german('{missing}'), '{missing}');
  });

  it('reads further texts once, and only when the first ones have none', () => {
    let read = 0;
    const say = inLanguage('de', { person: 'Person' }, () => {
      read++;
      return { 'Teaches.': 'Unterrichtet.', person: 'never' };
    });
    assert.deepEqual([say('person'), read], ['Person', 0]);
    assert.deepEqual([say('Teaches.'), say('Learns.'), read], ['Unterrichtet.', 'Learns.', 1]);
  });

  it('counts one and many by texts of their own', () => {
    assert.deepEqual(
      [0, 1, 2, 12_345].map((count) => countedIn(german, count, 'record')),
      ['0 Datensätze', '1 Datensatz', '2 Datensätze', '12.345 Datensätze'],
    );
    const spanish = inLanguage('es', { '{count} records': '{count} registros' });
    assert.deepEqual(
      [2000, 12_345].map((count) => countedIn(spanish, count, 'record')),
      ['2000 registros', '12\u00a0345 registros'],
    );
  });

  it('has words of ours in the language, and leaves those of the file alone', () => {
    assert.equal(
      renderMessage('every {recordName} needs "{value}"', { recordName: 'person', value: 'person' }, german),
      'jeder Datensatz (Person) braucht „person“',
    );
    assert.equal(
      renderMessage('{field} holds {character}', { field: 'person', character: 'a tab (U+0009)' }, german),
      'person enthält ein Tabulatorzeichen (U+0009)',
    );
  });

  it('puts no value of a file in the place of another', () => {
    assert.equal(inEnglish('{a} {b}', { a: '{b}', b: '$&' }), '{b} $&');
  });
});
