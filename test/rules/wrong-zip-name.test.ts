import assert from 'node:assert/strict';
import { rules } from '../../src/core/rules/registry.generated';
import { resolveProfile } from '../../src/core/spec/specification';
import { validateRoster } from '../../src/core/validate-roster';

function problemsOf(
  name: string,
  kind: 'zip' | 'folder' = 'zip',
  profile: 'standard' | 'incident-iq' | 'summit-k12' = 'incident-iq',
) {
  return validateRoster(
    { name, kind, entries: [] },
    { profile: resolveProfile(profile), rules: rules.filter(({ id }) => id === 'wrong-zip-name') },
  ).problems;
}

describe('wrong-zip-name', () => {
  it('accepts the name that the profile demands, wherever the zip lies', () => {
    assert.deepEqual(problemsOf('OneRoster.zip'), []);
    assert.deepEqual(problemsOf('/home/sis/OneRoster.zip'), []);
    assert.deepEqual(problemsOf('D:\\sis\\OneRoster.zip'), []);
  });

  it('reports another name, another letter case included', () => {
    for (const name of ['roster.zip', 'sis/oneroster.zip', 'OneRoster.ZIP']) {
      const [problem, ...others] = problemsOf(name);
      assert.equal(others.length, 0);
      assert.equal(problem?.file, '');
      assert.equal(
        problem.message,
        `The zip is named "${name.replace('sis/', '')}"; Incident IQ reads only "OneRoster.zip"`,
      );
    }
  });

  it('has no say in folders, nor where the profile leaves the name open', () => {
    assert.deepEqual(problemsOf('roster', 'folder'), []);
    assert.deepEqual(problemsOf('roster.zip', 'zip', 'standard'), []);
  });

  it('lets nothing but letters and digits pass where the profile says so', () => {
    assert.deepEqual(problemsOf('north2026.zip', 'zip', 'summit-k12'), []);
    assert.deepEqual(problemsOf('north2026.ZIP', 'zip', 'summit-k12'), []);
    for (const name of ['north_high.zip', 'north high.zip', 'nörth.zip', 'north.2026.zip']) {
      assert.equal(
        problemsOf(name, 'zip', 'summit-k12')[0]?.message,
        `The zip is named "${name}"; Summit K12 takes only letters and digits before .zip`,
      );
    }
  });
});
