import type { Accepted, AcceptedCounts } from '../../acceptance/accepted';
import { Acceptance } from '../../acceptance/acceptance';
import type { Roster } from '../../model/roster';
import type { Severity } from '../../spec/types';
import { allAtOnce, type Steps } from '../../steps';
import { utf8Length } from '../../text/utf8';
import type { ColumnQuestion } from './column-court';
import type { Rule } from './define-rule';
import { FindingsMerge } from './merge-findings';
import { filePlace, tablePlaces } from './places';
import type { Problem, Totals } from './problem';
import { ProblemCollector } from './problem-collector';
import { renderMessage } from './render-message';
import { makeReporter, type Reporter } from './reporter';
import { RuleMemory } from './rule-memory';
import { columnSteps } from './run-value-checks';
import { phrase, type Say } from '../../text/say';

export interface RunOptions {
  readonly rules: readonly Rule[];
  /** The most problems to list of one rule; 0 lists every place. */
  readonly maxProblems: number;
  /** Leaves out everything but errors, in the totals too; false where it is left out. */
  readonly onlyErrors?: boolean;
  readonly accepted?: Accepted | undefined;
  /** What an earlier run of the same rules on the same roster has found, edits since then aside; nothing where it is left out. */
  readonly memory?: RuleMemory | undefined;
}

export interface RuleResults {
  readonly problems: readonly Problem[];
  readonly totals: Totals;
  readonly accepted: AcceptedCounts;
}

/** Runs every rule that applies to the roster. A rule that throws becomes the problem `internal-error`. */
export function runRules(roster: Roster, options: RunOptions): RuleResults {
  return allAtOnce(ruleSteps(roster, options));
}

/** As `runRules`, in steps. */
export function* ruleSteps(roster: Roster, options: RunOptions): Steps<RuleResults> {
  const run = new RuleRun(roster, options);
  yield* run.askAll();
  return run.results();
}

/** Asks the rules one by one, and takes what they find in the order in which they were asked. */
class RuleRun {
  readonly #roster: Roster;
  readonly #options: RunOptions;
  readonly #rules: readonly Rule[];
  readonly #acceptance: Acceptance;
  readonly #sizes: ReadonlyMap<string, number>;
  readonly #memory: RuleMemory;
  readonly #merge: FindingsMerge;

  constructor(roster: Roster, options: RunOptions) {
    this.#roster = roster;
    this.#options = options;
    this.#rules = options.rules.filter((rule) => applies(rule, roster));
    this.#acceptance = new Acceptance(options.accepted ?? {}, roster);
    this.#sizes = fileSizes(roster, options.accepted);
    this.#memory = options.memory ?? new RuleMemory();
    this.#merge = new FindingsMerge(options);
  }

