import assert from 'node:assert/strict';
import fc from 'fast-check';
import { indexColumn } from '../../../src/core/model/index-csv';
import { scanCsv } from '../../../src/core/csv/scan-csv';
import { DistinctValue } from '../../../src/core/rules/engine/distinct-value';
import { areUsualPairs, pairDefect } from '../../../src/core/rules/shared/braced-pair';
import { hasOtherSeparator, splitList } from '../../../src/core/rules/shared/typed-items';
import { isUsualList } from '../../../src/core/rules/shared/usual-list';
import { encodeUtf8 } from '../../../src/core/text/utf8';

/** Lists with all that may be wrong with them. */
const list = fc
  .array(
    fc.constantFrom(
      'a',
      'b',
      'ab',
      '{a:b}',
      '{a:b',
      ',',
      ',',
      ',',
      ' ',
      '{',
      '}',
      '"',
      ';',
      '|',
      '[',
      ']',
      'é',
    ),
    {
      minLength: 1,
      maxLength: 9,
    },
  )
  .map((parts) => parts.join(''));

const isUsual = (text: string) => {
  const file = scanCsv(encodeUtf8(`list\n"${text.replaceAll('"', '""')}"\n`));
  return isUsualList(new DistinctValue(indexColumn(file, 0), 1));
};

describe('what is usual', () => {
  it('is a list that no rule has anything to say about', () => {
    assert.equal(isUsual('a,b,ab'), true);
    assert.equal(isUsual('Language Arts,Mathematics'), true);
    fc.assert(
      fc.property(list, (text) => {
        if (!isUsual(text)) return;
        const items = splitList(text).map((item) => item.text);
        assert.equal(hasOtherSeparator(text), false);
        assert.equal(new Set(items).size, items.length);
        for (const item of items) assert.equal(item !== '' && item === item.trim(), true);
      }),
      { numRuns: 3000 },
    );
  });

  it('is a list of pairs without a defect', () => {
    const areUsual = (text: string) => areUsualPairs(encodeUtf8(text), 0, text.length);
    assert.equal(areUsual('{LDAP:a.b@c},{SIS:12}'), true);
    for (const text of ['', '{a:b', '{a:b},', '{:b}', '{a:}', '{a}', 'a:b', '{a:b}{a:b}', '{a:b:c}']) {
      assert.equal(areUsual(text), false, text);
    }
    fc.assert(
      fc.property(fc.stringMatching(/^(?:\{a?:?b?\},?|[{}:,a]){1,6}$/), (text) => {
        if (!areUsual(text)) return;
        for (const item of splitList(text)) assert.equal(pairDefect(item.text), undefined);
      }),
      { numRuns: 3000 },
    );
  });
});
