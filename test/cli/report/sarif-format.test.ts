import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import { formatSarif } from '../../../src/cli/report/sarif-format';
import { rules } from '../../../src/core/rules/registry.generated';
import { encodeUtf8 } from '../../../src/core/text/utf8';
import type { RosterReport } from '../../../src/cli/report/roster-report';
import { reportOf, reportOfFolder, write } from './support/report-of';

const broken = `
=== orgs.csv
sourcedId,name,type
o1,"Näh 🎒 ""High""",schol
=== users.csv
sourcedId,orgSourcedIds,role,familyName
u1,o1,student,Lovelace
u2,o9,student,Lovelace
u3,o9,student,Lovelace
`;

describe('SARIF report', () => {
  it('is valid by the published schema, whatever was found', async () => {
    const ajv = new Ajv({ strict: false, allErrors: true });
    ajv.addFormat('uri', (text) => URL.canParse(text));
    ajv.addFormat('uri-reference', (text) => URL.canParse(text, 'file:///base/'));
    ajv.addFormat('date-time', (text) => !Number.isNaN(Date.parse(text)));
    const path = 'schemas/meta/third-party/sarif-2.1.0.schema.json';
    const isSarif = ajv.compile(JSON.parse(await readFile(path, 'utf8')));
    const folders = ['clean-1.0', 'broken-csv', 'broken-references', 'spreadsheet-damage'];
    const reports = await Promise.all(folders.map((name) => reportOfFolder(`test/rosters/${name}`)));
    const capped = reportOf(broken, { maxProblems: 1 });
    for (const each of [[], reports, [capped], [{ ...capped, path: '/an/absolute/päth' }]]) {
      for (const showValues of [false, true]) {
        const log: unknown = JSON.parse(write(formatSarif, each, { showValues }));
        assert.ok(isSarif(log), ajv.errorsText(isSarif.errors));
      }
    }
    assert.ok(!isSarif({ version: '2.1.0', runs: [{}] }), 'The schema refuses nothing.');
  });

  it('describes every rule, and names the rule of each result by id and place', () => {
    const { tool, results } = runOf([reportOf(broken)]);
    assert.deepEqual(
      tool.driver.rules.map(({ id }) => id),
      [...rules.map(({ id }) => id), 'secret-in-file', 'internal-error'],
    );
    const described = tool.driver.rules.filter((rule) => rule.help !== undefined);
    assert.equal(described.length, rules.length);
    for (const { ruleId, ruleIndex } of results) assert.equal(tool.driver.rules[ruleIndex]?.id, ruleId);
  });

  it('gives places exact to the byte, with columns in UTF-16 units, and counts grouped problems', () => {
    const { results, columnKind } = runOf([reportOf(broken)]);
    assert.equal(columnKind, 'utf16CodeUnits');
    const value = results.find(({ ruleId }) => ruleId === 'invalid-value');
    const record = 'o1,"Näh 🎒 ""High""",schol';
    const start = encodeUtf8(`sourcedId,name,type\n${record}`).length - 'schol'.length;
    assert.deepEqual(value?.locations[0]?.physicalLocation, {
      artifactLocation: { uri: 'north/orgs.csv' },
      region: {
        startLine: 2,
        startColumn: record.length - 4,
        endLine: 2,
        endColumn: record.length + 1,
        byteOffset: start,
        byteLength: 5,
      },
    });
    const dangling = results.filter(({ ruleId }) => ruleId === 'dangling-reference');
    assert.deepEqual(
      dangling.map(({ occurrenceCount, level }) => [occurrenceCount, level]),
      [[2, 'error']],
    );
  });

  it('knows a problem again after lines have moved', () => {
    const moved = broken
      .replace('=== users.csv\n', '=== users.csv\n')
      .replace('u1,o1', 'u0,o1,student,X\nu1,o1');
    for (const showValues of [false, true]) {
      const before = runOf([reportOf(broken, { maxProblems: 0 })], showValues).results;
      const after = runOf([reportOf(moved, { maxProblems: 0 })], showValues).results;
      const dangling = ({ ruleId }: SarifResult) => ruleId === 'dangling-reference';
      assert.equal(before.filter(dangling).length, 2);
      assert.deepEqual(after.filter(dangling).map(printOf), before.filter(dangling).map(printOf));
      assert.notDeepEqual(after.filter(dangling).map(lineOf), before.filter(dangling).map(lineOf));
      assert.equal(new Set(before.map(printOf)).size, before.length);
    }
  });

  it('leaves byte offsets out where the file is not in UTF-8', () => {
    const report = reportOf(broken);
    const { results } = runOf([{ ...report, recoded: ['orgs.csv'] }]);
    const regions = results.map(({ locations }) => locations[0]?.physicalLocation);
    const inOrgs = regions.filter((place) => place?.artifactLocation.uri === 'north/orgs.csv');
    assert.ok(inOrgs.length > 0 && inOrgs.every((place) => place?.region?.byteOffset === undefined));
  });

  it('quotes values only when asked', () => {
    assert.doesNotMatch(write(formatSarif, [reportOf(broken)]), /schol"|Lovelace|o9/);
    assert.match(write(formatSarif, [reportOf(broken)], { showValues: true }), /schol/);
  });
});

interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly occurrenceCount: number;
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string };
      readonly region?: { readonly startLine: number; readonly byteOffset?: number };
    };
  }[];
}

interface SarifRun {
  readonly columnKind: string;
  readonly tool: {
    readonly driver: { readonly rules: readonly { readonly id: string; readonly help?: object }[] };
  };
  readonly results: readonly SarifResult[];
}

function runOf(reports: readonly RosterReport[], showValues = false): SarifRun {
  const log = JSON.parse(write(formatSarif, reports, { showValues })) as {
    readonly runs: readonly SarifRun[];
  };
  const [run] = log.runs;
  assert.ok(run !== undefined && log.runs.length === 1);
  return run;
}

function printOf({ partialFingerprints }: SarifResult): string {
  return partialFingerprints['oneRosterPlace/v1'] ?? '';
}

function lineOf({ locations }: SarifResult): number | undefined {
  return locations[0]?.physicalLocation.region?.startLine;
}
