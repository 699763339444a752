import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sortSteps } from '../../src/core/sort-steps';
import { allAtOnce } from '../../src/core/steps';

const byKey = (a: { readonly key: number }, b: { readonly key: number }) => a.key - b.key;

describe('sorting in steps', () => {
  it('gives what sorting at once gives, in lists that are longer than a step too', () => {
    const keys = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 40 });
    fc.assert(
      fc.property(keys, fc.constantFrom(1, 500, 1100), (some, times) => {
        const items = Array.from({ length: times }, () => some)
          .flat()
          .map((key, index) => ({ key: (key * (index + 1)) % 97, index }));
        assert.deepEqual(allAtOnce(sortSteps(items, byKey)), [...items].sort(byKey));
      }),
      { numRuns: 60 },
    );
  });

  it('leaves the list as it is, and takes a step for every few thousand', () => {
    const items = Array.from({ length: 50_000 }, (_, index) => ({ key: (index * 7919) % 50_000 }));
    const before = [...items];
    let steps = 0;
    for (const sorting = sortSteps(items, byKey); sorting.next().done !== true;) steps++;
    assert.deepEqual(items, before);
    assert.ok(steps > 50, String(steps));
  });
});
