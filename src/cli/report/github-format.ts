import type { Severity } from '../../core/spec/types';
import type { LocatedProblem } from '../../core/validate-roster';
import { counted } from '../../core/text/counted';
import { visible } from '../terminal';
import { wordingFor } from './hide-values';
import type { ReportOptions } from './report-format';
import type { RosterReport } from './roster-report';
import { formatTotals } from './text-format';

/** GitHub shows so many annotations of each severity for one step and drops the others without a word. */
const mostOfEach = 10;

const severities: readonly Severity[] = ['error', 'warning', 'information'];
const commands = { error: 'error', warning: 'warning', information: 'notice' } as const;

/**
 * Workflow commands for GitHub Actions, which make annotations at the places of the problems. Only as many as GitHub shows are
 * written, of as many rules as possible; a last one tells the true totals.
 */
export function* formatGithub(reports: readonly RosterReport[], options: ReportOptions): Generator<string> {
  const wording = wordingFor(options.showValues);
  let shown = 0;
  for (const severity of severities) {
    // The summary is a notice too.
    const most = severity === 'information' ? mostOfEach - 1 : mostOfEach;
    for (const { report, problem } of pickedOf(reports, severity, most)) {
      yield annotation(wording.problem(problem), options.pathOf(report, problem.file));
      shown += problem.count;
    }
  }
  const sums = reports.map(({ path, totals }) => `${visible(path)}: ${formatTotals(totals)}`).join('; ');
  const all = reports.reduce(
    (sum, { totals }) => sum + totals.error + totals.warning + totals.information,
    0,
  );
  const rest = all > shown ? ` (${counted(all - shown, 'place')} without an annotation of its own)` : '';
  yield `::notice title=OneRoster::${escapeData(`${sums}${rest}`)}\n`;
}

interface Picked {
  readonly report: RosterReport;
  readonly problem: LocatedProblem;
}

/** The first problem of each rule, then the second of each, and so on. */
function pickedOf(reports: readonly RosterReport[], severity: Severity, most: number): readonly Picked[] {
  const byRule = new Map<string, Picked[]>();
  for (const report of reports) {
    for (const problem of report.problems) {
      if (problem.severity !== severity) continue;
      const picked = byRule.get(problem.rule) ?? [];
      byRule.set(problem.rule, picked);
      if (picked.length < most) picked.push({ report, problem });
    }
  }
  const rounds = Array.from({ length: most }, (_, round) =>
    [...byRule.values()].flatMap((picked) => picked[round] ?? []),
  );
  return rounds.flat().slice(0, most);
}

function annotation(problem: LocatedProblem, path: string): string {
  const { severity, rule, file, line, column, endLine, endColumn, message, count } = problem;
  const places = count > 1 ? ` (${counted(count, 'place')})` : '';
  const properties = {
    ...(file === '' ? {} : { file: path.replaceAll('\\', '/'), line }),
    // GitHub takes columns only where the place lies in one line.
    ...(file === '' || line === endLine ? {} : { endLine }),
    ...(file === '' || line !== endLine ? {} : { col: column, endColumn }),
    title: `${rule}${places}`,
  };
  const text = Object.entries(properties)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
    .join(',');
  return `::${commands[severity]} ${text}::${escapeData(message)}\n`;
}

/** As GitHub's own toolkit escapes them. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
