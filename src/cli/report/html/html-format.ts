import { createHash } from 'node:crypto';
import type { Severity } from '../../../core/spec/types';
import { tool } from '../../tool';
import { wordingFor } from '../hide-values';
import { escapeMarkup } from '../markup';
import type { ReportOptions } from '../report-format';
import type { RosterReport } from '../roster-report';
import { groupByRule, usualPageLimits, type PageLimits, type RuleGroup } from './page-model';
import { headerMarkup } from './page-header';
import { causeRows, TextTable, type RowContext } from './page-rows';
import { pageScript, pageStyle } from './page.generated';
import { ruleMarkup } from './rule-section';
import { filterMarkup } from './filter-section';
import { reportCharts, shownFile } from './report-charts';

/**
 * The report as one page that needs nothing but itself: no other file, no network. Its policy forbids whatever it does not
 * hold. Rows lie in the page as data and are drawn when they are looked at, so that 100,000 problems do not slow it.
 */
export function* formatHtml(
  reports: readonly RosterReport[],
  options: ReportOptions,
  limits: PageLimits = usualPageLimits,
): Generator<string> {
  const groups = groupByRule(reports, options.showValues, limits);
  yield head(reports);
  yield headerMarkup(reports, options);
  if (groups.length > 0) {
    yield `<section class="charts" aria-label="Charts">${reportCharts(reports, groups, options.pathOf)}</section>\n`;
    yield filterMarkup(groups, filesOf(reports, options.pathOf), severitiesOf(groups));
    yield '<section id="problems" aria-label="Problems">\n';
    for (const group of groups) yield ruleMarkup(group);
    yield '</section>\n';
  }
  yield footer(options);
  yield* data(groups, reports, options);
  yield `<script>${pageScript}</script>\n</body>\n</html>\n`;
}

function head(reports: readonly RosterReport[]): string {
  const title = `Roster report: ${reports.map(({ path }) => path).join(', ')}`;
  const policy = [
    "default-src 'none'",
    `script-src '${sourceHash(pageScript)}'`,
    `style-src '${sourceHash(pageStyle)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return (
    '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n' +
    `<meta http-equiv="Content-Security-Policy" content="${policy}">\n` +
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n' +
    '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n' +
    `<title>${escapeMarkup(title)}</title>\n<style>${pageStyle}</style>\n</head>\n<body>\n`
  );
}

function sourceHash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function footer({ showValues }: ReportOptions): string {
  const privacy = showValues
    ? 'This report quotes values of the roster. Treat it like the roster itself.'
    : 'This report quotes no values of the roster: “…” stands for each of them. The places lead to them.';
  return (
    `<footer><p>${privacy}</p><p>Made by ${escapeMarkup(`${tool.name} ${tool.version}`)}.</p></footer>\n` +
    '<noscript><p class="note">The places of the problems are listed by a script, which this browser does not run.</p></noscript>\n'
  );
}

/** Each rule's rows as data of their own, and the texts after them. */
function* data(
  groups: readonly RuleGroup[],
  reports: readonly RosterReport[],
  { showValues, pathOf }: ReportOptions,
): Generator<string> {
  const texts = new TextTable();
  const context: RowContext = { reports, wording: wordingFor(showValues), texts, pathOf };
  for (const { rule, causes } of groups) {
    yield `<script type="application/json" id="rows-${escapeMarkup(rule)}">[`;
    for (const [index, cause] of causes.entries()) {
      yield index === 0 ? '[' : ',[';
      let separator = '';
      for (const row of causeRows(cause, context)) {
        yield separator + JSON.stringify(row);
        separator = ',\n';
      }
      yield ']';
    }
    yield ']</script>\n';
  }
  yield '<script type="application/json" id="texts">[';
  let separator = '';
  for (const text of texts.texts) {
    yield separator + inertJson(text);
    separator = ',\n';
  }
  yield ']</script>\n';
}

/** JSON that cannot end the element it stands in. */
function inertJson(text: string): string {
  return JSON.stringify(text).replaceAll('<', '\\u003c');
}

function filesOf(reports: readonly RosterReport[], pathOf: ReportOptions['pathOf']): readonly string[] {
  const files = new Set<string>();
  for (const report of reports) {
    for (const { file } of report.problems) files.add(shownFile(reports, report, file, pathOf));
  }
  return [...files];
}

function severitiesOf(groups: readonly RuleGroup[]): ReadonlySet<Severity> {
  return new Set(groups.flatMap(({ causes }) => causes.map(({ severity }) => severity)));
}
