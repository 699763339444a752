import { withProfile, type Roster } from './model/roster';
import type { Rule, RuleArea } from './rules/engine/define-rule';
import { rules as allRules, type RuleId } from './rules/registry.generated';
import type { ProfileFact } from './spec/types';
import { checkRoster, withSeverities, type LocatedProblem, type ValidateOptions } from './validate-roster';

/** What one rule has against a roster. */
export interface Obstacle {
  readonly rule: string;
  /** In how many places; a true total. */
  readonly count: number;
  /** The first of them. */
  readonly problem: LocatedProblem;
}

/** Whether a consumer would take a roster. */
export interface ProfileFit {
  readonly profile: ProfileFact;
  /** No error stands in the way; warnings may still be there. */
  readonly accepts: boolean;
  /** Root causes first: what is mended at the top of the list often mends what is below. */
  readonly obstacles: readonly Obstacle[];
}

/** The rules whose problems are no mistake in the files, but another roster than the one that is asked for. */
const firstRules: readonly RuleId[] = [
  'foreign-format',
  'unsupported-version',
  'unsupported-layout',
  'unsupported-mode',
  'unreadable-file',
];

/** The areas in the order in which a defect in one brings about defects in the next. */
const areaOrder: readonly RuleArea[] = [
  'package',
  'manifest',
  'bytes',
  'csv',
  'header',
  'spreadsheet',
  'value',
  'key',
  'reference',
  'sense',
];

/** What a district has settled for the roster, and the rules to run; all where they are left out. */
export type FitOptions = Pick<ValidateOptions, 'severities' | 'accepted' | 'rules'>;

/**
 * Holds a roster that has been read against a profile. Nothing is scanned again, so that it is cheap to ask for one profile
 * after the other. The version of the roster stays what it is.
 */
export function fitProfile(roster: Roster, profile: ProfileFact, options: FitOptions = {}): ProfileFit {
  const { severities, accepted, rules = allRules } = options;
  const { problems, totals } = checkRoster(withProfile(roster, withSeverities(profile, severities)), {
    onlyErrors: true,
    accepted,
    rules,
  });
  const first = new Map<string, LocatedProblem>();
  for (const problem of problems) if (!first.has(problem.rule)) first.set(problem.rule, problem);
  const places = new Map(rules.map((rule, index) => [rule.id, rank(rule, index, rules.length)]));
  const place = ({ rule }: Obstacle) => places.get(rule) ?? Number.MAX_SAFE_INTEGER;
  const obstacles = [...first]
    .map(([rule, problem]) => ({ rule, count: totals.byRule[rule] ?? problem.count, problem }))
    .sort((a, b) => place(a) - place(b));
  return { profile, accepts: totals.error === 0, obstacles };
}

/** The place of a rule's obstacles in the list; rules of one area stay in their order. */
function rank({ id, area }: Rule, index: number, count: number): number {
  const head = firstRules.findIndex((first) => first === id);
  if (head >= 0) return head - firstRules.length;
  return areaOrder.indexOf(area) * count + index;
}
