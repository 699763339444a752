// A random roster with random defects is mended until nothing changes: that ends, nothing but what the problems name has
// changed, and what is left has no fix.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { recordAt } from '../../src/core/csv/field';
import { applyEdits } from '../../src/core/edits/byte-edit';
import { fixAllSteps, type DoneFix, type FixedRoster } from '../../src/core/fixes/engine/fix-all';
import type { RosterInput } from '../../src/core/model/roster-input';
import { allAtOnce } from '../../src/core/steps';
import { versions } from '../../src/core/spec/specification';
import { validateRoster } from '../../src/core/validate-roster';
import { decodeText } from '../../src/node/decode-text';
import { fixesIn } from '../support/apply-fix';
import { cleanRoster } from './clean-roster';
import { appliesTo, defects } from './defects/defects';
import { dialects, writeSheet } from './dialect';
import { Draft } from './draft';
import { createRandom } from './random';
import type { Cell } from './sheet';
import { today } from './world';

/** How many rosters are mended of each version. Set the variable for a longer hunt: the seeds are others at every run. */
const runs = 5 * Number(process.env['ONEROSTER_PROPERTY_RUNS'] ?? '1');

/** The most defects of one roster. */
const mostDefects = 12;

const cases = fc.record({
  seed: fc.noShrink(fc.nat()),
  mode: fc.constantFrom('bulk' as const, 'delta' as const),
  count: fc.integer({ min: 1, max: mostDefects }),
  dialect: dialects,
});

describe('mending a roster with several defects', function () {
  this.timeout(60_000 * runs);

  for (const version of versions) {
    for (const unsafe of [false, true]) {
      it(`of OneRoster ${version}, ${unsafe ? 'guesses included' : 'as far as is certain'}`, () => {
        fc.assert(
          fc.property(cases, ({ seed, mode, count, dialect }) => {
            const random = createRandom(seed);
            const draft = new Draft(version, random, cleanRoster({ version, seed, size: 1, mode }));
            breakOften(draft, count);
            for (const { records } of draft.sheets) fillHoles(records);
            const entries = draft.sheets.map((sheet) => writeSheet(sheet, dialect).entry);
            checkMending({ name: 'made-up', kind: 'folder', entries }, unsafe);
          }),
          { numRuns: runs },
        );
      });
    }
  }
});

/** What is in a zip is not mended. */
const ofZips = ['nested-folder', 'duplicate-entry'];

/** Some defects find no place in a roster that others have broken. */
function breakOften(draft: Draft, count: number): void {
  const kinds = defects.filter((defect) => appliesTo(defect, draft.version) && !ofZips.includes(defect.rule));
  for (let done = 0; done < count; done++) {
    try {
      draft.random.pick(kinds).breaks(draft);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
    }
  }
}

/** A defect that was made for a whole record may have left holes in a shorter one. */
function fillHoles(records: Cell[][]): void {
  for (const record of records) {
    for (let column = 0; column < record.length; column++) record[column] ??= '';
  }
}

function checkMending(input: RosterInput, unsafe: boolean): void {
  const done: DoneFix[] = [];
  const fixed = allAtOnce(
    fixAllSteps(input, { unsafe, asOf: today, decode: decodeText, onFix: (each) => done.push(each) }),
  );
  assert.ok(fixed.isFinished, `it does not end:\n${done.slice(-9).map(describeFix).join('\n')}`);
  assert.equal(fixed.done, done.length);
  for (const each of done) {
    assert.ok(unsafe || each.fix.safety === 'safe', describeFix(each));
    checkPlaces(each);
  }
  checkPatches(input, fixed);
  const left = fixesIn(validateRoster(fixed.input, { asOf: today, maxProblems: 0 }));
  for (const { safety, rule, title, changes } of left) {
    if (safety === 'unsafe' && !unsafe) continue;
    assert.deepEqual(changes(), [], `${rule} has a fix still: ${title}`);
  }
}

/** A fix edits the record or field that its problem names, and else only what names the same id or says the same of a file. */
function checkPlaces({ roster, problem, fix, changes }: DoneFix): void {
  for (const change of changes) {
    if (!('edits' in change)) continue;
    const table = roster.tables.find(({ file }) => file === change.file);
    assert.ok(table);
    // Columns, line ends and the rows of the manifest are of the file as a whole.
    if (change.columns === true || change.kind === 'bytes' || table === roster.manifest) continue;
    for (const { start, end, text } of change.edits) {
      const isOwn = change.file === problem.file && recordAt(table.scan, start) + 1 === problem.record;
      const isNew = start === end && start === table.bytes.length;
      const isReference = new TextDecoder()
        .decode(table.bytes.subarray(start, end))
        .includes(String(problem.value));
      assert.ok(
        isOwn || isNew || isReference,
        `${problem.rule}: ${fix.title} changes ${change.file} at ${String(start)} to ${text}`,
      );
    }
  }
}

/** What is written is what the edits say, and the roster that was mended has just these files. */
function checkPatches(input: RosterInput, { patches, input: fixed }: FixedRoster): void {
  const files = new Map(input.entries.map(({ path, content }) => [path, content]));
  for (const { from, to, original, before, edits, after, encoding } of patches) {
    if (from !== undefined) {
      const content = files.get(from);
      assert.ok(content !== undefined && 'bytes' in content);
      assert.equal(content.bytes, original);
      if (encoding === undefined) assert.equal(before, original);
    }
    assert.deepEqual(applyEdits(before, edits), after);
    if (from !== to && from !== undefined) files.delete(from);
    if (to !== undefined) files.set(to, { bytes: after });
  }
  assert.deepEqual(
    new Map(fixed.entries.map(({ path, content }) => [path, content])),
    new Map([...files].sort()),
  );
}

function describeFix({ problem, fix }: DoneFix): string {
  return `${problem.rule} ${problem.file}:${String(problem.record)} ${fix.title} (${problem.message})`;
}
