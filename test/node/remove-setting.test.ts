import assert from 'node:assert/strict';
import { differenceOf, removeSettings } from '../../src/node/remove-setting';

/** Removes what begins at each `^`. */
function removed(marked: string): string {
  const offsets: number[] = [];
  let text = marked;
  for (let at = text.indexOf('^'); at >= 0; at = text.indexOf('^')) {
    offsets.push(at);
    text = text.slice(0, at) + text.slice(at + 1);
  }
  return removeSettings(text, offsets);
}

describe('taking a setting out', () => {
  it('leaves the other entries and all comments as they are', () => {
    const lines = (...inner: readonly string[]) =>
      ['{', '  // ours', '  "suppress": [', ...inner, '  ]', '}', ''].join('\n');
    const one = '    { "rule": "a" }, // first';
    const two = '    // about the second\n    {\n      "rule": "b"\n    }';
    assert.equal(
      removed(lines(one, two.replace('{', '^{'))),
      lines('    { "rule": "a" } // first', '    // about the second'),
    );
    assert.equal(removed(lines('    ^{ "rule": "a" },', two)), lines(two));
    assert.equal(removed(lines('    ^{ "rule": "a" }')), lines());
    assert.equal(removed(lines('    ^{ "rule": "a" },', '    ^{ "rule": "b" }')), lines());
    assert.equal(removed(lines(one.replace('{', '^{'), two)), lines('    // first', two));
  });

  it('works in one line, from inside of an entry, and for severities', () => {
    const [a, b, c] = ['{ "rule": "a" }', '{ "rule": "b" }', '{ "rule": "c" }'];
    assert.equal(removed(`{ "suppress": [${a}, ^${b}, ${c}] }`), `{ "suppress": [${a}, ${c}] }`);
    assert.equal(removed(`{ "suppress": [${a}, ^${b}] }`), `{ "suppress": [${a} ] }`);
    assert.equal(removed('{ "suppress": [{ "rule": ^"nosuch" }] }'), '{ "suppress": [] }');
    assert.equal(removed('{ "rules": { ^"nosuch": "off", "x": "error" } }'), '{ "rules": { "x": "error" } }');
    assert.equal(
      removed('{\r\n  "rules": {\r\n    ^"nosuch": "off"\r\n  }\r\n}'),
      '{\r\n  "rules": {\r\n  }\r\n}',
    );
  });

  it('leaves alone what is neither', () => {
    for (const text of [
      '^{ "profile": "x" }',
      '{ "profile": ^"x" }',
      '{ "suppress": ^[] }',
      '^',
      '{ "suppress": [ ^',
    ]) {
      assert.equal(removed(text), text.replace('^', ''));
    }
  });

  it('is one stretch for those who edit texts', () => {
    assert.deepEqual(differenceOf('a, b, c', 'a, c'), { start: 3, end: 6, text: '' });
    assert.deepEqual(differenceOf('same', 'same'), { start: 4, end: 4, text: '' });
    assert.deepEqual(differenceOf('aa', 'a'), { start: 1, end: 2, text: '' });
  });
});
