import type { Severity } from '../../spec/types';
import type { Problem, RelatedPlace, Totals } from './problem';
import { mostShown, type CollectorOptions, type Findings, type ListedFinding } from './problem-collector';

interface MergedGroup {
  readonly problem: MergedProblem;
  readonly keys: Set<string>;
}

interface MergedProblem extends Problem {
  count: number;
  readonly related: RelatedPlace[];
}

/** Puts together what all questions have found: joins the groups that several have met, and keeps to the limit for each rule. */
export class FindingsMerge {
  readonly #maxProblems: number;
  readonly #problems: MergedProblem[] = [];
  readonly #groups = new Map<string, MergedGroup>();
  readonly #listedByRule = new Map<string, number>();
  readonly #countByRule = new Map<string, number>();
  readonly #countBySeverity: Record<Severity, number> = { error: 0, warning: 0, information: 0 };

  constructor({ maxProblems }: CollectorOptions) {
    this.#maxProblems = maxProblems;
  }

  add({ listed, unlisted, counts }: Findings): void {
    for (const { rule, severity, count } of counts) {
      this.#countBySeverity[severity] += count;
      this.#countByRule.set(rule, (this.#countByRule.get(rule) ?? 0) + count);
    }
    for (const finding of listed) this.#addListed(finding);
    for (const [key, count] of unlisted) {
      const known = this.#groups.get(key);
      if (known !== undefined) known.problem.count += count;
    }
  }

  /** The problems, file by file in the order given, from top to bottom. */
  problems(fileOrder: readonly string[]): readonly Problem[] {
    const places = new Map(fileOrder.map((file, index) => [file, index]));
    const place = (problem: Problem) => places.get(problem.file) ?? -1;
    return this.#problems.sort(
      (a, b) =>
        place(a) - place(b) ||
        compare(a.file, b.file) ||
        a.start - b.start ||
        a.end - b.end ||
        compare(a.rule, b.rule),
    );
  }

  totals(): Totals {
    const byRule = [...this.#countByRule].sort(([a], [b]) => compare(a, b));
    return { ...this.#countBySeverity, byRule: Object.fromEntries(byRule) };
  }

  #addListed({ problem, group }: ListedFinding): void {
    const known = group === undefined ? undefined : this.#groups.get(group.key);
    if (known !== undefined) {
      known.problem.count += problem.count;
      for (const [key, place] of group?.shown ?? []) addPlace(known, key, place);
      return;
    }
    const listed = this.#listedByRule.get(problem.rule) ?? 0;
    if (this.#maxProblems > 0 && listed >= this.#maxProblems) return;
    this.#listedByRule.set(problem.rule, listed + 1);
    const merged = { ...problem, related: [...problem.related] };
    this.#problems.push(merged);
    if (group !== undefined)
      this.#groups.set(group.key, { problem: merged, keys: new Set(group.shown.keys()) });
  }
}

function addPlace({ problem, keys }: MergedGroup, key: string, place: RelatedPlace): void {
  if (keys.has(key) || problem.related.length >= mostShown) return;
  keys.add(key);
  problem.related.push(place);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
