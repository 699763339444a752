import type { Acceptance, ColumnName } from '../../acceptance/acceptance';
import type { Roster } from '../../model/roster';
import type { Severity } from '../../spec/types';
import type { Report, Rule } from './define-rule';
import type { Place, RelatedPlace } from './problem';
import type { ProblemCollector } from './problem-collector';
import { renderMessage } from './render-message';

/** Accepts a rule's reports: fills in severity and text, checks the place. */
export interface Reporter {
  readonly rule: Rule;
  readonly report: (report: Report) => void;
  /** As `report`, for places that are worked out only if the problem is listed; with the column, fewer still. */
  accept(report: Omit<Report, 'at'>, at: () => Place, column?: ColumnName): void;
}

/** What the reporters of one run share. */
export interface Run {
  readonly roster: Roster;
  readonly collector: ProblemCollector;
  readonly acceptance: Acceptance;
  /** The bytes of every file that a problem can have its place in. */
  readonly sizes: ReadonlyMap<string, number>;
}

/** Makes the reporter of one rule in one run. */
export function makeReporter(rule: Rule, run: Run): Reporter {
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
        message: renderMessage(rule.messages[report.message] ?? report.message, data, roster.say),
        related: (report.related ?? []).map((related) =>
          relatedPlace(related.message, placeOf(related.at), related.data),
        ),
      };
    });
  }

  function relatedPlace(message: string, at: Place, own: Report['data']): RelatedPlace {
    const data = { ...namedData(at), ...own };
    return { ...checked(at), message: renderMessage(rule.messages[message] ?? message, data, roster.say) };
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
