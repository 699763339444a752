import type { KnownProblems } from '../config/baseline';
import type { Suppression } from '../config/config';
import { fieldCount, fieldText } from '../csv/field';
import type { Roster } from '../model/roster';
import { fileNameOf } from '../model/roster-input';
import type { Table } from '../model/table';
import type { MessageData, Place } from '../rules/engine/problem';
import { keyColumn } from '../rules/shared/key-column';
import { utf8Length } from '../text/utf8';
import type { Accepted, AcceptedCounts } from './accepted';
import { ByColumn } from './by-column';

/** What was accepted and is not there, or not accepted any more. */
export interface Leftovers {
  readonly suppressions: readonly UnusedSuppression[];
  readonly baseline: UnusedBaseline | undefined;
}

export interface UnusedSuppression {
  readonly suppression: Suppression;
  /** Whether its day has passed, so that nothing was looked for. */
  readonly ended: boolean;
  readonly at: Place;
}

export interface UnusedBaseline {
  readonly at: Place;
  /** The day that has passed, so that all of it counts again. */
  readonly ended: string | undefined;
  /** How many problems it has. */
  readonly size: number;
  /** Known problems that are there no longer, by rule and column. */
  readonly gone: readonly { readonly known: KnownProblems; readonly count: number }[];
}

/** What is accepted in one column of what one rule finds. */
interface Slot {
  readonly suppressions: Suppression[];
  /** How often each fingerprint may still be met. */
  readonly left: Map<string, number>;
}

/** Decides for one run of the rules which problems are accepted, and counts them. */
export class Acceptance {
  readonly #accepted: Accepted;
  readonly #roster: Roster;
  readonly #tables: ReadonlyMap<string, Table>;
  readonly #slots = new ByColumn<Slot>();
  readonly #used = new Set<Suppression>();
  readonly #isEmpty: boolean;
  #isOver = false;
  #suppressed = 0;
  #known = 0;

