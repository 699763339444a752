import type { Severity } from '../../../core/spec/types';
import { counted } from '../../../core/text/counted';
import { escapeMarkup } from '../markup';
import type { ReportOptions } from '../report-format';
import type { RosterReport } from '../roster-report';

export const severityWords = {
  error: { one: 'error', many: 'errors', title: 'Errors' },
  warning: { one: 'warning', many: 'warnings', title: 'Warnings' },
  information: { one: 'note', many: 'notes', title: 'Notes' },
} as const satisfies Readonly<Record<Severity, object>>;

/** What was checked, the verdict and the totals. */
export function headerMarkup(
  reports: readonly RosterReport[],
  { time }: Pick<ReportOptions, 'time'>,
): string {
  const when = time.toLocaleString('en-US', { dateStyle: 'long', timeStyle: 'short' });
  return (
    '<header>\n<h1>Roster report</h1>\n' +
    `<ul class="rosters">${reports.map(rosterMarkup).join('')}</ul>\n` +
    `<p class="when">Checked on <time datetime="${time.toISOString()}">${escapeMarkup(when)}</time></p>\n` +
    `${verdict(reports)}\n<dl class="totals">${totals(reports)}</dl>\n</header>\n`
  );
}

function rosterMarkup({ path, version, mode, profile }: RosterReport): string {
  const facts = [`OneRoster ${version}`, mode, `profile ${profile}`].join(' · ');
  return `<li><strong>${escapeMarkup(path)}</strong> <span>${escapeMarkup(facts)}</span></li>`;
}

function verdict(reports: readonly RosterReport[]): string {
  const { error, warning, information } = sums(reports);
  if (error > 0) {
    return `<p class="verdict error">${counted(error, 'error has', 'errors have')} to be mended before delivery.</p>`;
  }
  if (warning + information > 0) {
    return `<p class="verdict warning">No errors. ${counted(warning + information, 'place is', 'places are')} worth a look.</p>`;
  }
  return '<p class="verdict fine">No problems were found.</p>';
}

function totals(reports: readonly RosterReport[]): string {
  const sum = sums(reports);
  const files = reports.flatMap((report) => report.files);
  const records = files.reduce((total, file) => total + file.records, 0);
  return [
    total('error', severityWords.error.title, sum.error),
    total('warning', severityWords.warning.title, sum.warning),
    total('information', severityWords.information.title, sum.information),
    total('plain', 'Files', files.length),
    total('plain', 'Records', records),
  ].join('');
}

function total(kind: string, title: string, count: number): string {
  return `<div class="${count === 0 ? 'plain' : kind}"><dt>${title}</dt><dd>${count.toLocaleString('en-US')}</dd></div>`;
}

function sums(reports: readonly RosterReport[]): Readonly<Record<Severity, number>> {
  const sum = { error: 0, warning: 0, information: 0 };
  for (const { totals: own } of reports) {
    sum.error += own.error;
    sum.warning += own.warning;
    sum.information += own.information;
  }
  return sum;
}
