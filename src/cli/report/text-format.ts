import type { Totals } from '../../core/rules/engine/problem';
import type { Severity } from '../../core/spec/types';
import type { LocatedProblem } from '../../core/validate-roster';
import { counted, visible, type Paint } from '../terminal';
import { unlistedByRule, type RosterReport } from './roster-report';

export interface TextFormatOptions {
  readonly paint: Paint;
  /** The path of a roster's file, or of the roster itself where `file` is empty, as it is to be shown. */
  readonly pathOf: (report: RosterReport, file: string) => string;
}

/** The report for people: by roster, by file, one line a problem, and true totals at the end. */
export function* formatText(reports: readonly RosterReport[], options: TextFormatOptions): Generator<string> {
  for (const [index, report] of reports.entries()) {
    if (index > 0) yield '\n';
    yield `${headLine(report, options.paint)}\n`;
    let lastFile: string | undefined;
    for (const problem of report.problems) {
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

function summary(report: RosterReport): string {
  const lines = [...unlistedByRule(report)].map(
    ([rule, count]) =>
      `${count.toLocaleString('en-US')} more of ${rule} not listed (--max-problems 0 lists every place)\n`,
  );
  return `${lines.join('')}${visible(report.path)}: ${formatTotals(report.totals)}\n`;
}
