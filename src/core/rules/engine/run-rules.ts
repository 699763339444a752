import type { Accepted, AcceptedCounts } from '../../acceptance/accepted';
import { Acceptance, type ColumnName } from '../../acceptance/acceptance';
import type { Roster } from '../../model/roster';
import type { Severity } from '../../spec/types';
import { utf8Length } from '../../text/utf8';
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
  /** Leaves out everything but errors, in the totals too; false where it is left out. */
  readonly onlyErrors?: boolean;
  readonly accepted?: Accepted | undefined;
}

export interface RuleResults {
  readonly problems: readonly Problem[];
  readonly totals: Totals;
  readonly accepted: AcceptedCounts;
}

/** Accepts a rule's reports: fills in severity and text, checks the place. */
export interface Reporter {
  readonly rule: Rule;
  readonly report: (report: Report) => void;
  /** As `report`, for places that are worked out only if the problem is listed; with the column, fewer still. */
  accept(report: Omit<Report, 'at'>, at: () => Place, column?: ColumnName): void;
}

/** Runs every rule that applies to the roster. A rule that throws becomes the problem `internal-error`. */
export function runRules(roster: Roster, options: RunOptions): RuleResults {
  const collector = new ProblemCollector(options);
  const { accepted } = options;
  const acceptance = new Acceptance(accepted ?? {}, roster);
  const run: Run = { roster, collector, acceptance, sizes: fileSizes(roster, accepted) };
  const reporters = options.rules
    .filter((rule) => applies(rule, roster))
    .map((rule) => makeReporter(rule, run));
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
  const leftovers = acceptance.finish();
  for (const { rule, report } of reporters) {
    guarded(rule, '', onFailure, () => rule.leftovers?.({ leftovers, report }));
  }
  const order = ['', ...roster.tables.map((table) => table.file)];
  return { problems: collector.problems(order), totals: collector.totals(), accepted: acceptance.counts };
}

/** What the reporters of one run share. */
interface Run {
  readonly roster: Roster;
  readonly collector: ProblemCollector;
  readonly acceptance: Acceptance;
  /** The bytes of every file that a problem can have its place in. */
  readonly sizes: ReadonlyMap<string, number>;
}

function fileSizes(roster: Roster, accepted: Accepted | undefined): ReadonlyMap<string, number> {
  const sizes = new Map(roster.tables.map((table) => [table.file, table.scan.bytes.length]));
  const settings = accepted?.suppressions?.from;
  if (settings !== undefined) sizes.set(settings.file, utf8Length(settings.text));
  return sizes;
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

function makeReporter(rule: Rule, run: Run): Reporter {
  const { roster, collector, acceptance, sizes } = run;
  const checked = (place: Place) => checkPlace(place, rule, sizes);
  const configured = roster.profile.severities[rule.id];
  const usual = rule.severityIn?.[roster.version] ?? rule.severity;

  function accept(report: Omit<Report, 'at'>, at: () => Place, column?: ColumnName): void {
    const severity = configured ?? report.severity ?? usual;
    if (severity === 'off') return;
    const place = acceptance.mayAccept(rule.id, column) ? checked(at()) : undefined;
    if (place === undefined) collect(report, severity, at);
    else if (!acceptance.accepts(rule.id, place, report.data ?? {})) collect(report, severity, () => place);
  }

  function collect(report: Omit<Report, 'at'>, severity: Severity, at: () => Place): void {
    const { inGroup } = report;
    const finding = {
      rule: rule.id,
      severity,
      messageId: report.message,
      group: report.group,
      inGroup: inGroup && {
        key: inGroup.key,
        place: () => relatedPlace(inGroup.message, at(), report.data),
      },
    };
    collector.add(finding, () => {
      const place = checked(at());
      const data = { ...namedData(place), ...report.data };
      return {
        at: place,
        data,
        message: renderMessage(rule.messages[report.message] ?? report.message, data),
        related: (report.related ?? []).map((related) =>
          relatedPlace(related.message, placeOf(related.at), related.data),
        ),
      };
    });
  }

  function relatedPlace(message: string, at: Place, own: Report['data']): RelatedPlace {
    const data = { ...namedData(at), ...own };
    return { ...checked(at), message: renderMessage(rule.messages[message] ?? message, data) };
  }

  return { rule, accept, report: (report) => accept(report, () => placeOf(report.at)) };
}

function checkPlace(place: Place, { id }: Rule, sizes: Run['sizes']): Place {
  const { file, start, end } = place;
  if (start >= 0 && start <= end && end <= (sizes.get(file) ?? 0)) return place;
  throw new RangeError(`${id} reported bytes ${String(start)} to ${String(end)} of ${file}`);
}

function placeOf(at: Place | (() => Place)): Place {
  return typeof at === 'function' ? at() : at;
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
