import type { Accepted } from '../../acceptance/accepted';
import type { Roster } from '../../model/roster';
import type { Problem } from '../../rules/engine/problem';
import { runRules } from '../../rules/engine/run-rules';
import { rules } from '../../rules/registry.generated';
import { fixesByRule } from '../registry.generated';
import type { Fix, FixContext } from './define-fixes';
import type { RosterChange } from './roster-change';

/** Finds the fixes of problems of a roster, as long as that stays as it is. */
export class FixFinder {
  readonly #roster: Roster;
  readonly #accepted: Accepted | undefined;
  readonly #memory = new Map<string, object>();

  constructor(roster: Roster, accepted?: Accepted) {
    this.#roster = roster;
    this.#accepted = accepted;
  }

  /** The fixes of a problem at the place that it names, the likeliest first. */
  fixesAt(problem: Problem): readonly Fix[] {
    const found = fixesByRule.get(problem.rule);
    if (found === undefined) return [];
    const table = this.#roster.tables.find(({ file }) => file === problem.file);
    return [
      ...found.fixes({ roster: this.#roster, problem, table, say: this.#roster.say, memo: this.#memo }),
    ];
  }

  /** As `fixesAt`, for all places of a problem that stands for several. Where they are is worked out for `changes` only. */
  fixesOf(problem: Problem): readonly Fix[] {
    const fixes = this.fixesAt(problem);
    if (problem.count === 1) return fixes;
    return fixes.map((fix) => ({
      ...fix,
      title: titleForAll(fix),
      changes: () => this.#changesOfAll(problem, fix),
    }));
  }

  /** The problems that a grouped one stands for, one for each place. */
  placesOf(problem: Problem): readonly Problem[] {
    if (problem.count === 1) return [problem];
    const { rule, severity, group } = problem;
    return runRules(this.#roster, {
      rules: rules.filter(({ id }) => id === rule),
      maxProblems: 0,
      accepted: this.#accepted,
    }).problems.filter((each) => each.rule === rule && each.severity === severity && each.group === group);
  }

  #changesOfAll(problem: Problem, wanted: Fix): readonly RosterChange[] {
    const done = new Set<string>();
    return this.placesOf(problem).flatMap((place) => {
      const fix = this.fixesAt(place).find((each) => titleForAll(each) === titleForAll(wanted));
      if (fix === undefined || (fix.once !== undefined && done.has(fix.once))) return [];
      if (fix.once !== undefined) done.add(fix.once);
      return fix.changes();
    });
  }

  readonly #memo: FixContext['memo'] = <T extends object>(name: string, make: () => T) => {
    const known = this.#memory.get(name) as T | undefined;
    if (known !== undefined) return known;
    const made = make();
    this.#memory.set(name, made);
    return made;
  };
}

function titleForAll({ title, titleForAll: forAll = title }: Fix): string {
  return forAll;
}
