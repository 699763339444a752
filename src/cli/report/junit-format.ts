import type { LocatedProblem } from '../../core/validate-roster';
import type { Severity } from '../../core/spec/types';
import { counted } from '../../core/text/counted';
import { visible } from '../terminal';
import { wordingFor, type Wording } from './hide-values';
import { escapeMarkup } from './markup';
import type { ReportOptions } from './report-format';
import { unlistedByRule, type RosterReport } from './roster-report';
import { formatProblem } from './text-format';

/**
 * The report as JUnit XML, for the test pages of CI servers: one suite a roster, one case for each file and rule that has
 * problems, and one for each file that has none. Errors are failures, and so is what `--fail-on` counts; the rest is told in
 * the case's output.
 */
export function* formatJunit(reports: readonly RosterReport[], options: ReportOptions): Generator<string> {
  const suites = reports.map((report) => ({ report, cases: testCases(report, options) }));
  const wording = wordingFor(options.showValues);
  const all = suites.flatMap(({ cases }) => cases);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites name="oneroster" ${counts(all)}>\n`;
  for (const { report, cases } of suites) {
    yield `  <testsuite name="${attribute(report.path)}" ${counts(cases)} errors="0" skipped="0">\n`;
    yield* properties(report);
    for (const each of cases) yield* formatCase(each, options.pathOf(report, each.file), wording);
    yield* unlisted(report);
    yield '  </testsuite>\n';
  }
  yield '</testsuites>\n';
}

interface TestCase {
  /** Empty where the roster as a whole is meant. */
  readonly file: string;
  readonly name: string;
  readonly fails: boolean;
  readonly problems: readonly LocatedProblem[];
}

function testCases(report: RosterReport, { failOn }: ReportOptions): readonly TestCase[] {
  const groups = new Map<string, LocatedProblem[]>();
  for (const problem of report.problems) {
    const key = JSON.stringify([problem.file, problem.rule]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [problem]);
    else group.push(problem);
  }
  const failing = failingSeverities(failOn);
  const cases = [...groups.values()].map((problems) => ({
    file: problems[0]?.file ?? '',
    name: problems[0]?.rule ?? '',
    fails: problems.some(({ severity }) => failing.includes(severity)),
    problems,
  }));
  const troubled = new Set(cases.map(({ file }) => file));
  const clean = report.files.filter(({ name }) => !troubled.has(name));
  return [
    ...cases,
    ...clean.map(({ name }) => ({ file: name, name: 'no problems', fails: false, problems: [] })),
  ];
}

function failingSeverities(failOn: Severity | 'never'): readonly Severity[] {
  if (failOn === 'information') return ['error', 'warning', 'information'];
  return failOn === 'warning' ? ['error', 'warning'] : ['error'];
}

function counts(cases: readonly TestCase[]): string {
  return `tests="${String(cases.length)}" failures="${String(cases.filter(({ fails }) => fails).length)}"`;
}

function* properties({ version, mode, profile, totals }: RosterReport): Generator<string> {
  const { error, warning, information } = totals;
  yield '    <properties>\n';
  for (const [name, value] of Object.entries({ version, mode, profile, error, warning, information })) {
    yield `      <property name="${name}" value="${attribute(String(value))}"/>\n`;
  }
  yield '    </properties>\n';
}

function* formatCase({ name, fails, problems }: TestCase, path: string, wording: Wording): Generator<string> {
  const head = `    <testcase classname="${attribute(path)}" name="${attribute(name)}"`;
  if (problems.length === 0) {
    yield `${head}/>\n`;
    return;
  }
  const places = problems.reduce((sum, { count }) => sum + count, 0);
  yield `${head}>\n`;
  yield fails
    ? `      <failure type="${attribute(name)}" message="${attribute(`${name}: ${counted(places, 'place')}`)}">`
    : '      <system-out>';
  for (const problem of problems) yield `${escapeMarkup(formatProblem(wording.problem(problem), path))}\n`;
  yield fails ? '</failure>\n' : '</system-out>\n';
  yield '    </testcase>\n';
}

function* unlisted(report: RosterReport): Generator<string> {
  const lines = [...unlistedByRule(report)].map(
    ([rule, count]) => `${count.toLocaleString('en-US')} more of ${rule} not listed\n`,
  );
  if (lines.length > 0) yield `    <system-out>${escapeMarkup(lines.join(''))}</system-out>\n`;
}

function attribute(text: string): string {
  return escapeMarkup(visible(text));
}