  *askAll(): Steps<void> {
    const roster = this.#roster;
    const { version } = roster;
    yield* this.#resolveReferences();
    for (const table of roster.tables) {
      const able = this.#rules.filter((rule) => table.readable || rule.runsOn === 'any-table');
      const at = tablePlaces(table);
      for (const rule of able) {
        if (rule.table === undefined && rule.tableSteps === undefined) continue;
        yield* this.#ask(`${rule.id} ${table.file}`, table.file, rule, function* ({ report }) {
          const context = { roster, table, version, at, report };
          rule.table?.(context);
          yield;
          if (rule.tableSteps !== undefined) yield* rule.tableSteps(context);
        });
      }
      const rules = able.filter((rule) => rule.value !== undefined);
      if (table.readable) yield* this.#askAboutColumns({ roster, table, rules });
    }
    for (const rule of this.#rules) {
      if (rule.roster === undefined && rule.rosterSteps === undefined) continue;
      yield* this.#ask(rule.id, '', rule, function* ({ report }) {
        const context = { roster, version, at: tablePlaces, file: filePlace, report };
        rule.roster?.(context);
        yield;
        if (rule.rosterSteps !== undefined) yield* rule.rosterSteps(context);
      });
    }
    const leftovers = this.#acceptance.finish();
    for (const rule of this.#rules) {
      const collector = new ProblemCollector(this.#options);
      const { report } = this.#reporter(rule, collector);
      guarded({ rule, file: '', collector, say: this.#roster.say }, () =>
        rule.leftovers?.({ leftovers, report }),
      );
      this.#merge.add(collector.findings());
    }
  }

  /** Rules about references would each do it at their first look, in a step that is long in a large roster. */
  *#resolveReferences(): Steps<void> {
    for (const table of this.#roster.tables) {
      for (const index of table.readable ? table.header.keys() : []) {
        const references = this.#roster.references(table, index);
        if (references === undefined) continue;
        yield* references.resolveSteps();
        references.unresolved();
        yield;
        references.singleTargets();
        yield;
      }
    }
  }

  results(): RuleResults {
    const order = ['', ...this.#roster.tables.map((table) => table.file)];
    return {
      problems: this.#merge.problems(order),
      totals: this.#merge.totals(),
      accepted: this.#acceptance.counts,
    };
  }

  /** Asks a rule, unless what it has found before still holds. What may be accepted has to be met each time. */
  *#ask(question: string, file: string, rule: Rule, work: (reporter: Reporter) => Steps<void>): Steps<void> {
    const mayAccept = this.#acceptance.mayAccept(rule.id, undefined);
    const known = mayAccept ? undefined : this.#memory.recall(question);
    if (known !== undefined) {
      this.#merge.add(known);
      return;
    }
    const collector = new ProblemCollector(this.#options);
    const steps = guardedSteps(
      { rule, file, collector, say: this.#roster.say },
      work(this.#reporter(rule, collector)),
    );
    const { basis } = yield* this.#roster.tracker.watchSteps(steps);
    const findings = collector.findings();
    this.#memory.remember(question, basis, findings);
    this.#merge.add(findings);
  }

  *#askAboutColumns(question: Omit<ColumnQuestion, 'index'>): Steps<void> {
    const { table, rules } = question;
    const mayAccept = rules.some(({ id }) => this.#acceptance.mayAccept(id, undefined));
    for (const index of table.header.keys()) {
      const findings = yield* columnSteps(
        { ...question, index },
        {
          memory: this.#memory,
          mayAccept,
          collector: new ProblemCollector(this.#options),
          reporter: (rule, collector) => this.#reporter(rule, collector),
          onFailure: (rule, error, collector) =>
            reportFailure({ rule, file: table.file, collector, say: this.#roster.say }, error),
        },
      );
      this.#merge.add(findings);
      yield;
    }
  }

  #reporter(rule: Rule, collector: ProblemCollector): Reporter {
    return makeReporter(rule, {
      roster: this.#roster,
      acceptance: this.#acceptance,
      sizes: this.#sizes,
      collector,
    });
  }
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

/** What is being asked, and where to report that it failed. */
interface Guarded {
  readonly rule: Rule;
  readonly file: string;
  readonly collector: ProblemCollector;
  readonly say: Say;
}

function guarded(what: Guarded, run: () => void): void {
  try {
    run();
  } catch (error) {
    reportFailure(what, error);
  }
}

function* guardedSteps(what: Guarded, steps: Steps<void>): Steps<void> {
  try {
    yield* steps;
  } catch (error) {
    reportFailure(what, error);
  }
}

function reportFailure({ rule, file, collector, say }: Guarded, error: unknown): void {
  const data = { rule: rule.id, reason: error instanceof Error ? error.message : String(error) };
  const text = phrase('The rule {rule} failed ({reason}). This is a bug in OneRoster, not in the file.');
  const group = `${rule.id} ${file}`;
  collector.add({ rule: 'internal-error', severity: 'error', messageId: 'failed', group }, () => ({
    at: filePlace(file),
    data,
    message: renderMessage(text, data, say),
    related: [],
  }));
}
