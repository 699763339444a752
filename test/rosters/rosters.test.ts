// Whole rosters and what is found in them: `expected.txt` beside the files holds one line a problem, as the command line
// writes it. A case with an `oneroster.config.json` of its own is validated as that says; what depends on the day is not judged. With ONEROSTER_UPDATE=1 in the environment the lines are written instead of compared; read them before you keep them.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatProblem } from '../../src/cli/report/text-format';
import { emptyConfig } from '../../src/core/config/config';
import { versions } from '../../src/core/spec/specification';
import { validateOptionsOf } from '../../src/core/validate-options';
import { validateRoster } from '../../src/core/validate-roster';
import { loadConfig } from '../../src/node/load-config';
import { readRosterInput } from '../../src/node/read-roster-input';

const folder = 'test/rosters';
const updates = process.env['ONEROSTER_UPDATE'] === '1';

const cases = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

describe('rosters', () => {
  for (const name of cases) {
    it(`${name} has exactly the problems that its expected.txt lists`, async () => {
      const path = join(folder, name, 'expected.txt');
      const { config } = (await loadConfig(join(folder, name))) ?? { config: emptyConfig };
      const options = { ...validateOptionsOf(config, ''), asOf: undefined };
      const { problems } = validateRoster(await readRosterInput(join(folder, name)), options);
      const found = problems.map((problem) => `${formatProblem(problem, problem.file || '.')}\n`).join('');
      if (updates) await writeFile(path, found);
      assert.equal(found, await readFile(path, 'utf8'));
    });
  }

  for (const version of versions) {
    it(`one of OneRoster ${version} has no problem at all`, async () => {
      const { roster, totals } = validateRoster(await readRosterInput(join(folder, `clean-${version}`)));
      assert.equal(roster.version, version);
      assert.deepEqual(totals, { error: 0, warning: 0, information: 0, byRule: {} });
    });
  }
});
