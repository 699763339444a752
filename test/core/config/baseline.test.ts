import assert from 'node:assert/strict';
import { inEnglish, spoken } from '../../../src/core/text/say';
import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { checkBaseline, formatBaseline, type Baseline } from '../../../src/core/config/baseline';

const group = { rule: 'invalid-email', file: 'users.csv', field: 'email' };
const baseline: Baseline = {
  until: '2027-06-30',
  salt: 'ab',
  known: [
    { ...group, file: 'users.csv', fingerprints: { b: 1, a: 2 } },
    { rule: 'missing-file', file: '', field: '', fingerprints: { c: 1 } },
  ],
};

describe('baseline files', () => {
  it('are read as they are written, in an order that does not depend on the roster', () => {
    const text = formatBaseline(baseline);
    const read = checkBaseline(JSON.parse(text));
    assert.ok('baseline' in read);
    const [first, second] = baseline.known;
    assert.deepEqual(read.baseline, { ...baseline, known: [second, first] });
    const reordered = { ...baseline, known: [...baseline.known].reverse() };
    assert.equal(formatBaseline(reordered), text);
    assert.ok(text.indexOf('"a": 2') < text.indexOf('"b": 1'));
  });

  it('leave out groups that know nothing', () => {
    const text = formatBaseline({ ...baseline, known: [{ ...group, fingerprints: {} }] });
    assert.ok(!text.includes('invalid-email'));
  });

  it('follow their JSON Schema, which refuses what the check refuses', async () => {
    const isRight = new Ajv2020({ strict: true }).compile(
      JSON.parse(await readFile('schemas/meta/baseline.schema.json', 'utf8')),
    );
    assert.equal(isRight(JSON.parse(formatBaseline(baseline))), true, JSON.stringify(isRight.errors));
    const wrong: readonly (readonly [unknown, RegExp])[] = [
      [[], /object/],
      [{ ...baseline, until: '30.6.2027' }, /"until"/],
      [{ ...baseline, until: undefined }, /"until"/],
      [{ ...baseline, salt: '' }, /"salt"/],
      [{ ...baseline, known: {} }, /"known"/],
      [{ ...baseline, known: [{ ...group, fingerprints: { a: 0 } }] }, /Item 1/],
      [{ ...baseline, known: [{ ...group, fingerprints: ['a'] }] }, /Item 1/],
      [{ ...baseline, known: [{ ...baseline.known[0] }, { rule: 'x' }] }, /Item 2/],
    ];
    for (const [value, problem] of wrong) {
      const checked = checkBaseline(value);
      assert.ok('problem' in checked, JSON.stringify(value));
      assert.match(spoken(checked.problem, inEnglish), problem);
      assert.equal(isRight(JSON.parse(JSON.stringify(value))), false, JSON.stringify(value));
    }
    // The pattern of the schema cannot know the calendar.
    assert.ok('problem' in checkBaseline({ ...baseline, until: '2027-02-30' }));
  });
});
