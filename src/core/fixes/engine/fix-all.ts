import { CsvScanner } from '../../csv/scan-csv';
import { LiveRoster } from '../../live-roster';
import type { Roster } from '../../model/roster';
import type { RosterInput } from '../../model/roster-input';
import type { Rule, RuleArea } from '../../rules/engine/define-rule';
import type { Problem } from '../../rules/engine/problem';
import { rules } from '../../rules/registry.generated';
import type { Steps } from '../../steps';
import type { ValidateOptions } from '../../validate-roster';
import { fixesByRule } from '../registry.generated';
import type { Fix } from './define-fixes';
import type { Decode, FilePatch } from './file-draft';
import { FixFinder } from './find-fixes';
import type { RosterChange } from './roster-change';
import { RosterDraft } from './roster-draft';

export interface FixAllOptions extends Omit<ValidateOptions, 'rules' | 'maxProblems'> {
  /** Whether unsafe fixes are done too. */
  readonly unsafe: boolean;
  readonly decode: Decode;
  /** The rules whose problems are mended; all where it is left out. */
  readonly only?: readonly string[];
  /** The file whose problems are mended; all where it is left out. */
  readonly file?: string;
  /** Whether a change may be made; any where it is left out. A fix is done with all of its changes or not at all. */
  readonly allows?: (change: RosterChange) => boolean;
  /** Told what is done about which problem, in the roster as it is in that round. */
  readonly onFix?: (done: DoneFix) => void;
}

/** A fix that was done. */
export interface DoneFix {
  readonly roster: Roster;
  readonly problem: Problem;
  readonly fix: Fix;
  readonly changes: readonly RosterChange[];
}

/** What has been mended. */
export interface FixedRoster {
  readonly patches: readonly FilePatch[];
  /** How many fixes have been done. */
  readonly done: number;
  /** False where fixes were still undoing each other's work when it was given up: a mistake in one of them. */
  readonly isFinished: boolean;
  /** The roster as it is now. */
  readonly input: RosterInput;
}

/** More rounds than this are not needed by any roster; who needs more goes in a circle. */
const mostRounds = 100;

const areas: readonly RuleArea[] = [
  'package',
  'bytes',
  'csv',
  'manifest',
  'header',
  'value',
  'spreadsheet',
  'key',
  'reference',
  'sense',
];

/**
 * Mends everything that has a fix, in rounds: what gets in another fix's way waits for the next one, until nothing changes. The
 * first fix of a problem is done that is safe enough; what is accepted is left alone. In steps.
 */
export function* fixAllSteps(input: RosterInput, options: FixAllOptions): Steps<FixedRoster> {
  const scanner = options.scanner ?? new CsvScanner();
  const wanted = rulesInOrder(options.only);
  const live = yield* LiveRoster.open(input, { ...options, rules: wanted, maxProblems: 0, scanner });
  const draft = new RosterDraft(live.roster, options.decode);
  let done = 0;
  for (let round = 0; round < mostRounds; round++) {
    const { problems } = yield* live.validateSteps();
    const taken = yield* takeFixes(inOrder(problems, wanted), live.roster, draft, options);
    if (taken === 0) return { patches: draft.patches(), done, isFinished: true, input: live.roster.input };
    done += taken;
    const { entries, removed } = draft.finishRound();
    yield* live.replace(entries, removed);
    draft.goOn(live.roster);
  }
  return { patches: draft.patches(), done, isFinished: false, input: live.roster.input };
}

/** How many problems are dealt with at a time. */
const atOnce = 50;

/** Files as wholes come first, for a file that is read another way has other problems. */
function* takeFixes(
  problems: readonly Problem[],
  roster: Roster,
  draft: RosterDraft,
  options: FixAllOptions,
): Steps<number> {
  const finder = new FixFinder(roster, options.accepted);
  const edits: DoneFix[] = [];
  let taken = 0;
  const take = (wanted: DoneFix) => {
    if (!draft.take(wanted.changes, wanted.fix.once)) return;
    options.onFix?.(wanted);
    taken++;
  };
  for (const [index, problem] of problems.entries()) {
    if (index % atOnce === atOnce - 1) yield;
    if (options.file !== undefined && problem.file !== options.file) continue;
    const fix = finder.fixesAt(problem).find(({ safety }) => safety === 'safe' || options.unsafe);
    const changes = fix?.changes() ?? [];
    if (fix === undefined || (options.allows !== undefined && !changes.every(options.allows))) continue;
    const wanted = { roster, problem, fix, changes };
    if (changes.some((change) => !('edits' in change))) take(wanted);
    else edits.push(wanted);
  }
  for (const wanted of edits) take(wanted);
  return taken;
}

function rulesInOrder(only: readonly string[] | undefined): readonly Rule[] {
  const all: readonly Rule[] = rules;
  const wanted = all.filter(({ id }) => fixesByRule.has(id) && only?.includes(id) !== false);
  return [...wanted].sort((a, b) => areas.indexOf(a.area) - areas.indexOf(b.area));
}

/** What concerns the file's shape before what concerns single values. */
function inOrder(problems: readonly Problem[], wanted: readonly Rule[]): readonly Problem[] {
  const places = new Map(wanted.map(({ id }, place) => [id, place]));
  return [...problems].sort((a, b) => (places.get(a.rule) ?? 0) - (places.get(b.rule) ?? 0));
}
