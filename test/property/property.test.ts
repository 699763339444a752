// What the rules keep to: nothing is said about a clean roster, and about one with a single defect only what is broken.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Problem } from '../../src/core/rules/engine/problem';
import { rules } from '../../src/core/rules/registry.generated';
import { versions } from '../../src/core/spec/specification';
import type { OneRosterVersion } from '../../src/core/spec/types';
import { validateRoster } from '../../src/core/validate-roster';
import { cleanRoster } from './clean-roster';
import { appliesTo, defects } from './defects/defects';
import type { Defect } from './defects/defect';
import { dialects, writeSheet, type Dialect, type WrittenFile } from './dialect';
import { Draft, type Finding } from './draft';
import { createRandom } from './random';
import type { Sheet } from './sheet';
import { today } from './world';

/** How many rosters each kind of defect breaks. Set the variable for a longer hunt: the seeds are others at every run. */
const runs = Number(process.env['ONEROSTER_PROPERTY_RUNS'] ?? '1');
const cleanRuns = runs * 20;

/** The kinds of defect that each version is to be put to. */
const leastKinds = 60;

const seeds = fc.noShrink(fc.nat());

describe('a clean roster', () => {
  for (const version of versions) {
    const clean = fc.record({
      seed: seeds,
      size: fc.integer({ min: 1, max: 4 }),
      mode: version === '1.0' ? fc.constantFrom('bulk', 'delta') : fc.constantFrom('bulk', 'delta', 'mixed'),
      isPartial: fc.boolean(),
      hasMetadata: fc.boolean(),
    });
    it(`of OneRoster ${version} has no problem, in any dialect`, () => {
      fc.assert(
        fc.property(clean, dialects, fc.constantFrom('folder', 'zip'), (options, dialect, kind) => {
          const files = cleanRoster({ version, ...options }).map((sheet) => writeSheet(sheet, dialect));
          const { problems, roster } = validate(files, kind);
          assert.equal(roster.version, version);
          assert.deepEqual(problems.map(describeProblem), []);
        }),
        { numRuns: cleanRuns },
      );
    });
  }

  it('of OneRoster 1.0 may say nothing in a file, of which there is but an information', () => {
    fc.assert(
      fc.property(seeds, dialects, (seed, dialect) => {
        const sheets = cleanRoster({ version: '1.0', seed, size: 1, mode: 'bulk' });
        sheets.find(({ file }) => file === 'demographics.csv')?.records.splice(1);
        const { totals } = validate(sheets.map((sheet) => writeSheet(sheet, dialect)));
        assert.deepEqual(totals, { error: 0, warning: 0, information: 1, byRule: { 'no-records': 1 } });
      }),
      { numRuns: cleanRuns },
    );
  });
});

/** What these find depends on a profile or a configuration, and here neither asks for anything. */
const rulesOfProfiles = [
  'deletion-in-bulk',
  'enrollment-limit',
  'suppressed-nothing',
  'unsupported-layout',
  'unsupported-mode',
  'unsupported-version',
  'wrong-line-ends',
  'wrong-zip-name',
];

describe('a roster with one defect', () => {
  it('can have one that each rule finds', () => {
    const found = new Set(defects.map(({ rule }) => rule));
    const others = rules.filter(({ id }) => !found.has(id) && !rulesOfProfiles.includes(id));
    assert.deepEqual(
      others.map(({ id }) => id),
      [],
    );
  });

  for (const version of versions) {
    const kinds = defects.filter((defect) => appliesTo(defect, version));
    it(`of OneRoster ${version}: there are at least ${String(leastKinds)} kinds (${String(kinds.length)})`, () => {
      assert.ok(kinds.length >= leastKinds);
      assert.equal(new Set(kinds.map(({ rule, what }) => `${rule} ${what}`)).size, kinds.length);
    });
    for (const defect of kinds) {
      it(`of OneRoster ${version}: ${defect.rule} says that ${defect.what}`, () => {
        fc.assert(
          fc.property(seeds, dialects, (seed, dialect) => checkDefect(defect, version, seed, dialect)),
          { numRuns: runs },
        );
      });
    }
  }
});

/** Breaks a clean roster and demands exactly the one problem, at its place; what is known to follow may be said too. */
function checkDefect(defect: Defect, version: OneRosterVersion, seed: number, dialect: Dialect): void {
  const sheets = cleanRoster({ version, seed, size: 1, mode: defect.mode ?? 'bulk' });
  const draft = new Draft(version, createRandom(seed), sheets);
  const finding = defect.breaks(draft);
  const files = draft.sheets.map((sheet) => writeSheet(sheet, dialect));
  const { problems } = validate(files, draft.kind);
  const found = problems.filter(({ rule }) => rule === defect.rule || !isConsequence(defect, rule));
  const messages = problems.slice(0, 9).map(describeProblem).join('\n');
  const place = placeOf(finding, draft.sheets, files);
  assert.deepEqual(
    found.slice(0, 9).map((problem) => `${problem.rule} ${describePlace(problem, finding)}`),
    [`${defect.rule} ${place}`],
    `expected ${defect.rule} at ${place}, found:\n${messages}`,
  );
}

function validate(files: readonly WrittenFile[], kind: 'folder' | 'zip' = 'folder') {
  return validateRoster({ name: 'made-up', kind, entries: files.map(({ entry }) => entry) }, { asOf: today });
}

function isConsequence({ consequences = [] }: Defect, rule: string): boolean {
  return consequences.includes(rule);
}

/** As exact as the finding is: `users.csv:7:120-128`, `users.csv:7` or `users.csv`. */
function placeOf(
  { file, record, column, from = 0, to }: Finding,
  sheets: readonly Sheet[],
  files: readonly WrittenFile[],
): string {
  if (record === undefined) return file;
  const at = `${file}:${String(record + 1)}`;
  if (column === undefined) return at;
  const index = sheets.findIndex((sheet) => sheet.file === file);
  const start = files[index]?.starts[record]?.[column] ?? 0;
  const end = files[index]?.ends[record]?.[column] ?? 0;
  return `${at}:${String(start + from)}-${String(to === undefined ? end : start + to)}`;
}

function describePlace({ file, record, start, end }: Problem, finding: Finding): string {
  if (finding.record === undefined) return file;
  const at = `${file}:${String(record)}`;
  return finding.column === undefined ? at : `${at}:${String(start)}-${String(end)}`;
}

function describeProblem({ rule, file, record, start, end, message }: Problem): string {
  return `${rule} ${file}:${String(record)}:${String(start)}-${String(end)} ${message}`;
}
