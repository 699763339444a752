import type { Totals } from '../../core/rules/engine/problem';
import type { Severity } from '../../core/spec/types';
import type { LocatedProblem } from '../../core/validate-roster';
import { counted } from '../../core/text/counted';
import { visible, type Paint } from '../terminal';
import { wordingFor } from './hide-values';
import type { ReportOptions } from './report-format';
import { unlistedByRule, type RosterReport } from './roster-report';

/** `showValues` is true where it is left out. */
export type TextFormatOptions = Pick<ReportOptions, 'paint' | 'pathOf'> & Partial<ReportOptions>;

/** The report for people: by roster, by file, one line a problem, and true totals at the end. */
export function* formatText(reports: readonly RosterReport[], options: TextFormatOptions): Generator<string> {
  const wording = wordingFor(options.showValues ?? true);
  for (const [index, report] of reports.entries()) {
    if (index > 0) yield '\n';
    yield `${headLine(report, options.paint)}\n`;
    let lastFile: string | undefined;
    for (const each of report.problems) {
      const problem = wording.problem(each);
      if (problem.file !== lastFile) yield '\n';
      lastFile = problem.file;
      yield `${formatProblem(problem, options.pathOf(report, problem.file), options.paint)}\n`;
      for (const { file, line, column, message } of problem.related) {
        yield `    ${visible(options.pathOf(report, file))}:${String(line)}:${String(column)} ${message}\n`;
      }
    }
    yield `\n${summary(report)}`;
  }
}

/** One problem on one line: `file:line:column severity rule message`. */
export function formatProblem(
  { line, column, severity, rule, message, count }: LocatedProblem,
  path: string,
  paint: Paint = (text) => text,
): string {
  const places = count > 1 ? ` (${counted(count, 'place')})` : '';
  const place = `${visible(path)}:${String(line)}:${String(column)}`;
  return `${place} ${paint(severity, severityColors[severity])} ${rule} ${message}${places}`;
}

/** `2 errors, 1 warning`, or `no problems`. */
export function formatTotals({ error, warning, information }: Totals): string {
  const parts = [
    ...(error > 0 ? [counted(error, 'error')] : []),
    ...(warning > 0 ? [counted(warning, 'warning')] : []),
    ...(information > 0 ? [counted(information, 'note')] : []),
  ];
  return parts.length === 0 ? 'no problems' : parts.join(', ');
}

const severityColors: Readonly<Record<Severity, Parameters<Paint>[1]>> = {
  error: 'red',
  warning: 'yellow',
  information: 'cyan',
};

function headLine({ path, version, mode, profile, files }: RosterReport, paint: Paint): string {
  const records = files.reduce((sum, file) => sum + file.records, 0);
  const facts = [
    `OneRoster ${version}`,
    mode,
    `profile ${profile}`,
    counted(files.length, 'file'),
    counted(records, 'record'),
  ];
  return `${paint(visible(path), 'bold')}: ${facts.join(', ')}`;
}

/** What is neither listed nor counted, so that nobody takes it for mended. */
function acceptedLine({ accepted: { suppressed, known } }: RosterReport): string {
  const parts = [
    ...(suppressed > 0 ? [`${suppressed.toLocaleString('en-US')} suppressed by the configuration`] : []),
    ...(known > 0 ? [`${known.toLocaleString('en-US')} known from the baseline`] : []),
  ];
  return parts.length === 0 ? '' : `${parts.join(', ')}; not listed and not counted\n`;
}

function summary(report: RosterReport): string {
  const lines = [...unlistedByRule(report)].map(
    ([rule, count]) =>
      `${count.toLocaleString('en-US')} more of ${rule} not listed (--max-problems 0 lists every place)\n`,
  );
  const own = acceptedLine(report);
  return `${lines.join('')}${own}${visible(report.path)}: ${formatTotals(report.totals)}\n`;
}
