import type { Severity } from '../../spec/types';
import type { MessageData, Place, Problem, RelatedPlace } from './problem';

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

/** What one question has brought to light. */
export interface Findings {
  /** In the order in which they were handed in. */
  readonly listed: readonly ListedFinding[];
  /** How often each group that is not listed was met. */
  readonly unlisted: ReadonlyMap<string, number>;
  readonly counts: readonly RuleCount[];
}

export interface ListedFinding {
  readonly problem: Problem;
  readonly group: ListedGroup | undefined;
}

/** What problems of one rule and one cause are joined by. */
export interface ListedGroup {
  readonly key: string;
  /** How its places are shown beside a problem of the group, by their keys; the listed place's own among them. */
  readonly shown: ReadonlyMap<string, RelatedPlace>;
}

export interface RuleCount {
  readonly rule: string;
  readonly severity: Severity;
  readonly count: number;
}

interface CountedProblem extends Problem {
  count: number;
  readonly related: RelatedPlace[];
}

interface Group {
  readonly key: string;
  readonly problem: CountedProblem;
  readonly shown: Map<string, RelatedPlace>;
}

/** The most places that are shown beside a group's problem. */
export const mostShown = 20;

/** Keeps what one question finds: problems up to a limit for each rule, and the number of all. */
export class ProblemCollector {
  readonly #maxProblems: number;
  readonly #onlyErrors: boolean;
  readonly #listed: { readonly problem: CountedProblem; readonly group: Group | undefined }[] = [];
  readonly #groups = new Map<string, Group>();
  readonly #unlisted = new Map<string, number>();
  readonly #listedByRule = new Map<string, number>();
  readonly #counts = new Map<string, { rule: string; severity: Severity; count: number }>();

  constructor(options: CollectorOptions) {
    this.#maxProblems = options.maxProblems;
    this.#onlyErrors = options.onlyErrors === true;
  }

  /** Counts a finding, and lists it unless its group or its rule has been listed enough. */
  add(finding: Finding, details: () => FindingDetails): void {
    const { rule, severity } = finding;
    if (this.#onlyErrors && severity !== 'error') return;
    this.#count(rule, severity);
    const group = this.#maxProblems === 0 ? undefined : finding.group;
    const key = group === undefined ? undefined : `${rule} ${severity} ${group}`;
    const known = key === undefined ? undefined : this.#groups.get(key);
    if (known !== undefined) {
      addToGroup(known, finding);
      return;
    }
    const listed = this.#listedByRule.get(rule) ?? 0;
    if (this.#maxProblems > 0 && listed >= this.#maxProblems) {
      if (key !== undefined) this.#unlisted.set(key, (this.#unlisted.get(key) ?? 0) + 1);
      return;
    }
    this.#listedByRule.set(rule, listed + 1);
    this.#list(finding, details(), key);
  }

  findings(): Findings {
    return { listed: this.#listed, unlisted: this.#unlisted, counts: [...this.#counts.values()] };
  }

  #count(rule: string, severity: Severity): void {
    const key = `${rule} ${severity}`;
    const known = this.#counts.get(key);
    if (known === undefined) this.#counts.set(key, { rule, severity, count: 1 });
    else known.count++;
  }

  #list(finding: Finding, { at, data, message, related }: FindingDetails, key: string | undefined): void {
    const { rule, severity, messageId, inGroup } = finding;
    const problem = {
      ...at,
      ...{ rule, severity, messageId, data, message, count: 1, related: [...related] },
      ...(finding.group === undefined ? {} : { group: finding.group }),
    };
    const shown = new Map(inGroup === undefined ? [] : [[inGroup.key, inGroup.place()]]);
    const group = key === undefined ? undefined : { key, problem, shown };
    this.#listed.push({ problem, group });
    if (group !== undefined) this.#groups.set(group.key, group);
  }
}

function addToGroup({ problem, shown }: Group, { inGroup }: Finding): void {
  problem.count++;
  if (inGroup === undefined || shown.has(inGroup.key) || problem.related.length >= mostShown) return;
  const place = inGroup.place();
  shown.set(inGroup.key, place);
  problem.related.push(place);
}