  constructor(accepted: Accepted, roster: Roster) {
    this.#accepted = accepted;
    this.#roster = roster;
    this.#tables = new Map(roster.tables.map((table) => [table.file, table]));
    for (const each of accepted.suppressions?.list ?? []) {
      if (!this.#hasEnded(each.until)) this.#slotOf(each).suppressions.push(each);
    }
    const baseline = accepted.baseline?.baseline;
    if (baseline !== undefined && !this.#hasEnded(baseline.until)) {
      for (const known of baseline.known) {
        const { left } = this.#slotOf(known);
        for (const [fingerprint, times] of Object.entries(known.fingerprints)) {
          left.set(fingerprint, (left.get(fingerprint) ?? 0) + times);
        }
      }
    }
    const sum = (accepted.suppressions?.list.length ?? 0) + (baseline?.known.length ?? 0);
    this.#isEmpty = sum === 0 && accepted.record === undefined;
  }

  get counts(): AcceptedCounts {
    return { suppressed: this.#suppressed, known: this.#known };
  }

  /** Whether anything of that rule, in that column where it is known, may be accepted: if not, no place need be made for it. */
  mayAccept(rule: string, column: ColumnName | undefined): boolean {
    if (this.#isEmpty || this.#isOver) return false;
    if (this.#accepted.record !== undefined) return true;
    if (!this.#slots.hasRule(rule)) return false;
    return column === undefined || this.#slots.get(rule, fileNameOf(column.file), column.field) !== undefined;
  }

  /** Whether a problem is accepted; each known problem is met as often as the baseline has it. */
  accepts(rule: string, at: Place, data: MessageData): boolean {
    const file = fileNameOf(at.file);
    const field = at.field ?? '';
    const slot = this.#slots.get(rule, file, field);
    if (slot !== undefined && this.#isSuppressed(slot, at)) {
      this.#suppressed++;
      return true;
    }
    const { baseline, record } = this.#accepted;
    if (record !== undefined) {
      record({ rule, file, field, identity: this.#identity(rule, at, data) });
      this.#known++;
      return true;
    }
    if (baseline === undefined || slot === undefined || slot.left.size === 0) return false;
    const fingerprint = baseline.fingerprint(this.#identity(rule, at, data));
    const left = slot.left.get(fingerprint) ?? 0;
    if (left === 0) return false;
    slot.left.set(fingerprint, left - 1);
    this.#known++;
    return true;
  }

  /** What has matched nothing. To be asked when all rules have run; from then on nothing is accepted. */
  finish(): Leftovers {
    this.#isOver = true;
    const { suppressions, baseline } = this.#accepted;
    const list = suppressions?.list.filter((each) => !this.#used.has(each)) ?? [];
    const { file = '', text = '' } = suppressions?.from ?? {};
    return {
      suppressions: list.map((suppression) => ({
        suppression,
        ended: this.#hasEnded(suppression.until),
        at: { file, ...bytesOf(text, suppression.start, suppression.end) },
      })),
      baseline: baseline === undefined ? undefined : this.#unused(baseline),
    };
  }

  #unused({ file, baseline }: NonNullable<Accepted['baseline']>): UnusedBaseline {
    const ended = this.#hasEnded(baseline.until);
    // Two entries for one column share what is left.
    const bySlot = new Map(baseline.known.map((known) => [this.#slotOf(known), known]));
    const gone = [...bySlot].map(([{ left }, known]) => ({ known, count: sumOf(left.values()) }));
    return {
      at: { file, start: 0, end: 0 },
      ended: ended ? baseline.until : undefined,
      size: baseline.known.reduce((sum, { fingerprints }) => sum + sumOf(Object.values(fingerprints)), 0),
      gone: ended ? [] : gone.filter(({ count }) => count > 0),
    };
  }

  #slotOf({ rule, file, field }: Pick<KnownProblems, 'rule' | 'file' | 'field'>): Slot {
    return this.#slots.ensure(rule, file, field, () => ({ suppressions: [], left: new Map() }));
  }

  #hasEnded(until: string | undefined): boolean {
    const { asOf } = this.#roster;
    return until !== undefined && asOf !== undefined && asOf > until;
  }

  #isSuppressed({ suppressions }: Slot, at: Place): boolean {
    if (suppressions.length === 0 || at.value === undefined) return false;
    const found =
      suppressions.find(({ value }) => value === at.value) ??
      suppressions.find(({ value }) => value === this.#wholeField(at));
    if (found !== undefined) this.#used.add(found);
    return found !== undefined;
  }

  /** A problem may have its place in a part of a field only. */
  #wholeField({ file, record, field }: Place): string | undefined {
    const table = this.#tables.get(file);
    if (table === undefined || record === undefined || field === undefined) return undefined;
    return textAt(table, record - 1, table.columnIndex(field));
  }

  /** A problem is known again by its rule and column, the id of its record, and its value or whatever else it says. */
  #identity(rule: string, { file, field, record, value }: Place, data: MessageData): string {
    const table = this.#tables.get(file);
    const hasRecord = table !== undefined && record !== undefined && record > 1;
    const key = hasRecord ? (textAt(table, record - 1, keyColumn(table)) ?? '') : '';
    return JSON.stringify([rule, fileNameOf(file), field ?? '', key, value ?? textsOf(data)]);
  }
}

/** A file's column, as places name them. */
export interface ColumnName {
  readonly file: string;
  readonly field: string;
}

function textAt({ scan }: Table, record: number, column: number): string | undefined {
  return column >= 0 && column < fieldCount(scan, record) ? fieldText(scan, record, column) : undefined;
}

/** Numbers are left out: they count records, which come and go. */
function textsOf(data: MessageData): readonly (readonly [string, string])[] {
  return Object.entries(data).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
}

function bytesOf(text: string, start: number, end: number): { readonly start: number; readonly end: number } {
  const before = utf8Length(text.slice(0, start));
  return { start: before, end: before + utf8Length(text.slice(start, end)) };
}

function sumOf(counts: Iterable<number>): number {
  let sum = 0;
  for (const count of counts) sum += count;
  return sum;
}
