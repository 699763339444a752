import { isEmpty, notPlain } from '../../csv/field-kind';
import { emptyCode, noField } from '../../model/distinct-values';
import type { Roster } from '../../model/roster';
import type { Table } from '../../model/table';
import type { ColumnContext, Rule, ValueCheck, ValueReport } from './define-rule';
import { DistinctValue } from './distinct-value';
import { tablePlaces } from './places';
import type { Reporter } from './reporter';

interface ColumnCheck {
  readonly reporter: Reporter;
  readonly check: ValueCheck;
}

interface Verdict {
  readonly reporter: Reporter;
  readonly report: ValueReport;
}

/** Takes what a rule threw while it looked at a file. */
type OnFailure = (rule: Rule, file: string, error: unknown) => void;

/** Checks a table column by column: each distinct value once, then the records that have a value with a verdict. */
export function runValueChecks(
  roster: Roster,
  table: Table,
  reporters: readonly Reporter[],
  onFailure: OnFailure,
): void {
  for (const [index, name] of table.header.entries()) {
    const fact = table.columnFact(index);
    const checks = checksOf(
      { roster, table, index, name, fact, version: roster.version, values: table.values(index) },
      reporters,
      onFailure,
    );
    if (checks.length > 0) reportVerdicts(table, index, judgeValues(table, index, checks, onFailure));
  }
}

function checksOf(
  context: ColumnContext,
  reporters: readonly Reporter[],
  onFailure: OnFailure,
): readonly ColumnCheck[] {
  const checks: ColumnCheck[] = [];
  for (const reporter of reporters) {
    try {
      const check = reporter.rule.value?.(context);
      if (check !== undefined) checks.push({ reporter, check });
    } catch (error) {
      onFailure(reporter.rule, context.table.file, error);
    }
  }
  return checks;
}

/** Asks every check about every value once. A million values pass here, so nothing is made per value and check. */
function judgeValues(
  table: Table,
  index: number,
  checks: readonly ColumnCheck[],
  onFailure: OnFailure,
): ReadonlyMap<number, readonly Verdict[]> {
  const values = table.values(index);
  const verdicts = new Map<number, Verdict[]>();
  let code = emptyCode;
  const asked = checks.map(({ reporter, check }) => ({
    reporter,
    check,
    note: (report: ValueReport) => {
      const known = verdicts.get(code);
      if (known === undefined) verdicts.set(code, [{ reporter, report }]);
      else known.push({ reporter, report });
    },
  }));
  const value = new DistinctValue(values, code);
  const judge = (those: typeof asked) => {
    value.moveTo(code);
    for (const { reporter, check, note } of those) {
      if (value.end - value.start > mostBytes(check)) continue;
      try {
        check.check(value, note);
      } catch (error) {
        onFailure(reporter.rule, table.file, error);
      }
    }
  };
  if ((values.kinds & isEmpty) !== 0) judge(asked.filter(({ check }) => check.alsoEmpty === true));
  const ofPlain = asked.filter(
    ({ check }) => check.passesPlain !== true && values.shortest <= mostBytes(check),
  );
  const hasStrange = (values.kinds & notPlain) !== 0;
  for (code = emptyCode + 1; code < values.size; code++) {
    if (hasStrange && (values.kind(code) & notPlain) !== 0) judge(asked);
    else if (ofPlain.length > 0) judge(ofPlain);
    else if (!hasStrange) break;
  }
  return verdicts;
}

function mostBytes({ mostBytes: most = Infinity }: ValueCheck): number {
  return most;
}

function reportVerdicts(
  table: Table,
  index: number,
  verdicts: ReadonlyMap<number, readonly Verdict[]>,
): void {
  if (verdicts.size === 0) return;
  const { codes, size } = table.values(index);
  const isJudged = new Uint8Array(size);
  for (const code of verdicts.keys()) isJudged[code] = 1;
  const at = tablePlaces(table);
  const column = { file: table.file, field: table.header[index] ?? '' };
  for (let record = 1; record < codes.length; record++) {
    const code = codes[record] ?? noField;
    const found = isJudged[code] === 1 ? verdicts.get(code) : undefined;
    if (found === undefined || !table.isIntact(record)) continue;
    // What a broken quote leaves of a value is not the value that was meant.
    if (isMalformed(table, record, index)) continue;
    for (const { reporter, report } of found) {
      reporter.accept(report, () => at.field(record, index, report.from, report.to), column);
    }
  }
}

function isMalformed({ scan }: Table, record: number, index: number): boolean {
  return scan.malformedFields.size > 0 && scan.malformedFields.has((scan.firstFields[record] ?? 0) + index);
}
