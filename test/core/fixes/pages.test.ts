// The fixes of each rule, tried out on what its page shows as wrong.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fixesByRule } from '../../../src/core/fixes/registry.generated';
import { rules } from '../../../src/core/rules/registry.generated';
import { isProfileId, isVersion, resolveProfile } from '../../../src/core/spec/specification';
import { validateRoster, type ValidateOptions, type Validation } from '../../../src/core/validate-roster';
import { fixesIn } from '../../support/apply-fix';
import { parseFixture } from '../../support/fixture';
import { parseRulePage, type PageExample } from '../../support/rule-page';

describe('the fixes of the rules', () => {
  it('belong to rules that there are', () => {
    const ids: readonly string[] = rules.map(({ id }) => id);
    assert.deepEqual(
      [...fixesByRule.keys()].filter((id) => !ids.includes(id)),
      [],
    );
  });

  for (const [id, { safety }] of fixesByRule) {
    it(`${id}: each takes its problem away, and one is shown on the page`, () => {
      const tried = wrongExamples(id).flatMap((example) => tryFixes(id, example));
      // A page, in UTF-8 itself, cannot show a file that is not.
      if (id !== 'invalid-encoding') assert.notEqual(tried.length, 0, 'no example has a problem with a fix');
      for (const each of tried) assert.ok(safety === 'either' || each === safety, `one is ${each}`);
    });
  }
});

function wrongExamples(id: string): readonly PageExample[] {
  const text = readFileSync(`docs/rules/${id}.md`, 'utf8').replaceAll('\r\n', '\n');
  return parseRulePage(text).examples.filter(({ section }) => section === 'Wrong');
}

/** How safe the fixes are that the example's problems have. */
function tryFixes(id: string, { text, options }: PageExample): readonly string[] {
  const { input } = parseFixture(text, options['kind'] === 'zip' ? 'zip' : 'folder');
  if (input.kind === 'zip') return [];
  const validate = (files: typeof input): Validation => validateRoster(files, optionsOf(id, options));
  const before = validate(input);
  return fixesIn(before).map(({ title, safety, done }) => {
    const after = validate(done());
    const count = ({ totals }: Validation) => totals.byRule[id] ?? 0;
    assert.ok(
      count(after) < count(before),
      `${title}: ${String(count(before))}, then ${String(count(after))}`,
    );
    return safety;
  });
}

function optionsOf(id: string, options: PageExample['options']): ValidateOptions {
  const { version, profile = 'standard', asOf, kind, name, ...severities } = options;
  assert.ok(version === undefined || isVersion(version));
  assert.ok(isProfileId(profile) && kind !== 'zip' && name === undefined);
  return {
    version,
    asOf,
    profile: resolveProfile(profile),
    severities: severities as ValidateOptions['severities'] & object,
    rules: rules.filter((rule) => rule.id === id),
  };
}
