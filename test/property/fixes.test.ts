// What fixes keep to: after each the problem is gone and no new one has come, and nothing but what it is about has changed.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fixesByRule } from '../../src/core/fixes/registry.generated';
import type { RosterInput } from '../../src/core/model/roster-input';
import { rules } from '../../src/core/rules/registry.generated';
import { versions } from '../../src/core/spec/specification';
import type { OneRosterVersion } from '../../src/core/spec/types';
import { validateRoster, type Validation } from '../../src/core/validate-roster';
import { fixesIn } from '../support/apply-fix';
import { cleanRoster } from './clean-roster';
import { appliesTo, defects } from './defects/defects';
import type { Defect } from './defects/defect';
import { dialects, writeSheet, type Dialect } from './dialect';
import { Draft } from './draft';
import { createRandom } from './random';
import { today } from './world';

/** How many rosters each kind of defect breaks. Set the variable for a longer hunt: the seeds are others at every run. */
const runs = Number(process.env['ONEROSTER_PROPERTY_RUNS'] ?? '1');
const seeds = fc.noShrink(fc.nat());

/**
 * What a mended field or a column that is there again may bring to light: that it fits its surroundings as badly as the defect had
 * hidden. The fixes of the other areas leave what the fields say as it is, and bring up nothing.
 */
const sense = rules.filter(({ area }) => area === 'sense').map(({ id }) => id);
const ofFields = ['value', 'spreadsheet', 'key', 'reference', 'sense', 'header'];

function mayComeToLight(mended: string): readonly string[] {
  const area = rules.find(({ id }) => id === mended)?.area ?? '';
  return ofFields.includes(area) || mended === 'field-count' ? sense : [];
}

describe('a fix', () => {
  for (const version of versions) {
    for (const defect of defects.filter((each) => fixesByRule.has(each.rule) && appliesTo(each, version))) {
      it(`of OneRoster ${version}: ${defect.rule} where ${defect.what}`, () => {
        fc.assert(
          fc.property(seeds, dialects, (seed, dialect) => {
            checkFixes(defect, version, seed, dialect);
          }),
          { numRuns: runs },
        );
      });
    }
  }
});

/** Breaks a clean roster and tries each fix that is offered for its problem. */
function checkFixes(defect: Defect, version: OneRosterVersion, seed: number, dialect: Dialect): void {
  const sheets = cleanRoster({ version, seed, size: 1, mode: defect.mode ?? 'bulk' });
  const draft = new Draft(version, createRandom(seed), sheets);
  defect.breaks(draft);
  if (draft.kind === 'zip') return;
  const entries = draft.sheets.map((sheet) => writeSheet(sheet, dialect).entry);
  const before = validate({ name: 'made-up', kind: 'folder', entries });
  for (const { title, safety, done } of fixesIn(before).filter(({ rule }) => rule === defect.rule)) {
    const declared = fixesByRule.get(defect.rule)?.safety;
    assert.ok(declared === 'either' || declared === safety, `${title} is ${safety}`);
    const after = validate(done());
    const count = ({ totals }: Validation) => totals.byRule[defect.rule] ?? 0;
    assert.ok(count(after) < count(before), `${title}: the problem is still there`);
    assert.deepEqual(newProblems(before, after, defect), [], title);
  }
}

function validate(input: RosterInput): Validation {
  return validateRoster(input, { asOf: today });
}

function newProblems(before: Validation, after: Validation, defect: Defect): readonly string[] {
  return after.problems
    .filter(({ rule }) => (after.totals.byRule[rule] ?? 0) > (before.totals.byRule[rule] ?? 0))
    .filter(({ rule }) => defect.consequences?.includes(rule) !== true)
    .filter(({ rule }) => !mayComeToLight(defect.rule).includes(rule))
    .map(({ rule, message }) => `${rule} ${message}`);
}
