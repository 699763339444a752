// What the engine says of the examples on all rule pages: each text has an entry in l10n/.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import german from '../../l10n/bundle.l10n.de.json';
import germanFacts from '../../l10n/facts.de.json';
import { FixFinder } from '../../src/core/fixes/engine/find-fixes';
import { hoverAt } from '../../src/core/features/hover';
import { outline } from '../../src/core/features/outline';
import { rules } from '../../src/core/rules/registry.generated';
import { inEnglish, type Say } from '../../src/core/text/say';
import { validateRoster } from '../../src/core/validate-roster';
import { parseFixture } from '../support/fixture';
import { parseRulePage } from '../support/rule-page';

/** Words alone may be the file's own: those of ours are looked for in the source. */
const isText = /\{|[a-z] [a-z]/;

describe('the texts of the engine', () => {
  const known = new Set(Object.keys({ ...german, ...germanFacts }));

  for (const { id } of rules) {
    it(`are known: ${id}`, () => {
      const said = new Set<string>();
      const say: Say = (english, values) => {
        said.add(english);
        return inEnglish(english, values);
      };
      const page = parseRulePage(readFileSync(`docs/rules/${id}.md`, 'utf8').replaceAll('\r\n', '\n'));
      for (const { text, options } of page.examples) {
        const { input } = parseFixture(text, options['kind'] === 'zip' ? 'zip' : 'folder');
        const { roster, problems } = validateRoster(input, { say, asOf: '2026-09-01' });
        const finder = new FixFinder(roster);
        for (const problem of problems) finder.fixesOf(problem);
        for (const table of roster.tables) {
          outline(roster, table);
          for (let at = 0; at < table.bytes.length; at += 3) hoverAt(roster, table, at, (label) => label);
        }
      }
      const unknown = [...said].filter((text) => !known.has(text) && isText.test(text));
      assert.deepEqual(unknown, []);
      assert.ok(said.size > 0);
    });
  }
});
