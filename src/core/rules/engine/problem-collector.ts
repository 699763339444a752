import type { Severity } from '../../spec/types';
import type { MessageData, Place, Problem, RelatedPlace, Totals } from './problem';

/** A problem as the engine hands it in. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly messageId: string;
  readonly group: string | undefined;
  /** How this place is shown beside the group's problem, once for each key. */
  readonly inGroup?: { readonly key: string; readonly place: () => RelatedPlace } | undefined;
}

/** What a finding needs only if it will be listed. */
export interface FindingDetails {
  readonly at: Place;
  readonly data: MessageData;
  readonly message: string;
  readonly related: readonly RelatedPlace[];
}

export interface CollectorOptions {
  /** The most problems to keep of one rule; 0 keeps all, and every place of a group for itself. */
  readonly maxProblems: number;
  /** Leaves out everything but errors, in the totals too; false where it is left out. */
  readonly onlyErrors?: boolean;
}

interface ListedProblem extends Problem {
  count: number;
  readonly related: RelatedPlace[];
}

interface Group {
  readonly problem: ListedProblem;
  /** The keys that are shown already, the listed place's own among them. */
  readonly shown: Set<string>;
}

/** The most places that are shown beside a group's problem. */
const mostShown = 20;

/** Keeps problems up to a limit for each rule, and counts all of them. */
export class ProblemCollector {
  readonly #maxProblems: number;
  readonly #onlyErrors: boolean;
  readonly #problems: ListedProblem[] = [];
  readonly #groups = new Map<string, Group>();
  readonly #listedByRule = new Map<string, number>();
  readonly #countByRule = new Map<string, number>();
  readonly #countBySeverity: Record<Severity, number> = { error: 0, warning: 0, information: 0 };

  constructor(options: CollectorOptions) {
    this.#maxProblems = options.maxProblems;
    this.#onlyErrors = options.onlyErrors === true;
  }

  /** Counts a finding, and lists it unless its group or its rule has been listed enough. */
  add(finding: Finding, details: () => FindingDetails): void {
    const { rule, severity } = finding;
    if (this.#onlyErrors && severity !== 'error') return;
    this.#countBySeverity[severity]++;
    this.#countByRule.set(rule, (this.#countByRule.get(rule) ?? 0) + 1);
    const group = this.#maxProblems === 0 ? undefined : finding.group;
    const key = group === undefined ? undefined : `${rule} ${severity} ${group}`;
    const known = key === undefined ? undefined : this.#groups.get(key);
    if (known !== undefined) {
      addToGroup(known, finding);
      return;
    }
    const listed = this.#listedByRule.get(rule) ?? 0;
    if (this.#maxProblems > 0 && listed >= this.#maxProblems) return;
    this.#listedByRule.set(rule, listed + 1);
    const { at, data, message, related } = details();
    const { messageId, inGroup } = finding;
    const problem = { ...at, rule, severity, messageId, data, message, count: 1, related: [...related] };
    this.#problems.push(problem);
    if (key !== undefined) {
      this.#groups.set(key, { problem, shown: new Set(inGroup === undefined ? [] : [inGroup.key]) });
    }
  }

  /** The problems, file by file in the order given, from top to bottom. */
  problems(fileOrder: readonly string[]): readonly Problem[] {
    const places = new Map(fileOrder.map((file, index) => [file, index]));
    const place = (problem: Problem) => places.get(problem.file) ?? -1;
    return [...this.#problems].sort(
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
}

function addToGroup({ problem, shown }: Group, { inGroup }: Finding): void {
  problem.count++;
  if (inGroup === undefined || shown.has(inGroup.key) || problem.related.length >= mostShown) return;
  shown.add(inGroup.key);
  problem.related.push(inGroup.place());
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
