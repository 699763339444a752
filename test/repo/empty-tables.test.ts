// Every rule on tables that hold a header and nothing else, and on files that hold nothing at all.
import assert from 'node:assert/strict';
import type { RosterInput } from '../../src/core/model/roster-input';
import { rules } from '../../src/core/rules/registry.generated';
import { specification, versions } from '../../src/core/spec/specification';
import type { OneRosterVersion } from '../../src/core/spec/types';
import { encodeUtf8 } from '../../src/core/text/utf8';
import { validateRoster } from '../../src/core/validate-roster';

for (const version of versions) {
  describe(`empty tables of OneRoster ${version}`, () => {
    const headers = rosterOf(version, (columns) => `${columns.join(',')}\n`);
    const nothing = rosterOf(version, () => '');

    it('with a header alone are found by no-records and by no other rule', () => {
      assert.deepEqual(found(headers, version), ['no-records']);
    });

    it('without a byte are found by empty-file and by no other rule', () => {
      assert.deepEqual(found(nothing, version), ['empty-file']);
    });

    for (const rule of rules) {
      it(`do not upset ${rule.id} on its own`, () => {
        for (const input of [headers, nothing]) {
          const { totals } = validateRoster(input, { version, asOf: '2026-10-01', rules: [rule] });
          assert.deepEqual(
            Object.keys(totals.byRule).filter((id) => id !== rule.id),
            [],
          );
        }
      });
    }
  });
}

/** All files of a version, written by their columns, under a manifest that declares them as bulk. */
function rosterOf(version: OneRosterVersion, write: (columns: readonly string[]) => string): RosterInput {
  const { manifest, tables } = specification(version);
  const rows = (manifest?.rows ?? []).map(({ property, table, values }) =>
    [property, table === undefined ? (values?.[0]?.value ?? '') : 'bulk'].join(','),
  );
  const declared = [['propertyName', 'value'].join(','), ...rows].join('\n');
  const files = tables.map(({ file, columns }) => ({
    path: file,
    text: write(columns.map(({ name }) => name)),
  }));
  const all = manifest === undefined ? files : [{ path: manifest.file, text: `${declared}\n` }, ...files];
  const entries = all.map(({ path, text }) => ({ path, content: { bytes: encodeUtf8(text) } }));
  return { name: 'empty', kind: 'folder', entries };
}

function found(input: RosterInput, version: OneRosterVersion): readonly string[] {
  const { totals } = validateRoster(input, { version, asOf: '2026-10-01' });
  return Object.keys(totals.byRule);
}
