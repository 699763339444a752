import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { wordingFor } from '../../../src/cli/report/hide-values';
import { knownWords } from '../../../src/cli/report/known-words';
import { fieldText } from '../../../src/core/csv/field';
import type { Roster } from '../../../src/core/model/roster';
import { specification, versions } from '../../../src/core/spec/specification';
import { validateRoster, type LocatedProblem, type Validation } from '../../../src/core/validate-roster';
import { readRosterInput } from '../../../src/node/read-roster-input';
import { parseFixture, validate } from '../../support/fixture';
import { parseRulePage } from '../../support/rule-page';

const hidden = wordingFor(false);

describe('hiding values', () => {
  it('keeps what the facts say and hides what the fields hold', () => {
    const told = messagesOf(
      validate(`
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
o1,,,North,schol,,o7
=== demographics.csv
sourcedId,status,dateLastModified,birthdate,sex
u1,,,3/4/2015,Female
`),
    );
    assert.match(told, /type is "…", which probably means "school"; allowed: /);
    assert.match(
      told,
      /parentSourcedId names "…", but orgs\.csv has no organisation|parentSourcedId names "…"/,
    );
    assert.doesNotMatch(told, /schol"|o7|2015|[Ff]emale"; letter/);
  });

  it('hides the names of columns that are none, because a file without a header has people there', () => {
    const { problems } = validate('=== users.csv\nsourcedId,Lovelace,Ada\nu1,Hopper,Grace\n');
    assert.ok(problems.some(({ message }) => message.includes('Lovelace')));
    assert.doesNotMatch(JSON.stringify(problems.map(toldOf)), /Lovelace|Ada/);
  });

  it('hides what a rule of tomorrow puts into a message', () => {
    const [problem] = validate('=== orgs.csv\nsourcedId,name,type\no1,North,schol\n').problems.filter(
      ({ rule }) => rule === 'invalid-value',
    );
    assert.ok(problem !== undefined);
    const data = { ...problem.data, person: 'Ada', places: 3 };
    const { data: told, message } = hidden.problem({ ...problem, data });
    assert.deepEqual([told['person'], told['places']], ['…', 3]);
    assert.ok(message.includes('"…"'));
    const unknown = hidden.problem({
      ...problem,
      rule: 'internal-error',
      message: 'Ada',
      data: { reason: 'Ada' },
    });
    assert.doesNotMatch(JSON.stringify(unknown), /Ada/);
    const related = { ...problem, message: 'A sentence about Ada' };
    assert.doesNotMatch(JSON.stringify(hidden.problem({ ...problem, related: [related] })), /Ada/);
  });

  it('leaves problems alone where values may be shown', () => {
    const [problem] = validate('=== orgs.csv\nsourcedId,name,type\no1,North,schol\n').problems;
    assert.ok(problem !== undefined);
    assert.equal(wordingFor(true).problem(problem), problem);
  });

  it('tells no field of any roster here, nor of any example on the pages of the rules', async () => {
    const folders = readdirSync('test/rosters', { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    const inputs = [
      ...(await Promise.all(folders.map(({ name }) => readRosterInput(`test/rosters/${name}`)))),
      await readRosterInput('examples/sample-district'),
      ...pageExamples().map((text) => parseFixture(text).input),
    ];
    const leaks: string[] = [];
    let compared = 0;
    for (const input of inputs) {
      const validation = validateRoster(input);
      const values = tellingValues(validation.roster);
      for (const problem of validation.problems) {
        compared++;
        const told = textsOf(toldOf(problem));
        const leak = values.find((value) => told.includes(value));
        if (leak !== undefined) leaks.push(`${problem.rule} tells "${leak}": ${told}`);
      }
    }
    assert.deepEqual(leaks, []);
    assert.ok(compared > 200, String(compared));
  });
});

function toldOf(problem: LocatedProblem): LocatedProblem {
  return hidden.problem(problem);
}

function textsOf({ message, field = '', value = '', related }: LocatedProblem): string {
  return [message, field, value, ...related.map((place) => place.message)].join('\n');
}

function messagesOf({ problems }: Validation): string {
  return problems.map((problem) => toldOf(problem).message).join('\n');
}

function pageExamples(): readonly string[] {
  return readdirSync('docs/rules')
    .filter((name) => name !== 'README.md')
    .flatMap(
      (name) => parseRulePage(readFileSync(`docs/rules/${name}`, 'utf8').replaceAll('\r\n', '\n')).examples,
    )
    .map(({ text }) => text);
}

/** The values that could only come from the roster: long enough, and in no fact. */
function tellingValues({ tables }: Roster): readonly string[] {
  const { structure, values } = knownWords();
  const ours = new Set([...structure, ...values, ...examples(), ...ruleExamples]);
  const found = new Set<string>();
  for (const { scan, header } of tables) {
    for (let record = 1; record < scan.recordCount; record++) {
      for (const column of header.keys()) {
        const text = fieldText(scan, record, column).trim();
        const isTelling =
          text.length >= 4 && /\p{L}/u.test(text) && ![...ours].some((word) => word.includes(text));
        if (isTelling) found.add(text);
      }
    }
  }
  return [...found];
}

/** Examples that rules state themselves. */
const ruleExamples = ['{LDAP:jdoe}'];

function examples(): readonly string[] {
  return versions.flatMap((version) =>
    specification(version).tables.flatMap((table) => table.columns.map(({ example }) => example)),
  );
}
