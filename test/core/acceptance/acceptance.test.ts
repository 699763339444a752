import assert from 'node:assert/strict';
import type { Accepted, RecordedProblem } from '../../../src/core/acceptance/accepted';
import type { Baseline } from '../../../src/core/config/baseline';
import type { Suppression } from '../../../src/core/config/config';
import { rules } from '../../../src/core/rules/registry.generated';
import type { Validation } from '../../../src/core/validate-roster';
import { validate } from '../../support/fixture';

const some = rules.filter(({ id }) =>
  [
    'invalid-email',
    'required-value',
    'surrounding-whitespace',
    'suppressed-nothing',
    'missing-column',
  ].includes(id),
);

const header = 'sourcedId,email,role';
const users = (...rows: readonly string[]) => `=== users.csv\n${[header, ...rows].join('\n')}\n`;

const found = ({ problems }: Validation) => problems.map(({ rule, value = '' }) => `${rule} ${value}`);

function suppressing(...list: readonly Partial<Suppression>[]): Accepted {
  const usual = { rule: 'invalid-email', file: 'users.csv', field: 'email', value: 'none', reason: 'r' };
  const from = { file: 'oneroster.config.json', text: '{}' };
  return { suppressions: { from, list: list.map((each) => ({ ...usual, start: 0, end: 2, ...each })) } };
}

/** A baseline of everything that is found in a roster; what tells problems apart is left as it is. */
function baselineOf(text: string, until = '2026-12-31'): Accepted {
  const recorded: RecordedProblem[] = [];
  validate(text, {
    rules: some,
    version: '1.1',
    accepted: { record: (problem) => recorded.push(problem) },
  });
  const baseline: Baseline = {
    until,
    salt: 's',
    known: recorded.map(({ rule, file, field, identity }) => ({
      rule,
      file,
      field,
      fingerprints: { [identity]: 1 },
    })),
  };
  return { baseline: { file: 'oneroster.baseline.json', baseline, fingerprint: (identity) => identity } };
}

function run(text: string, accepted: Accepted, asOf = '2026-10-01', maxProblems = 1000): Validation {
  return validate(text, { rules: some, accepted, asOf, version: '1.1', maxProblems });
}

describe('suppressions', () => {
  const text = users('u1,none,student', 'u2,later,student', 'u3,none,student', 'u4,,student');

  it('take one value of one column out of list and totals, and are counted', () => {
    const without = run(text, {});
    assert.equal(without.totals.byRule['invalid-email'], 3);
    for (const maxProblems of [0, 1, 1000]) {
      const validation = run(text, suppressing({}), undefined, maxProblems);
      assert.equal(validation.totals.byRule['invalid-email'], 1);
      assert.deepEqual(validation.accepted, { suppressed: 2, known: 0 });
      assert.ok(found(validation).includes('invalid-email later'));
      assert.ok(!found(validation).includes('invalid-email none'));
      assert.equal(validation.totals.byRule['suppressed-nothing'], undefined);
    }
  });

  it('need rule, file, field and value to agree', () => {
    for (const other of [
      { rule: 'required-value' },
      { file: 'orgs.csv' },
      { field: 'username' },
      { value: 'NONE' },
    ]) {
      const validation = run(text, suppressing(other));
      assert.equal(validation.totals.byRule['invalid-email'], 3, JSON.stringify(other));
      assert.equal(validation.totals.byRule['suppressed-nothing'], 1);
    }
  });

  it('take an empty value for an empty field', () => {
    const empty = { rule: 'required-value', field: 'role', value: '' };
    const validation = run(users('u1,ada@school.example,'), suppressing(empty));
    assert.equal(validation.accepted.suppressed, 1);
    assert.equal(validation.totals.byRule['required-value'], undefined);
  });

  it('know a value by the whole field, too, where the problem marks a part of it', () => {
    const blank = { rule: 'surrounding-whitespace', field: 'email', value: 'ada@school.example ' };
    const validation = run(users('u1,ada@school.example ,student'), suppressing(blank));
    assert.equal(validation.accepted.suppressed, 1);
  });

  it('hold in a file inside a folder of a zip', () => {
    const zip = text.replace('=== users.csv', '=== export/users.csv');
    assert.equal(run(zip, suppressing({})).accepted.suppressed, 2);
  });
});

describe('a baseline', () => {
  const text = users('u1,none,student', 'u2,none,student', 'u3,ada@school.example,student');

  it('accepts what it knows, wherever the lines are, and leaves the rest', () => {
    const accepted = baselineOf(text);
    const moved = users(
      'u9,nil,student',
      'u3,ada@school.example,student',
      'u2,none,student',
      'u1,none,student',
    );
    const validation = run(moved, accepted);
    assert.deepEqual(found(validation), ['invalid-email nil']);
    assert.ok(validation.accepted.known > 2);
    assert.equal(validation.accepted.suppressed, 0);
    assert.equal(validation.totals.error + validation.totals.warning + validation.totals.information, 1);
  });

  it('lets the same value count in another record', () => {
    const validation = run(`${text}u4,none,student\n`, baselineOf(text));
    assert.deepEqual(found(validation), ['invalid-email none']);
    assert.equal(validation.problems[0]?.record, 5);
  });

  it('knows a column that is missing by its name', () => {
    const accepted = baselineOf(text);
    const other = text.replace('sourcedId,email,role', 'sourcedId,email,metadata.x');
    assert.ok(found(run(other, accepted)).some((each) => each.startsWith('missing-column')));
    assert.ok(!found(run(text, accepted)).some((each) => each.startsWith('missing-column')));
  });

  it('holds to the end of its last day, and then says that it has ended', () => {
    const accepted = baselineOf(text, '2026-10-01');
    assert.deepEqual(found(run(text, accepted, '2026-10-01')), []);
    const ended = run(text, accepted, '2026-10-02');
    assert.equal(ended.totals.byRule['invalid-email'], 2);
    const said = ended.problems.filter(({ rule }) => rule === 'suppressed-nothing');
    assert.deepEqual(
      said.map(({ file, message }) => [file, message.replace(/\d+\)/, 'n)')]),
      [['oneroster.baseline.json', 'This baseline ended on 2026-10-01; its known problems (n) count again']],
    );
  });

  it('says how many of its problems are there no longer, once for each rule and column', () => {
    const mended = text.replaceAll('none', 'bo@school.example');
    const said = run(mended, baselineOf(text)).problems.filter(({ rule }) => rule === 'suppressed-nothing');
    assert.deepEqual(
      said.map(({ message }) => message),
      [
        'Of the known problems of invalid-email in users.csv, 2 are there no longer; write the baseline again',
      ],
    );
  });

  it('does not take in what is suppressed, nor what it says itself', () => {
    const recorded: RecordedProblem[] = [];
    const record = (problem: RecordedProblem) => recorded.push(problem);
    const unused = { ...suppressing({}, { value: 'unused' }), record };
    const validation = run(text, unused);
    assert.deepEqual(found(validation), ['suppressed-nothing ']);
    assert.equal(validation.accepted.suppressed, 2);
    assert.equal(validation.accepted.known, recorded.length);
    assert.ok(!recorded.some(({ rule }) => ['invalid-email', 'suppressed-nothing'].includes(rule)));
  });
});
