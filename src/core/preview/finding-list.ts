import type { Finding, FindingKind, PersonRow, Reason } from './preview';

/** Collects who belongs to a finding: all are counted, the first are listed. */
export class FindingList {
  readonly #kind: FindingKind;
  readonly #most: number;
  readonly #people: PersonRow[] = [];
  readonly #byReason = new Map<Reason, number>();
  #total = 0;

  /** @param most how many people are listed */
  constructor(kind: FindingKind, most: number) {
    this.#kind = kind;
    this.#most = most;
  }

  /** Takes a person in. A row is only made where it is listed. */
  add(reason: Reason, row: () => Omit<PersonRow, 'reason'>): void {
    this.#total++;
    this.#byReason.set(reason, (this.#byReason.get(reason) ?? 0) + 1);
    if (this.#people.length < this.#most) this.#people.push({ ...row(), reason });
  }

  finish(): Finding {
    const byReason = [...this.#byReason]
      .map(([reason, total]) => ({ reason, total }))
      .sort((a, b) => b.total - a.total);
    return { kind: this.#kind, total: this.#total, byReason, people: this.#people };
  }
}
