import { secretRule, secretSummary } from '../../../core/delivery/secret-problem';
import { renderMessage } from '../../../core/rules/engine/render-message';
import { rules } from '../../../core/rules/registry.generated';
import type { Severity } from '../../../core/spec/types';
import type { LocatedProblem } from '../../../core/validate-roster';
import { hiddenSign, wordingFor, type MessageParts, type Wording } from '../hide-values';
import type { RosterReport } from '../roster-report';

/** How much of a report the page holds: it has to open in any browser. What is left out is counted all the same. */
export interface PageLimits {
  /** The most problems listed of one rule. */
  readonly perRule: number;
  /** The most problems listed in all. */
  readonly inAll: number;
  /** The most causes told apart of one rule. */
  readonly causes: number;
}

export const usualPageLimits: PageLimits = { perRule: 1000, inAll: 20_000, causes: 60 };

/** All problems of one rule. */
export interface RuleGroup {
  readonly rule: string;
  readonly summary: string;
  /** The gravest of its problems. */
  readonly severity: Severity;
  /** How many places there are, listed or not. */
  readonly total: number;
  /** How many places stand behind the problems that are listed on the page. */
  readonly listed: number;
  /** The most frequent first. */
  readonly causes: readonly Cause[];
}

/** Problems of one rule that say the same but for their values. */
export interface Cause {
  readonly severity: Severity;
  readonly message: string;
  readonly places: number;
  readonly listed: readonly ListedProblem[];
}

export interface ListedProblem {
  readonly report: RosterReport;
  readonly problem: LocatedProblem;
}

const gravity: readonly Severity[] = ['error', 'warning', 'information'];

/** Sorts the problems of all rosters by rule and cause, the gravest and most frequent first. */
export function groupByRule(
  reports: readonly RosterReport[],
  showValues: boolean,
  limits: PageLimits = usualPageLimits,
): readonly RuleGroup[] {
  const wording = wordingFor(showValues);
  const collectors = new Map<string, RuleCollector>();
  let room = limits.inAll;
  for (const report of reports) {
    for (const problem of report.problems) {
      const collector = collectors.get(problem.rule) ?? new RuleCollector(wording, limits);
      collectors.set(problem.rule, collector);
      if (collector.add({ report, problem }, room > 0)) room--;
    }
  }
  const groups = [...collectors].map(([rule, collector]) => collector.group(rule, totalOf(reports, rule)));
  return groups.sort((a, b) => bySeverity(a, b) || b.total - a.total);
}

function totalOf(reports: readonly RosterReport[], rule: string): number {
  return reports.reduce((sum, { totals }) => sum + (totals.byRule[rule] ?? 0), 0);
}

function bySeverity(a: { readonly severity: Severity }, b: { readonly severity: Severity }): number {
  return gravity.indexOf(a.severity) - gravity.indexOf(b.severity);
}

/** A cause that still grows. What its problems' messages have in common is kept, the rest becomes a sign. */
interface GrowingCause {
  readonly severity: Severity;
  readonly message: string;
  readonly template: string | undefined;
  common: Record<string, string | number>;
  places: number;
  readonly listed: ListedProblem[];
}

class RuleCollector {
  readonly #wording: Wording;
  readonly #limits: PageLimits;
  readonly #causes = new Map<string, GrowingCause>();
  #listed = 0;
  #listedPlaces = 0;

  constructor(wording: Wording, limits: PageLimits) {
    this.#wording = wording;
    this.#limits = limits;
  }

  /** Counts a problem, and lists it where there is room. */
  add(found: ListedProblem, hasRoom: boolean): boolean {
    const { problem } = found;
    const cause = this.#causeOf(problem);
    cause.places += problem.count;
    if (!hasRoom || this.#listed >= this.#limits.perRule) return false;
    this.#listed++;
    this.#listedPlaces += problem.count;
    cause.listed.push(found);
    return true;
  }

  group(rule: string, total: number): RuleGroup {
    const causes = [...this.#causes.values()]
      .sort((a, b) => bySeverity(a, b) || b.places - a.places)
      .map(({ severity, message, template, common, places, listed }) => ({
        severity,
        message: template === undefined ? message : commonMessage(template, common),
        places,
        listed,
      }));
    return {
      rule,
      summary: summaryOf(rule),
      severity: causes[0]?.severity ?? 'error',
      total,
      listed: this.#listedPlaces,
      causes,
    };
  }

  #causeOf(problem: LocatedProblem): GrowingCause {
    const parts = this.#wording.parts(problem);
    const { severity, messageId } = problem;
    const key = JSON.stringify([severity, messageId, parts.data['field'] ?? '']);
    const isNew = !this.#causes.has(key);
    const chosen = isNew && this.#causes.size >= this.#limits.causes ? `${severity} others` : key;
    const known = this.#causes.get(chosen);
    if (known !== undefined) {
      keepCommon(known, parts);
      return known;
    }
    const { message } = this.#wording.problem(problem);
    const cause: GrowingCause = {
      severity,
      message,
      template: parts.template,
      common: { ...parts.data },
      places: 0,
      listed: [],
    };
    this.#causes.set(chosen, cause);
    return cause;
  }
}

function keepCommon(cause: GrowingCause, { data }: MessageParts): void {
  for (const [name, value] of Object.entries(cause.common)) {
    if (data[name] !== value) cause.common[name] = hiddenSign;
  }
}

function commonMessage(template: string, common: Readonly<Record<string, string | number>>): string {
  return renderMessage(template, common);
}

function summaryOf(rule: string): string {
  if (rule === secretRule) return secretSummary;
  return rules.find(({ id }) => id === rule)?.summary ?? 'A rule failed; this is a bug in OneRoster.';
}
