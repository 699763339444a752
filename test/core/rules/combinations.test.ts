import assert from 'node:assert/strict';
import fc from 'fast-check';
import { eachCombination, type Runs } from '../../../src/core/rules/shared/combinations';
import { allAtOnce } from '../../../src/core/steps';

const column = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 40, maxLength: 40 });

describe('looking at runs of records', () => {
  it('finds what looking at each record finds, and looks at no more', () => {
    const bad = fc.array(fc.integer({ min: 0, max: 26 }), { maxLength: 6 });
    fc.assert(
      fc.property(fc.array(column, { minLength: 1, maxLength: 3 }), column, bad, (columns, marks, wrong) => {
        const counts = Uint8Array.from(marks, (mark) => (mark === 0 ? 0 : 1));
        const isWrong = (record: number) => wrong.includes(combinationOf(columns, record));
        const seen: number[] = [];
        const look = (record: number) => {
          seen.push(record);
          return isWrong(record);
        };
        allAtOnce(eachCombination(counts, columns.map(runsOf), look));
        const expected = [...counts.keys()].filter((record) => record > 0 && counts[record] === 1);
        assert.deepEqual(seen.filter(isWrong), expected.filter(isWrong));
        assert.equal(new Set(seen).size, seen.length);
        const combinations = (records: readonly number[]) =>
          new Set(records.map((record) => combinationOf(columns, record)));
        assert.deepEqual([...combinations(seen)].sort(), [...combinations(expected)].sort());
        assert.ok(seen.length <= expected.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('passes over neighbours of which there is nothing to say', () => {
    const seen: number[] = [];
    const runs = [Uint32Array.of(1, 4), Uint32Array.of(1, 3)].map((starts) => ({ runStarts: () => starts }));
    const look = (record: number) => {
      seen.push(record);
      return false;
    };
    allAtOnce(eachCombination(Uint8Array.of(0, 1, 1, 1, 0, 1, 1), runs, look));
    assert.deepEqual(seen, [1, 3, 5]);
  });
});

function combinationOf(columns: readonly (readonly number[])[], record: number): number {
  return columns.reduce((sum, codes) => sum * 3 + (codes[record] ?? 0), 0);
}

function runsOf(codes: readonly number[]): Runs {
  const starts = Uint32Array.from(
    [...codes.keys()].filter((record) => record === 1 || (record > 0 && codes[record] !== codes[record - 1])),
  );
  return { runStarts: () => starts };
}
