import type { Accepted, AcceptedCounts } from '../../acceptance/accepted';
import { Acceptance } from '../../acceptance/acceptance';
import type { Roster } from '../../model/roster';
import type { Severity } from '../../spec/types';
import { utf8Length } from '../../text/utf8';
import type { Rule } from './define-rule';
import { filePlace, tablePlaces } from './places';
import type { Problem, Totals } from './problem';
import { ProblemCollector } from './problem-collector';
import { renderMessage } from './render-message';
import { makeReporter, type Run } from './reporter';
import { runValueChecks } from './run-value-checks';

export interface RunOptions {
  readonly rules: readonly Rule[];
  /** The most problems to list of one rule; 0 lists every place. */
  readonly maxProblems: number;
  /** Leaves out everything but errors, in the totals too; false where it is left out. */
  readonly onlyErrors?: boolean;
  readonly accepted?: Accepted | undefined;
}

export interface RuleResults {
  readonly problems: readonly Problem[];
  readonly totals: Totals;
  readonly accepted: AcceptedCounts;
}

/** Runs every rule that applies to the roster. A rule that throws becomes the problem `internal-error`. */
export function runRules(roster: Roster, options: RunOptions): RuleResults {
  const collector = new ProblemCollector(options);
  const { accepted } = options;
  const acceptance = new Acceptance(accepted ?? {}, roster);
  const run: Run = { roster, collector, acceptance, sizes: fileSizes(roster, accepted) };
  const reporters = options.rules
    .filter((rule) => applies(rule, roster))
    .map((rule) => makeReporter(rule, run));
  const onFailure = (rule: Rule, file: string, error: unknown) => {
    reportFailure(rule, file, error, collector);
  };
  for (const table of roster.tables) {
    const able = reporters.filter(({ rule }) => table.readable || rule.runsOn === 'any-table');
    const at = tablePlaces(table);
    for (const { rule, report } of able) {
      guarded(rule, table.file, onFailure, () =>
        rule.table?.({ roster, table, version: roster.version, at, report }),
      );
    }
    if (table.readable) runValueChecks(roster, table, able, onFailure);
  }
  for (const { rule, report } of reporters) {
    guarded(rule, '', onFailure, () =>
      rule.roster?.({ roster, version: roster.version, at: tablePlaces, file: filePlace, report }),
    );
  }
  const leftovers = acceptance.finish();
  for (const { rule, report } of reporters) {
    guarded(rule, '', onFailure, () => rule.leftovers?.({ leftovers, report }));
  }
  const order = ['', ...roster.tables.map((table) => table.file)];
  return { problems: collector.problems(order), totals: collector.totals(), accepted: acceptance.counts };
}

function fileSizes(roster: Roster, accepted: Accepted | undefined): ReadonlyMap<string, number> {
  const sizes = new Map(roster.tables.map((table) => [table.file, table.scan.bytes.length]));
  const settings = accepted?.suppressions?.from;
  if (settings !== undefined) sizes.set(settings.file, utf8Length(settings.text));
  return sizes;
}

function applies(rule: Rule, roster: Roster): boolean {
  if (rule.versions !== undefined && !rule.versions.includes(roster.version)) return false;
  if ((rule.runsOn === 'foreign-roster') !== (roster.foreignFormat !== undefined)) return false;
  return severityOf(rule, roster) !== 'off';
}

/** The severity of a rule for this roster, a report's own wish left aside. */
export function severityOf(rule: Rule, roster: Pick<Roster, 'version' | 'profile'>): Severity | 'off' {
  return roster.profile.severities[rule.id] ?? rule.severityIn?.[roster.version] ?? rule.severity;
}

function guarded(
  rule: Rule,
  file: string,
  onFailure: (rule: Rule, file: string, error: unknown) => void,
  run: () => void,
): void {
  try {
    run();
  } catch (error) {
    onFailure(rule, file, error);
  }
}

function reportFailure(rule: Rule, file: string, error: unknown, collector: ProblemCollector): void {
  const data = { rule: rule.id, reason: error instanceof Error ? error.message : String(error) };
  const text = 'The rule {rule} failed ({reason}). This is a bug in OneRoster, not in the file.';
  const group = `${rule.id} ${file}`;
  collector.add({ rule: 'internal-error', severity: 'error', messageId: 'failed', group }, () => ({
    at: filePlace(file),
    data,
    message: renderMessage(text, data),
    related: [],
  }));
}
