import { emptyCode, noField } from '../model/distinct-values';
import type { Roster } from '../model/roster';
import type { Table } from '../model/table';
import type { Steps } from '../steps';
import type { SplitFact } from './conversion-facts';
import type { NoteCollector, Remark } from './notes';
import type { StepContext } from './step-context';
import { splitKey, valueForItem, valueInOlder } from './split-values';
import type { TablePlan } from './table-plan';

/** How many owners are worked on in one step. */
const atOnce = 2048;

/**
 * Puts the records that hang on each record of a table back into it: a person's roles become a list of organizations and one role.
 * Who has none cannot be carried over. What the list and the value do not say is noted.
 */
export function* mergeRecords(
  { roster, notes }: Pick<StepContext, 'roster' | 'notes'>,
  split: SplitFact,
  plan: TablePlan,
): Steps<void> {
  const parts = roster.table(split.into);
  const merger = parts?.readable === true ? new Merger(roster, split, plan, parts, notes) : undefined;
  const { table } = plan;
  for (let record = 1; record < table.recordCount; record++) {
    if (record % atOnce === 0) yield;
    if (!plan.isKept(record) || table.isBlank(record)) continue;
    if (merger?.merge(record) !== true) plan.leaveOut(record, { reason: 'noOwnRecord', column: split.value });
  }
  if (merger !== undefined) plan.later(() => merger.remarkStranded());
}

class Merger {
  readonly #roster: Roster;
  readonly #split: SplitFact;
  readonly #plan: TablePlan;
  readonly #parts: Table;
  readonly #notes: NoteCollector;
  /** The first record that hangs on each owner, and the one after each. */
  readonly #heads: Int32Array;
  readonly #nexts: Int32Array;
  readonly #ownerless: number[] = [];
  readonly #known: ReadonlySet<string>;
  readonly #itemTargets: (part: number) => number;
  readonly #items: Table | undefined;

  constructor(roster: Roster, split: SplitFact, plan: TablePlan, parts: Table, notes: NoteCollector) {
    this.#roster = roster;
    this.#split = split;
    this.#plan = plan;
    this.#parts = parts;
    this.#notes = notes;
    this.#heads = new Int32Array(plan.table.recordCount);
    this.#nexts = new Int32Array(parts.recordCount);
    const values = plan.fact.columns.find(({ name }) => name === split.value)?.values ?? [];
    this.#known = new Set(values.map(({ value }) => value));
    const items = roster.references(parts, parts.columnIndex(split.columns.item));
    this.#items = items?.target;
    this.#itemTargets = (part) => items?.singleTargets()[items.values.codes[part] ?? noField] ?? 0;
    this.#link();
  }

