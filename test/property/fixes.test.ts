// What fixes keep to: after each the problem is gone and no new one has come, and nothing but what it is about has changed.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FixFinder } from '../../src/core/fixes/engine/find-fixes';
import { RosterDraft } from '../../src/core/fixes/engine/roster-draft';
import { fixesByRule } from '../../src/core/fixes/registry.generated';
import type { RosterInput } from '../../src/core/model/roster-input';
import { rules } from '../../src/core/rules/registry.generated';
import { versions } from '../../src/core/spec/specification';
import type { OneRosterVersion } from '../../src/core/spec/types';
import { validateRoster, type Validation } from '../../src/core/validate-roster';
import { decodeText } from '../../src/node/decode-text';
import { cleanRoster } from './clean-roster';
import { defects } from './defects/defects';
import type { Defect } from './defects/defect';
import { dialects, writeSheet, type Dialect } from './dialect';
import { Draft } from './draft';
import { createRandom } from './random';
import { today } from './world';

/** How many rosters each kind of defect breaks. Set the variable for a longer hunt: the seeds are others at every run. */
const runs = Number(process.env['ONEROSTER_PROPERTY_RUNS'] ?? '1');
const seeds = fc.noShrink(fc.nat());

/** What a mended value may bring to light: that it fits its surroundings as badly as the defect had hidden. */
const sense = new Set(rules.filter(({ area }) => area === 'sense').map(({ id }) => id));

describe('a fix', () => {
  const mended = new Set<string>();

  for (const version of versions) {
    for (const defect of defects.filter((each) => fixesByRule.has(each.rule) && appliesTo(each, version))) {
      it(`of OneRoster ${version}: ${defect.rule} where ${defect.what}`, () => {
        fc.assert(
          fc.property(seeds, dialects, (seed, dialect) => {
            if (checkFixes(defect, version, seed, dialect)) mended.add(defect.rule);
          }),
          { numRuns: runs },
        );
      });
    }
  }

  after(() => {
    console.log(
      'never mended',
      [...fixesByRule.keys()].filter((rule) => !mended.has(rule)),
    );
  });
});

function appliesTo({ rule, versions: own }: Defect, version: OneRosterVersion): boolean {
  const found = rules.find(({ id }) => id === rule);
  return (found?.versions ?? versions).includes(version) && (own ?? versions).includes(version);
}

/** Breaks a clean roster and tries each fix that is offered for its problem. Returns whether there was one. */
function checkFixes(defect: Defect, version: OneRosterVersion, seed: number, dialect: Dialect): boolean {
  const sheets = cleanRoster({ version, seed, size: 1, mode: defect.mode ?? 'bulk' });
  const draft = new Draft(version, createRandom(seed), sheets);
  defect.breaks(draft);
  if (draft.kind === 'zip') return false;
  const entries = draft.sheets.map((sheet) => writeSheet(sheet, dialect).entry);
  const before = validate({ name: 'made-up', kind: 'folder', entries });
  const problem = before.problems.find(({ rule }) => rule === defect.rule);
  assert.ok(problem);
  const fixes = new FixFinder(before.roster).fixesOf(problem);
  for (const [index, { title, safety }] of fixes.entries()) {
    const declared = fixesByRule.get(defect.rule)?.safety;
    assert.ok(declared === 'either' || declared === safety, `${title} is ${safety}`);
    const fix = new FixFinder(before.roster).fixesOf(problem)[index];
    const changed = new RosterDraft(before.roster, decodeText);
    assert.ok(changed.take(fix?.changes() ?? []), `${title} changes nothing`);
    const { entries: news, removed } = changed.finishRound();
    const gone = new Set([...removed, ...news.map(({ path }) => path)]);
    const after = validate({
      ...before.roster.input,
      entries: [...before.roster.input.entries.filter(({ path }) => !gone.has(path)), ...news],
    });
    assert.deepEqual(newProblems(before, after, defect), [], title);
    assert.ok(
      (after.totals.byRule[defect.rule] ?? 0) < (before.totals.byRule[defect.rule] ?? 0),
      `${title}: the problem is still there:\n${describe_(after)}`,
    );
  }
  return fixes.length > 0;
}

function validate(input: RosterInput): Validation {
  return validateRoster(input, { asOf: today });
}

function newProblems(before: Validation, after: Validation, defect: Defect): readonly string[] {
  return after.problems
    .filter(({ rule }) => (after.totals.byRule[rule] ?? 0) > (before.totals.byRule[rule] ?? 0))
    .filter(({ rule }) => defect.consequences?.includes(rule) !== true && !sense.has(rule))
    .map(({ rule, message }) => `${rule} ${message}`);
}

function describe_({ problems }: Validation): string {
  return problems.map(({ rule, file, message }) => `${rule} ${file} ${message}`).join('\n');
}
