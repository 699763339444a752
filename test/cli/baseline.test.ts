import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { inTemporaryFolder, writeFiles } from '../node/support/temporary-folder';
import { oneroster, type CliRun } from './support/run-cli';

const header = 'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId';
const orgs = (...rows: readonly string[]) => `${[header, ...rows].join('\n')}\n`;
const asOf = ['--as-of', '2026-10-01'];

interface Roster {
  readonly problems: readonly { readonly rule: string; readonly file: string; readonly line: number }[];
  readonly totals: { readonly byRule: Readonly<Record<string, number>> };
  readonly suppressed?: number;
  readonly known?: number;
}

async function json(folder: string, ...more: readonly string[]): Promise<Roster> {
  const run = await oneroster(['validate', '--format', 'json', ...asOf, ...more], { cwd: folder });
  const isReport = new Ajv2020({ strict: true }).compile(
    JSON.parse(await readFile('schemas/meta/report.schema.json', 'utf8')),
  );
  assert.ok(isReport(JSON.parse(run.stdout)), JSON.stringify(isReport.errors));
  const { rosters } = JSON.parse(run.stdout) as { readonly rosters: readonly Roster[] };
  assert.ok(rosters[0] !== undefined, run.stderr);
  return rosters[0];
}

describe('a baseline on the command line', () => {
  const write = (folder: string, ...more: readonly string[]): Promise<CliRun> =>
    oneroster(['validate', '--write-baseline', 'oneroster.baseline.json', ...asOf, ...more], { cwd: folder });

  it('is written, found beside the configuration, and lets only new problems fail', async () => {
    await inTemporaryFolder(async (folder) => {
      await writeFiles(folder, {
        'oneroster.config.json': '{}',
        'orgs.csv': orgs('o1,,,Ada Lovelace School,scool,,'),
      });
      assert.equal((await oneroster(['validate', ...asOf], { cwd: folder })).code, 1);
      const written = await write(folder, '--baseline-until', '2027-06-30');
      assert.equal(written.code, 0, written.stderr);
      assert.match(
        written.stderr,
        /^oneroster\.baseline\.json: \d+ known problems, accepted until 2027-06-30\.\n$/,
      );
      assert.match(
        written.stdout,
        /\n\d+ known from the baseline; not listed and not counted\n\.: no problems\n$/,
      );
      const again = await oneroster(['validate', ...asOf], { cwd: folder });
      assert.deepEqual([again.code, again.stderr], [0, '']);
      assert.match(again.stdout, /known from the baseline/);
      await writeFile(join(folder, 'orgs.csv'), orgs('o0,,,New,shool,,', 'o1,,,Ada Lovelace School,scool,,'));
      const roster = await json(folder);
      assert.deepEqual(roster.totals.byRule, { 'invalid-value': 1 });
      assert.ok((roster.known ?? 0) > 1);
      assert.equal(roster.suppressed, undefined);
      assert.equal((await oneroster(['validate', ...asOf], { cwd: folder })).code, 1);
      const later = await json(folder, '--as-of', '2027-07-01');
      assert.equal(later.totals.byRule['invalid-value'], 2);
      assert.equal(later.totals.byRule['suppressed-nothing'], 1);
    });
  });

  it('holds no value of the roster in clear, and follows its schema', async () => {
    await inTemporaryFolder(async (folder) => {
      const secret = 'Lovelace';
      await writeFiles(folder, { 'orgs.csv': orgs(`${secret}1,,, ${secret} ,${secret},,${secret}2`) });
      assert.equal((await write(folder)).code, 0);
      const text = await readFile(join(folder, 'oneroster.baseline.json'), 'utf8');
      assert.ok(!text.includes(secret), text);
      const isBaseline = new Ajv2020({ strict: true }).compile(
        JSON.parse(await readFile('schemas/meta/baseline.schema.json', 'utf8')),
      );
      assert.equal(isBaseline(JSON.parse(text)), true, JSON.stringify(isBaseline.errors));
      // Ninety days from the day that counts as today.
      assert.match(text, /"until": "2026-12-30"/);
    });
  });

  it('is found with --baseline or by the configuration, and says so where neither names it', async () => {
    await inTemporaryFolder(async (folder) => {
      await writeFiles(folder, { 'orgs.csv': orgs('o1,,,North,scool,,') });
      assert.match((await write(folder)).stderr, /Name it with --baseline, or as "baseline" in/);
      assert.equal((await oneroster(['validate', ...asOf], { cwd: folder })).code, 1);
      const named = ['validate', ...asOf, '--baseline', 'oneroster.baseline.json'];
      assert.equal((await oneroster(named, { cwd: folder })).code, 0);
      await writeFiles(folder, { 'oneroster.config.json': '{"baseline": "known/problems.json"}' });
      const missing = await oneroster(['validate'], { cwd: folder });
      assert.equal(missing.code, 2);
      assert.match(missing.stderr, /The baseline .*problems\.json is not there/);
      const text = await readFile(join(folder, 'oneroster.baseline.json'), 'utf8');
      await writeFiles(join(folder, 'known'), { 'problems.json': text });
      assert.equal((await oneroster(['validate', ...asOf], { cwd: folder })).code, 0);
    });
  });

  it('takes in again what the last one knew', async () => {
    await inTemporaryFolder(async (folder) => {
      await writeFiles(folder, { 'oneroster.config.json': '{}', 'orgs.csv': orgs('o1,,,North,scool,,') });
      await write(folder);
      const again = await write(folder, '--baseline-until', '2027-01-01');
      assert.match(again.stderr, /: [1-9]\d* known problems, accepted until 2027-01-01/);
      assert.equal((await oneroster(['validate', ...asOf], { cwd: folder })).code, 0);
    });
  });

  it('reports what is mended, at the baseline', async () => {
    await inTemporaryFolder(async (folder) => {
      await writeFiles(folder, { 'oneroster.config.json': '{}', 'orgs.csv': orgs('o1,,,North,scool,,') });
      await write(folder);
      await writeFile(join(folder, 'orgs.csv'), orgs('o1,,,North,school,,'));
      const roster = await json(folder);
      assert.deepEqual(
        roster.problems
          .filter(({ rule }) => rule === 'suppressed-nothing')
          .map(({ file, line }) => [file, line]),
        [['oneroster.baseline.json', 1]],
      );
    });
  });

  it('does not block packaging', async () => {
    await inTemporaryFolder(async (folder) => {
      await writeFiles(join(folder, 'r'), {
        'oneroster.config.json': '{}',
        'orgs.csv': orgs('o1,,,North,scool,,'),
      });
      const packaging = ['package', 'r', '--output', 'out.zip'];
      assert.equal((await oneroster(packaging, { cwd: folder })).code, 1);
      const writing = ['validate', 'r', '--write-baseline', 'r/oneroster.baseline.json'];
      assert.equal((await oneroster(writing, { cwd: folder })).code, 0);
      const packaged = await oneroster(packaging, { cwd: folder });
      assert.equal(packaged.code, 0, packaged.stderr);
    });
  });

  it('refuses options that do not fit together, and a broken baseline', async () => {
    await inTemporaryFolder(async (folder) => {
      await writeFiles(folder, { 'orgs.csv': orgs('o1,,,North,school,,'), 'b.json': '{"until": 1}' });
      for (const [options, message] of [
        [['--baseline-until', '2027-01-01'], /without --write-baseline/],
        [['--write-baseline', 'b.json', '--baseline', 'b.json'], /contradict/],
        [['--write-baseline', 'b.json', '.', '.'], /one roster/],
        [['--write-baseline', 'b.json', '--baseline-until', '2027-02-30'], /has to be a day/],
        [['--write-baseline', 'b.json', '--baseline-until', '2026-09-30'], /has passed/],
        [['--baseline', 'b.json'], /b\.json is not a baseline\. "until" has to be a day/],
        [['--baseline', 'orgs.csv'], /is not a baseline\. It is not JSON/],
        [['--baseline', 'none.json'], /is not there/],
      ] as const) {
        const run = await oneroster(['validate', ...asOf, ...options], { cwd: folder });
        assert.deepEqual([run.code, run.stdout], [2, ''], options.join(' '));
        assert.match(run.stderr, message);
      }
    });
  });
});

