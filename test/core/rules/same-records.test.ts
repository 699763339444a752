import assert from 'node:assert/strict';
import fc from 'fast-check';
import { scanCsv } from '../../../src/core/csv/scan-csv';
import { indexColumn } from '../../../src/core/model/index-csv';
import { PairNumbers } from '../../../src/core/rules/shared/pair-numbers';
import { sameRecords } from '../../../src/core/rules/shared/same-records';
import { allAtOnce } from '../../../src/core/steps';
import { encodeUtf8 } from '../../../src/core/text/utf8';

describe('sameRecords', () => {
  it('finds the records that have the same values, as comparing each with each does', () => {
    const value = fc.constantFrom('', 'a', 'b', 'c');
    const row = fc.tuple(value, value, value, fc.boolean());
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), fc.boolean(), (rows, hasThird) => {
        const text = ['l,r,t', ...rows.map(([left, right, third]) => `${left},${right},"${third}"`)].join(
          '\n',
        );
        const scan = scanCsv(encodeUtf8(text));
        const counts = Uint8Array.from([0, ...rows.map(([, , , isCounted]) => Number(isCounted))]);
        const found = allAtOnce(
          sameRecords(counts, {
            left: indexColumn(scan, 0),
            right: indexColumn(scan, 1),
            also: hasThird ? indexColumn(scan, 2) : undefined,
          }),
        );
        const groups = new Map<string, number[]>();
        for (const [index, [left, right, third, isCounted]] of rows.entries()) {
          if (!isCounted || left === '' || right === '') continue;
          const key = JSON.stringify([left, right, hasThird ? third : '']);
          groups.set(key, [...(groups.get(key) ?? []), index + 1]);
        }
        const expected = [...groups.values()].filter(({ length }) => length > 1);
        const bySecond = (a: readonly number[], b: readonly number[]) => (a[1] ?? 0) - (b[1] ?? 0);
        assert.deepEqual([...found], expected.sort(bySecond));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('PairNumbers', () => {
  it('gives each pair one number, from 1 on in the order of their coming', () => {
    const pairs = fc.array(fc.tuple(fc.nat(40), fc.nat(2 ** 31)), { maxLength: 300 });
    fc.assert(
      fc.property(pairs, (all) => {
        const numbers = new PairNumbers();
        const known = new Map<string, number>();
        for (const [left, right] of [...all, ...all]) {
          const key = `${String(left)} ${String(right)}`;
          if (!known.has(key)) known.set(key, known.size + 1);
          assert.equal(numbers.numberOf(left, right), known.get(key));
        }
        assert.equal(numbers.count, known.size);
      }),
    );
  });
});
