import { noField } from '../../model/distinct-values';
import type { Steps } from '../../steps';
import { ColumnCourt, type ColumnQuestion } from './column-court';
import type { Rule } from './define-rule';
import { tablePlaces } from './places';
import type { Findings, ProblemCollector } from './problem-collector';
import type { Reporter } from './reporter';
import type { RuleMemory } from './rule-memory';

export interface ColumnServices {
  readonly memory: RuleMemory;
  /** Whether some of what is found may be accepted, and so has to be met each time. */
  readonly mayAccept: boolean;
  readonly collector: ProblemCollector;
  readonly reporter: (rule: Rule, collector: ProblemCollector) => Reporter;
  readonly onFailure: (rule: Rule, error: unknown, collector: ProblemCollector) => void;
}

/** Checks a column in steps: each distinct value once, then the records that have a value with a verdict. */
export function* columnSteps(question: ColumnQuestion, services: ColumnServices): Steps<Findings> {
  const { roster, table, index } = question;
  const { memory, collector } = services;
  const name = `${table.file} ${String(index)}`;
  const known = services.mayAccept ? undefined : memory.recall(name);
  if (known !== undefined) return known;
  const court = memory.note(name, () => new ColumnCourt(question));
  const { basis } = yield* roster.tracker.watchSteps(hearing(court, services));
  const findings = collector.findings();
  memory.remember(name, basis, findings);
  return findings;
}

function* hearing(court: ColumnCourt, { collector, onFailure, reporter }: ColumnServices): Steps<void> {
  yield* court.judge((rule, error) => {
    onFailure(rule, error, collector);
  });
  reportVerdicts(court, (rule) => reporter(rule, collector));
}

function reportVerdicts({ question, verdicts }: ColumnCourt, reporterOf: (rule: Rule) => Reporter): void {
  if (verdicts.size === 0) return;
  const { table, index } = question;
  const { codes, size } = table.values(index);
  const isJudged = new Uint8Array(size);
  for (const code of verdicts.keys()) isJudged[code] = 1;
  const at = tablePlaces(table);
  const column = { file: table.file, field: table.header[index] ?? '' };
  const reporters = new Map<Rule, Reporter>();
  for (let record = 1; record < codes.length; record++) {
    const code = codes[record] ?? noField;
    const found = isJudged[code] === 1 ? verdicts.get(code) : undefined;
    if (found === undefined || !table.isIntact(record)) continue;
    // What a broken quote leaves of a value is not the value that was meant.
    if (table.isMalformed(record, index)) continue;
    for (const { rule, report } of found) {
      const reporter = reporters.get(rule) ?? reporterOf(rule);
      reporters.set(rule, reporter);
      reporter.accept(report, () => at.field(record, index, report.from, report.to), column);
    }
  }
}