describe('suppressions on the command line', () => {
  const config = (value: string) =>
    `{\n  "suppress": [\n    { "rule": "invalid-value", "file": "orgs.csv", "field": "type", "value": "${value}", "reason": "r" }\n  ]\n}\n`;

  it('are counted, do not fail, and are reported at their place where they match nothing', async () => {
    await inTemporaryFolder(async (folder) => {
      await writeFiles(folder, { 'oneroster.config.json': config('scool') });
      await writeFiles(join(folder, 'r'), { 'orgs.csv': orgs('o1,,,North,scool,,', 'o2,,,South,scool,,') });
      const run = await oneroster(['validate', 'r', ...asOf, '--profile', 'standard'], { cwd: folder });
      assert.match(run.stdout, /\n2 suppressed by the configuration; not listed and not counted\n/);
      assert.doesNotMatch(run.stdout, /invalid-value|suppressed-nothing/);
      const roster = await json(folder, 'r');
      assert.equal(roster.suppressed, 2);
      assert.equal(roster.totals.byRule['invalid-value'], undefined);
      await writeFiles(folder, { 'oneroster.config.json': config('Lovelace') });
      const hidden = await oneroster(['validate', 'r', ...asOf, '--hide-values'], { cwd: folder });
      assert.match(hidden.stdout, /invalid-value does not find "…" in type of orgs\.csv\n/);
      const other = await oneroster(['validate', 'r', ...asOf], { cwd: folder });
      const place = 'oneroster.config.json:3:5 information suppressed-nothing';
      assert.ok(other.stdout.includes(`\n${place} This suppression matches nothing`), other.stdout);
      assert.match(other.stdout, /error invalid-value/);
    });
  });

  it('say where a rule is meant that there is not', async () => {
    await inTemporaryFolder(async (folder) => {
      const text = config('x').replace('invalid-value', 'invalid-vlaue');
      await writeFiles(folder, { 'oneroster.config.json': text, 'orgs.csv': orgs('o1,,,North,school,,') });
      const run = await oneroster(['validate', ...asOf, '--fail-on', 'never'], { cwd: folder });
      assert.match(
        run.stderr,
        /:3:15 warning suppressed-nothing There is no rule "invalid-vlaue"; did you mean "invalid-value"/,
      );
      assert.doesNotMatch(run.stdout, /suppressed-nothing/);
    });
  });
});
