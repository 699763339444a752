import type { LocatedProblem } from '../../core/validate-roster';
import { tool } from '../tool';
import { wordingFor } from './hide-values';
import { fingerprintPlaces } from './place-fingerprint';
import type { ReportOptions } from './report-format';
import { uriOf } from './report-uri';
import { unlistedByRule, type RosterReport } from './roster-report';
import { sarifLevels, sarifRules } from './sarif-rules';

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** The report in SARIF 2.1.0: one run for all rosters, one result a line. Columns are UTF-16 units, as everywhere. */
export function* formatSarif(reports: readonly RosterReport[], options: ReportOptions): Generator<string> {
  const rules = sarifRules();
  const ruleIndexes = new Map(rules.map(({ id }, index) => [id, index]));
  const driver = { ...tool, semanticVersion: tool.version, rules };
  yield `{\n  "$schema": ${JSON.stringify(schema)},\n  "version": "2.1.0",\n  "runs": [\n    {\n`;
  yield `      "tool": ${JSON.stringify({ driver })},\n`;
  yield `      "columnKind": "utf16CodeUnits",\n`;
  yield `      "invocations": ${JSON.stringify([invocation(reports)])},\n`;
  yield `      "properties": ${JSON.stringify({ rosters: reports.map(rosterFacts) })},\n`;
  yield `      "results": [`;
  let separator = '\n';
  for (const report of reports) {
    for (const result of results(report, ruleIndexes, options)) {
      yield `${separator}        ${JSON.stringify(result)}`;
      separator = ',\n';
    }
  }
  yield `${separator === '\n' ? '' : '\n      '}]\n    }\n  ]\n}\n`;
}

function* results(
  report: RosterReport,
  ruleIndexes: ReadonlyMap<string, number>,
  { showValues, pathOf }: ReportOptions,
): Generator<object> {
  const wording = wordingFor(showValues);
  const fingerprint = fingerprintPlaces(report.path, showValues);
  const uris = new Map<string, string>();
  const fileUri = (file: string): string => {
    const uri = uris.get(file) ?? uriOf(pathOf(report, file));
    uris.set(file, uri);
    return uri;
  };
  for (const each of report.problems) {
    const problem = wording.problem(each);
    const { rule, severity, message, count, record, field, related } = problem;
    const locationOf = (place: Place) => ({
      physicalLocation: {
        artifactLocation: { uri: fileUri(place.file) },
        ...(place.file === '' ? {} : { region: region(place, report) }),
      },
    });
    yield {
      ruleId: rule,
      ruleIndex: ruleIndexes.get(rule) ?? -1,
      level: sarifLevels[severity],
      message: plainText(message),
      locations: [locationOf(problem)],
      ...(related.length === 0
        ? {}
        : {
            relatedLocations: related.map((place, index) => ({
              id: index + 1,
              ...locationOf(place),
              message: plainText(place.message),
            })),
          }),
      occurrenceCount: count,
      partialFingerprints: { 'oneRosterPlace/v1': fingerprint(each) },
      ...(record === undefined && field === undefined ? {} : { properties: { record, field } }),
    };
  }
}

type Place = Pick<LocatedProblem, 'file' | 'start' | 'end' | 'line' | 'column' | 'endLine' | 'endColumn'>;

function region(place: Place, { recoded }: RosterReport) {
  const { file, start, end, line, column, endLine, endColumn } = place;
  const lines = { startLine: line, startColumn: column, endLine, endColumn };
  return recoded.includes(file) ? lines : { ...lines, byteOffset: start, byteLength: end - start };
}

/** Braces would be placeholders in a SARIF message, so they are doubled. */
function plainText(message: string) {
  return { text: message.replace(/[{}]/g, '$&$&') };
}

function invocation(reports: readonly RosterReport[]) {
  const notifications = reports.flatMap((report) =>
    [...unlistedByRule(report)].map(([rule, count]) => ({
      level: 'note',
      associatedRule: { id: rule },
      message: plainText(
        `${report.path}: ${count.toLocaleString('en-US')} more of ${rule} not listed (--max-problems 0 lists every place)`,
      ),
    })),
  );
  return {
    executionSuccessful: true,
    ...(notifications.length === 0 ? {} : { toolExecutionNotifications: notifications }),
  };
}

function rosterFacts({ path, version, mode, profile, files, totals }: RosterReport) {
  return { path, version, mode, profile, files, totals };
}
