// A profile is its facts in schemas/profiles/, its page in docs/profiles/ and its case in test/rosters/. This holds them together.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { profileFacts } from '../../src/core/spec/catalog.generated';
import { rules } from '../../src/core/rules/registry.generated';
import { profileIds, resolveProfile } from '../../src/core/spec/specification';
import type { ProfileStatement } from '../../src/core/spec/types';

const ruleIds: readonly string[] = rules.map(({ id }) => id);

describe('profiles', () => {
  it('have a page each, and there is no other', () => {
    const pages = readdirSync('docs/profiles').sort();
    assert.deepEqual(pages, ['README.md', ...profileIds.map((id) => `${id}.md`)].sort());
  });

  it('have a roster each with what the profile makes of it', () => {
    const cases = readdirSync('test/rosters').filter((name) => name.startsWith('profile-'));
    assert.deepEqual(cases.sort(), profileIds.map((id) => `profile-${id}`).sort());
  });

  it('name rules and sources that exist, and use every source', () => {
    for (const id of profileIds) {
      const { facts: checked, sync, sources } = resolveProfile(id);
      const facts: readonly ProfileStatement[] = sync === undefined ? checked : [...checked, sync];
      const known = sources.map((source) => source.id);
      assert.equal(new Set(known).size, known.length, id);
      for (const fact of facts) {
        for (const rule of fact.rules ?? []) assert.ok(ruleIds.includes(rule), `${id}: no rule ${rule}`);
        for (const source of fact.sources) assert.ok(known.includes(source), `${id}: no source ${source}`);
      }
      const used = new Set(facts.flatMap((fact) => fact.sources));
      assert.deepEqual([...used].sort(), [...known].sort(), id);
    }
  });

  it('have what their own models of a preview go by on its page', () => {
    const text = readFileSync('docs/preview.md', 'utf8').replace(/\s+/g, ' ');
    for (const id of profileIds) {
      const { preview, sources } = resolveProfile(id);
      const own: object = profileFacts[id];
      if (!('preview' in own)) continue;
      const known = sources.map((source) => source.id);
      for (const line of preview.assumed) assert.ok(text.includes(`- ${line}`), line);
      for (const { text: line, sources: named } of preview.known) {
        assert.ok(text.toLowerCase().includes(line.replace(/\.$/, '').toLowerCase()), line);
        for (const source of named) assert.ok(known.includes(source), `${id}: no source ${source}`);
      }
    }
  });

  it('change nothing without a fact that says why', () => {
    for (const id of profileIds) {
      const profile = resolveProfile(id);
      const argued = new Set(profile.facts.flatMap((fact) => fact.rules ?? []));
      for (const rule of reasonsFor(id)) assert.ok(argued.has(rule), `${id} does not argue ${rule}`);
    }
  });

  it('have every fact, every gap and every source on their pages', () => {
    for (const id of profileIds) {
      const text = readFileSync(`docs/profiles/${id}.md`, 'utf8');
      const { facts, unknown, sync, sources } = resolveProfile(id);
      assert.equal(sync !== undefined && text.includes(sync.text), sync !== undefined, id);
      for (const line of [...facts.map((fact) => fact.text), ...unknown])
        assert.ok(text.includes(`- ${line}`));
      for (const { title, url } of sources) assert.ok(text.includes(`. [${title}](${url})`), url);
    }
  });
});

/** The rules through which the fields that a profile states itself take effect. */
function reasonsFor(id: (typeof profileIds)[number]): readonly string[] {
  const own: object = id === 'standard' ? {} : profileFacts[id];
  const rulesOfField: Readonly<Record<string, string>> = {
    versions: 'unsupported-version',
    zipName: 'wrong-zip-name',
    plainZipName: 'wrong-zip-name',
    requiredFiles: 'missing-file',
    manifest: 'missing-manifest',
    modes: 'unsupported-mode',
    lineEnds: 'wrong-line-ends',
    limits: 'enrollment-limit',
    dispensableFiles: 'no-records',
  };
  return [
    ...Object.keys(own).flatMap((field) => rulesOfField[field] ?? []),
    ...Object.keys(resolveProfile(id).severities),
  ];
}