  /** Returns whether there is anything to put into an owner's record. */
  merge(owner: number): boolean {
    const parts = this.#partsOf(owner);
    // What is deleted for somebody who stays is said by no list.
    const left = parts.filter((part) => !this.#isWithdrawn(owner, part));
    if (left.length === 0) return false;
    const { columns, list, value } = this.#split;
    const chosen = this.#chosen(owner, left);
    const newValue = valueInOlder(this.#split, this.#text(chosen, columns.value), this.#known);
    const items = [...new Set(left.map((part) => this.#text(part, columns.item)))];
    this.#plan.field(list)?.setRecord(owner, items.join(','));
    this.#plan.field(value)?.setRecord(owner, newValue);
    this.#plan.later(() => {
      if (this.#plan.isKept(owner))
        for (const part of parts) this.#remark(owner, part, part === chosen, newValue);
    });
    return true;
  }

  /** Notes the records that go with nobody, or with somebody who is left out. */
  remarkStranded(): void {
    const column = this.#split.columns.owner;
    for (const part of this.#ownerless) {
      this.#add({ reason: 'ownerLeftOut', column, value: this.#text(part, column) }, part);
    }
    for (let owner = 1; owner < this.#heads.length; owner++) {
      if (this.#plan.isKept(owner)) continue;
      for (const part of this.#partsOf(owner)) {
        this.#add({ reason: 'referenceLeftOut', column, value: this.#text(part, column) }, part);
      }
    }
  }

  #isWithdrawn(owner: number, part: number): boolean {
    return this.#parts.active()[part] === 0 && this.#plan.table.active()[owner] === 1;
  }

  #link(): void {
    const parts = this.#parts;
    const owners = this.#roster.references(parts, parts.columnIndex(this.#split.columns.owner));
    const targets = owners?.singleTargets();
    for (let part = parts.recordCount - 1; part > 0; part--) {
      if (parts.isBlank(part)) continue;
      const code = owners?.values.codes[part] ?? noField;
      const owner = code === noField || !parts.isIntact(part) ? 0 : (targets?.[code] ?? 0);
      if (owner === 0) this.#ownerless.unshift(part);
      else {
        this.#nexts[part] = this.#heads[owner] ?? 0;
        this.#heads[owner] = part;
      }
    }
  }

  #partsOf(owner: number): readonly number[] {
    const parts: number[] = [];
    for (let part = this.#heads[owner] ?? 0; part > 0; part = this.#nexts[part] ?? 0) parts.push(part);
    return parts;
  }

  /** The part whose value counts: the first of the rank in the preferred item, else of the rank, else of all. */
  #chosen(owner: number, parts: readonly number[]): number {
    const { columns, rank, preferredItem } = this.#split;
    const { table } = this.#plan;
    const column = table.columnIndex(preferredItem);
    const preferred = column < 0 ? '' : table.text(owner, column);
    const isRanked = (part: number) => this.#text(part, columns.rank) === rank;
    const isPreferred = (part: number) => preferred !== '' && this.#text(part, columns.item) === preferred;
    return (
      parts.find((part) => isRanked(part) && isPreferred(part)) ??
      parts.find(isRanked) ??
      parts.find(isPreferred) ??
      parts[0] ??
      0
    );
  }

  /** Notes what of a part would be another on the way back. */
  #remark(owner: number, part: number, isChosen: boolean, newValue: string): void {
    const { columns, rank, copied } = this.#split;
    const value = this.#text(part, columns.value);
    const back = valueForItem(this.#split, newValue, this.#items, this.#itemTargets(part) || undefined);
    if (value !== back) {
      const reason = isChosen ? 'lessValue' : 'otherRole';
      this.#add({ reason, column: columns.value, value, newValue, isPerValue: true }, part);
    }
    const found = this.#text(part, columns.rank);
    if (found !== rank) {
      this.#add(
        { reason: 'rankLost', column: columns.rank, value: found, newValue: rank, isPerValue: true },
        part,
      );
    }
    const key = this.#text(part, columns.key);
    const newKey = splitKey(this.#text(part, columns.owner), this.#text(part, columns.item));
    if (key !== newKey)
      this.#add({ reason: 'keyLost', column: columns.key, value: key, newValue: newKey }, part);
    for (const column of copied) {
      const own = this.#text(part, column);
      const owners = this.#plan.table.text(owner, this.#plan.table.columnIndex(column));
      if (own !== owners) this.#add({ reason: 'copiedLost', column, value: own, newValue: owners }, part);
    }
    this.#remarkRest(part);
  }

  #remarkRest(part: number): void {
    const { columns, copied } = this.#split;
    const said = new Set<string>([...Object.values(columns), ...copied]);
    for (const [index, column] of this.#parts.header.entries()) {
      if (said.has(column) || this.#parts.values(index).codes[part] === emptyCode) continue;
      const value = this.#parts.text(part, index);
      if (value !== '') this.#add({ reason: 'noColumn', column, value }, part);
    }
  }

  #text(part: number, column: string): string {
    const index = this.#parts.columnIndex(column);
    return index < 0 ? '' : this.#parts.text(part, index);
  }

  #add(remark: Omit<Remark, 'file'>, part: number): void {
    this.#notes.add({ ...remark, file: this.#parts.file }, part);
  }
}
