// A rule is three files of one name: src/core/rules/<id>.ts, docs/rules/<id>.md and test/rules/<id>.test.ts. This holds them
// together, and runs the examples of the pages with only the page's rule switched on.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import type { Rule } from '../../src/core/rules/engine/define-rule';
import { rules as registered } from '../../src/core/rules/registry.generated';
import { isProfileId, isVersion } from '../../src/core/spec/specification';
import type { Severity } from '../../src/core/spec/types';
import { check, parseFixture, type CheckOptions } from '../support/fixture';
import {
  factsLine,
  pageSections,
  parseRulePage,
  type PageExample,
  type RulePage,
} from '../support/rule-page';

const rules: readonly Rule[] = registered;
const ids = rules.map(({ id }) => id);

describe('rules, pages and tests', () => {
  it('has exactly one rule a file, with the id that the file is named after', () => {
    assert.deepEqual(ids, namesIn('src/core/rules', '.ts', ['registry.generated']));
  });

  it('has a page for every rule, and no other', () => {
    assert.deepEqual(namesIn('docs/rules', '.md', ['README']), ids);
  });

  it('has a test for every rule, and no other', () => {
    assert.deepEqual(namesIn('test/rules', '.test.ts', []), ids);
  });

  for (const id of ids) {
    it(`has a test titled ${id}`, () => {
      assert.match(readFileSync(`test/rules/${id}.test.ts`, 'utf8'), new RegExp(`^describe\\('${id}'`, 'm'));
    });
  }
});

for (const rule of rules) {
  describe(`the page of ${rule.id}`, () => {
    it('has the headings of every page, and text under each', () => {
      const page = readPage(rule);
      assert.deepEqual(page.headings, [`# ${rule.id}`, ...pageSections.map((name) => `## ${name}`)]);
      for (const name of ['Why it matters', 'How to mend it', 'Source']) {
        assert.notEqual(page.sections.get(name), '', name);
      }
    });

    it('begins with the summary and the facts of the rule', () => {
      assert.deepEqual(readPage(rule).opening, [rule.summary, factsLine(rule)]);
    });

    it('shows what is wrong with exactly the marked problems', () => {
      for (const { text, options } of examplesIn(readPage(rule), 'Wrong')) {
        const { expected } = parseFixture(text);
        assert.notEqual(expected.length, 0, 'nothing is marked');
        for (const each of expected) assert.equal(each.split(' ')[0], rule.id);
        check(text, checkOptions(rule, options));
      }
    });

    it('shows what is right without a problem', () => {
      for (const { text, options } of examplesIn(readPage(rule), 'Right')) {
        assert.deepEqual(parseFixture(text).expected, []);
        check(text, checkOptions(rule, options));
      }
    });
  });
}

/** The names of a folder's own files with that ending, without it and sorted. */
function namesIn(folder: string, ending: string, except: readonly string[]): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => entry.name.slice(0, -ending.length))
    .filter((name) => !except.includes(name))
    .sort();
}

function readPage(rule: Rule): RulePage {
  return parseRulePage(readFileSync(`docs/rules/${rule.id}.md`, 'utf8').replaceAll('\r\n', '\n'));
}

function examplesIn(page: RulePage, section: string): readonly PageExample[] {
  const examples = page.examples.filter((example) => example.section === section);
  assert.notEqual(examples.length, 0, `${section} has no example`);
  return examples;
}

/**
 * `version=1.1 kind=zip name=roster.zip profile=incident-iq asOf=2026-10-01`, and `<rule>=<severity>` for a severity that the page needs
 * another way. Without a version it is detected.
 */
function checkOptions(rule: Rule, options: PageExample['options']): CheckOptions {
  const { version, kind = 'folder', name = 'fixture', profile = 'standard', asOf, ...others } = options;
  assert(version === undefined || isVersion(version), version);
  assert(isProfileId(profile), profile);
  assert(kind === 'folder' || kind === 'zip', kind);
  const severities = Object.fromEntries(
    Object.entries(others).map(([id, severity]) => [known(id), level(severity)]),
  );
  return { only: [rule.id], version, kind, name, profileId: profile, asOf, severities };
}

function known(id: string): string {
  assert(ids.includes(id), `${id} is neither an option of an example nor a rule`);
  return id;
}

function level(severity: string): Severity | 'off' {
  assert(
    severity === 'error' || severity === 'warning' || severity === 'information' || severity === 'off',
    severity,
  );
  return severity;
}
