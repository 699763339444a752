import type { Severity } from '../../../core/spec/types';
import type { ReportOptions } from '../report-format';
import type { RosterReport } from '../roster-report';
import { chartMarkup, placesOf, type Bar } from './charts';
import type { RuleGroup } from './page-model';

const mostBars = 10;
const severities: readonly Severity[] = ['error', 'warning', 'information'];

/** The charts by rule and by file. */
export function reportCharts(
  reports: readonly RosterReport[],
  groups: readonly RuleGroup[],
  pathOf: ReportOptions['pathOf'],
): string {
  return ruleChart(groups) + fileChart(reports, pathOf);
}

function ruleChart(groups: readonly RuleGroup[]): string {
  const bars = groups.map(({ rule, severity, total }): Bar => ({
    label: rule,
    href: `#rule-${rule}`,
    filter: { name: 'rule', value: rule },
    parts: [{ kind: severity, places: total }],
  }));
  const shown = mostFrequent(bars);
  const note =
    bars.length > shown.length
      ? `The ${String(shown.length)} most frequent of ${String(bars.length)} rules.`
      : undefined;
  return chartMarkup({ id: 'chart-rules', title: 'Places by rule', bars: shown, note });
}

/** Places of rules that were not listed to the end have no file; they get a bar of their own, so that the sum is true. */
function fileChart(reports: readonly RosterReport[], pathOf: ReportOptions['pathOf']): string {
  const counts = new Map<string, Record<Severity, number>>();
  let unlisted = 0;
  for (const report of reports) {
    const { error, warning, information } = report.totals;
    unlisted += error + warning + information;
    for (const { file, severity, count } of report.problems) {
      const path = shownFile(reports, report, file, pathOf);
      const own = counts.get(path) ?? { error: 0, warning: 0, information: 0 };
      counts.set(path, own);
      own[severity] += count;
      unlisted -= count;
    }
  }
  const bars = [...counts].map(([path, own]): Bar => ({
    label: path,
    href: '#problems',
    filter: { name: 'file', value: path },
    parts: severities.map((kind) => ({ kind, places: own[kind] })).filter(({ places }) => places > 0),
  }));
  const shown = mostFrequent(bars);
  const others = bars.filter((bar) => !shown.includes(bar)).reduce((sum, bar) => sum + placesOf(bar), 0);
  const rest = [
    ...(others > 0 ? [restBar('other files', others)] : []),
    ...(unlisted > 0 ? [restBar('not told apart by file', unlisted)] : []),
  ];
  const note =
    unlisted > 0
      ? 'Of a rule with very many places only the first are listed; the rest are counted without their file.'
      : undefined;
  return chartMarkup({ id: 'chart-files', title: 'Places by file', bars: [...shown, ...rest], note });
}

/** How the page names a file: with its roster where there are several. */
export function shownFile(
  reports: readonly RosterReport[],
  report: RosterReport,
  file: string,
  pathOf: ReportOptions['pathOf'],
): string {
  if (reports.length > 1) return pathOf(report, file);
  return file === '' ? 'the roster as a whole' : file;
}

function restBar(label: string, places: number): Bar {
  return { label, href: '#problems', parts: [{ kind: 'unknown', places }] };
}

function mostFrequent(bars: readonly Bar[]): readonly Bar[] {
  return [...bars].sort((a, b) => placesOf(b) - placesOf(a)).slice(0, mostBars);
}
