// Public rosters that nobody on this project wrote, kept outside it: where they lie beside the checkout, what is found in them is
// compared with what an independent audit found, and the comparison is printed. `npm test -- test/rosters/samples.test.ts`.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { validateRoster } from '../../src/core/validate-roster';
import { readRosterInput } from '../../src/node/read-roster-input';

const folder = join(process.cwd(), '../shared/samples');
const areHere = existsSync(folder);

interface Audit {
  readonly path: string;
  readonly version: string;
  /** All errors, by rule. */
  readonly errors: Readonly<Record<string, number>>;
  /** The warnings that the audit names; others may be right, too. */
  readonly warnings: Readonly<Record<string, number>>;
}

const mockroster = { 'multiple-primary-teachers': 8 };
const audits: readonly Audit[] = [
  {
    path: '04-lmstoolkit-v1p0',
    version: '1.0',
    errors: { 'invalid-value': 1 },
    warnings: { 'value-case': 60, 'duplicate-enrollment': 12 },
  },
  {
    path: '05-lmstoolkit-v1p1',
    version: '1.1',
    errors: { 'manifest-invalid-value': 1, 'field-count': 2 },
    warnings: {},
  },
  {
    path: '08-rosterhub-old-public/csv-220fc4e5.zip',
    version: '1.1',
    errors: {
      'invalid-encoding': 3,
      'manifest-header': 1,
      'manifest-unknown-property': 1,
      'manifest-invalid-value': 1,
      'spreadsheet-date': 8,
      'missing-optional-column': 33,
    },
    warnings: { 'primary-on-non-teacher': 5, 'duplicate-enrollment': 1 },
  },
  {
    path: '12-moodle-test-data/oneroster_test_data.zip',
    version: '1.2',
    errors: { 'value-case': 1 },
    warnings: {},
  },
  {
    path: '14-mockroster-csvdump/OneRoster-original.zip',
    version: '1.1',
    errors: { 'no-records': 1 },
    warnings: mockroster,
  },
  {
    path: '14-mockroster-csvdump',
    version: '1.1',
    errors: { 'no-records': 1, 'value-case': 180, 'unknown-column': 2, 'duplicate-column': 1 },
    warnings: mockroster,
  },
  {
    path: '17-nicelion-example',
    version: '1.1',
    errors: { 'manifest-file-mismatch': 1, 'no-records': 7 },
    warnings: {},
  },
  { path: '36-sds-v2', version: '1.1', errors: { 'foreign-format': 1 }, warnings: {} },
  { path: '37-sds-v2p1', version: '1.2', errors: { 'foreign-format': 1 }, warnings: {} },
];

describe(`public rosters${areHere ? '' : ' (NOT RUN: the samples are not beside this checkout)'}`, () => {
  for (const { path, version, errors, warnings } of audits) {
    it(`${path}: ${summary(errors)} and nothing else as an error`, async function () {
      if (!areHere) return this.skip();
      const input = await readRosterInput(join(folder, path));
      const { roster, problems } = validateRoster(input, { asOf: '2026-11-23', maxProblems: 0 });
      const counts = (severity: string) =>
        countBy(problems.filter((problem) => problem.severity === severity).map(({ rule }) => rule));
      const found = counts('warning');
      process.stdout.write(`      errors: ${summary(counts('error'))}; warnings: ${summary(found)}\n`);
      assert.deepEqual(counts('error'), errors);
      for (const [rule, count] of Object.entries(warnings)) assert.equal(found[rule], count, rule);
      if (roster.foreignFormat === undefined) assert.equal(roster.version, version);
    });
  }
});

function countBy(rules: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const rule of rules) counts[rule] = (counts[rule] ?? 0) + 1;
  return counts;
}

function summary(counts: Readonly<Record<string, number>>): string {
  const parts = Object.entries(counts).map(([rule, count]) => `${String(count)} ${rule}`);
  return parts.length === 0 ? 'none' : parts.join(', ');
}
