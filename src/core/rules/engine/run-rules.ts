import type { Roster } from '../../model/roster';
import type { Severity } from '../../spec/types';
import type { Report, Rule } from './define-rule';
import { filePlace, tablePlaces } from './places';
import type { Place, Problem, RelatedPlace, Totals } from './problem';
import { ProblemCollector } from './problem-collector';
import { renderMessage } from './render-message';
import { runValueChecks } from './run-value-checks';

export interface RunOptions {
  readonly rules: readonly Rule[];
  /** The most problems to list of one rule; 0 lists every place. */
  readonly maxProblems: number;
}

export interface RuleResults {
  readonly problems: readonly Problem[];
  readonly totals: Totals;
}

/** Accepts a rule's reports: fills in severity and text, checks the place. */
export interface Reporter {
  readonly rule: Rule;
  readonly report: (report: Report) => void;
  /** As `report`, for places that are worked out only if the problem is listed. */
  accept(report: Omit<Report, 'at'>, at: () => Place): void;
}

/** Runs every rule that applies to the roster. A rule that throws becomes the problem `internal-error`. */
export function runRules(roster: Roster, options: RunOptions): RuleResults {
  const collector = new ProblemCollector({ maxProblems: options.maxProblems });
  const reporters = options.rules
    .filter((rule) => applies(rule, roster))
    .map((rule) => makeReporter(rule, roster, collector));
  const onFailure = (rule: Rule, file: string, error: unknown) => {
    reportFailure(rule, file, error, collector);
  };
  for (const table of roster.tables) {
    const able = reporters.filter(({ rule }) => table.readable || rule.runsOn === 'any-table');
    const at = tablePlaces(table);
    for (const { rule, report } of able) {
      guarded(rule, table.file, onFailure, () =>
        rule.table?.({ roster, table, version: roster.version, at, report }),
      );
    }
    if (table.readable) runValueChecks(roster, table, able, onFailure);
  }
  for (const { rule, report } of reporters) {
    guarded(rule, '', onFailure, () =>
      rule.roster?.({ roster, version: roster.version, at: tablePlaces, file: filePlace, report }),
    );
  }
  const order = ['', ...roster.tables.map((table) => table.file)];
  return { problems: collector.problems(order), totals: collector.totals() };
}

function applies(rule: Rule, roster: Roster): boolean {
  if (rule.versions !== undefined && !rule.versions.includes(roster.version)) return false;
  if ((rule.runsOn === 'foreign-roster') !== (roster.foreignFormat !== undefined)) return false;
  return severityOf(rule, roster) !== 'off';
}

/** The severity of a rule for this roster, a report's own wish left aside. */
export function severityOf(rule: Rule, roster: Pick<Roster, 'version' | 'profile'>): Severity | 'off' {
  return roster.profile.severities[rule.id] ?? rule.severityIn?.[roster.version] ?? rule.severity;
}

function makeReporter(rule: Rule, roster: Roster, collector: ProblemCollector): Reporter {
  const configured = roster.profile.severities[rule.id];
  const usual = rule.severityIn?.[roster.version] ?? rule.severity;
  const sizes = new Map(roster.tables.map((table) => [table.file, table.scan.bytes.length]));

  function accept(report: Omit<Report, 'at'>, at: () => Place): void {
    const severity = configured ?? report.severity ?? usual;
    if (severity === 'off') return;
    const finding = { rule: rule.id, severity, messageId: report.message, group: report.group };
    collector.add(finding, () => {
      const place = checked(at());
      const data = { ...namedData(place), ...report.data };
      return {
        at: place,
        data,
        message: renderMessage(rule.messages[report.message] ?? report.message, data),
        related: (report.related ?? []).map((related) =>
          relatedPlace(related.message, related.at, related.data),
        ),
      };
    });
  }

  function relatedPlace(message: string, at: Place, own: Report['data']): RelatedPlace {
    const data = { ...namedData(at), ...own };
    return { ...checked(at), message: renderMessage(rule.messages[message] ?? message, data) };
  }

  function checked(place: Place): Place {
    const size = sizes.get(place.file) ?? 0;
    if (place.start >= 0 && place.start <= place.end && place.end <= size) return place;
    throw new RangeError(
      `${rule.id} reported bytes ${String(place.start)} to ${String(place.end)} of ${place.file}`,
    );
  }

  return { rule, accept, report: (report) => accept(report, () => report.at) };
}

function namedData(place: Place): Record<string, string | number> {
  return {
    file: place.file,
    ...(place.record === undefined ? {} : { record: place.record }),
    ...(place.field === undefined ? {} : { field: place.field }),
    ...(place.value === undefined ? {} : { value: place.value }),
  };
}

function guarded(
  rule: Rule,
  file: string,
  onFailure: (rule: Rule, file: string, error: unknown) => void,
  run: () => void,
): void {
  try {
    run();
  } catch (error) {
    onFailure(rule, file, error);
  }
}

function reportFailure(rule: Rule, file: string, error: unknown, collector: ProblemCollector): void {
  const data = { rule: rule.id, reason: error instanceof Error ? error.message : String(error) };
  const text = 'The rule {rule} failed ({reason}). This is a bug in OneRoster, not in the file.';
  const group = `${rule.id} ${file}`;
  collector.add({ rule: 'internal-error', severity: 'error', messageId: 'failed', group }, () => ({
    at: filePlace(file),
    data,
    message: renderMessage(text, data),
    related: [],
  }));
}
