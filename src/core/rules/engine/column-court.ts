import { isEmpty, notPlain } from '../../csv/field-kind';
import { emptyCode, type DistinctValues } from '../../model/distinct-values';
import type { Roster } from '../../model/roster';
import type { Table } from '../../model/table';
import type { Basis } from '../../model/tracker';
import type { Steps } from '../../steps';
import { encodeUtf8 } from '../../text/utf8';
import { eachStretch } from '../shared/each-record';
import type { Rule, ValueCheck, ValueReport } from './define-rule';
import { DistinctValue } from './distinct-value';

/** So many values are judged in a few milliseconds, by all of the checks. */
const valuesInAStep = 1 << 13;

/** One column, and the rules that judge values. */
export interface ColumnQuestion {
  readonly roster: Roster;
  readonly table: Table;
  readonly index: number;
  readonly rules: readonly Rule[];
}

interface ColumnCheck {
  readonly rule: Rule;
  readonly check: ValueCheck;
}

/** What a rule has to say of a value. */
export interface Verdict {
  readonly rule: Rule;
  readonly report: ValueReport;
}

export type OnFailure = (rule: Rule, error: unknown) => void;

/** What verdicts rest on, the values themselves aside. */
interface Trial {
  readonly checks: readonly ColumnCheck[];
  /** What the checks have looked at beside the value in question. */
  readonly basis: Basis;
  readonly summary: string;
}

/** Keeps the verdicts on a column's values, and judges those that are new. */
export class ColumnCourt {
  readonly question: ColumnQuestion;
  readonly verdicts = new Map<number, Verdict[]>();
  #trial: Trial | undefined;
  #revision = 0;

  constructor(question: ColumnQuestion) {
    this.question = question;
  }

  *judge(onFailure: OnFailure): Steps<void> {
    const { roster, table, index } = this.question;
    const values = table.values(index);
    const summary = summaryOf(values);
    const known = this.#trial?.basis.isCurrent() === true ? this.#trial : undefined;
    if (known === undefined) this.verdicts.clear();
    // What a check was spared by was true of all values then: of those that are as they were, it has nothing to say now.
    const before = known?.summary === summary ? known.checks : undefined;
    const { value: checks, basis } = yield* roster.tracker.watchSteps(
      this.#judgeAnew(values, before, onFailure, known),
    );
    this.#trial = { checks, basis, summary };
    this.#revision = values.revision;
  }

  *#judgeAnew(
    values: DistinctValues,
    before: readonly ColumnCheck[] | undefined,
    onFailure: OnFailure,
    known: Trial | undefined,
  ): Steps<readonly ColumnCheck[]> {
    const { tracker } = this.question.roster;
    for (const source of known?.basis.sources ?? []) tracker.note(source);
    const checks = before ?? this.#checks(values, onFailure);
    yield* this.#judgeThose(values, checks, onFailure, known === undefined ? undefined : this.#revision);
    return checks;
  }

  #checks(values: DistinctValues, onFailure: OnFailure): readonly ColumnCheck[] {
    const { roster, table, index, rules } = this.question;
    const name = table.header[index] ?? '';
    const context = {
      roster,
      table,
      index,
      name,
      fact: table.columnFact(index),
      version: roster.version,
      values,
    };
    return rules.flatMap((rule) => {
      try {
        const check = rule.value?.(context);
        return check === undefined ? [] : [{ rule, check }];
      } catch (error) {
        onFailure(rule, error);
        return [];
      }
    });
  }

  /** Asks the checks about every value, or those that are new since a revision. A million values pass here: nothing is made per value. */
  *#judgeThose(
    values: DistinctValues,
    checks: readonly ColumnCheck[],
    onFailure: OnFailure,
    since: number | undefined,
  ): Steps<void> {
    const { verdicts } = this;
    for (const code of verdicts.keys()) if (code >= values.size) verdicts.delete(code);
    const judge = this.#judge(values, onFailure);
    if (!verdicts.has(emptyCode) && (values.kinds & isEmpty) !== 0) {
      judge(
        emptyCode,
        checks.filter(({ check }) => check.alsoEmpty === true),
      );
    }
    const isNew = (code: number) => since === undefined || values.hasChangedSince(code, since);
    const ofPlain = checks.filter(
      ({ check }) =>
        check.passesPlain !== true && check.onlyPlain === undefined && values.shortest <= mostBytes(check),
    );
    const hasStrange = (values.kinds & notPlain) !== 0;
    const end = since === undefined && !hasStrange && ofPlain.length === 0 ? 0 : values.size;
    yield* eachStretch(
      emptyCode + 1,
      end,
      (from, to) => {
        for (let code = from; code < to; code++) {
          if (!isNew(code)) continue;
          if (since !== undefined) verdicts.delete(code);
          const asked = hasStrange && (values.kind(code) & notPlain) !== 0 ? checks : ofPlain;
          if (asked.length > 0) judge(code, asked);
        }
      },
      valuesInAStep,
    );
    for (const each of checks) {
      for (const code of plainCodes(values, each.check).filter(isNew)) judge(code, [each]);
    }
  }

  #judge(
    values: DistinctValues,
    onFailure: OnFailure,
  ): (code: number, checks: readonly ColumnCheck[]) => void {
    const { verdicts } = this;
    const value = new DistinctValue(values, emptyCode);
    let rule: Rule | undefined;
    const note = (report: ValueReport) => {
      if (rule === undefined) return;
      const known = verdicts.get(value.code);
      if (known === undefined) verdicts.set(value.code, [{ rule, report }]);
      else known.push({ rule, report });
    };
    return (code, checks) => {
      value.moveTo(code);
      const length = value.end - value.start;
      for (const each of checks) {
        if (length > mostBytes(each.check)) continue;
        rule = each.rule;
        try {
          each.check.check(value, note);
        } catch (error) {
          onFailure(rule, error);
        }
      }
    };
  }
}

/** The codes of the plain values that a check asks for by their texts. */
function plainCodes(values: DistinctValues, { onlyPlain = [] }: ValueCheck): readonly number[] {
  const codes = onlyPlain.map((text) => {
    const bytes = encodeUtf8(text);
    return values.find(bytes, 0, bytes.length);
  });
  return codes.filter((code) => code > emptyCode && (values.kind(code) & notPlain) === 0);
}

/** What is true of a column's values as a whole, and may spare a check. */
function summaryOf({ kinds, longest }: DistinctValues): string {
  return `${String(kinds)} ${String(Math.max(longest, longestUsual))}`;
}

/** No check asks by how much values are shorter than this. */
const longestUsual = 200;

function mostBytes({ mostBytes: most = Infinity }: ValueCheck): number {
  return most;
}
