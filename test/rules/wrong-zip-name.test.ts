import assert from 'node:assert/strict';
import { rules } from '../../src/core/rules/registry.generated';
import { resolveProfile } from '../../src/core/spec/specification';
import { validateRoster } from '../../src/core/validate-roster';

function problemsOf(
  name: string,
  kind: 'zip' | 'folder' = 'zip',
  profile: 'standard' | 'incident-iq' = 'incident-iq',
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
});
