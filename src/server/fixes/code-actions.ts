import { join } from 'node:path';
import {
  CodeActionKind,
  type CodeAction,
  type CodeActionParams,
  type Range,
} from 'vscode-languageserver/node';
import { linesOf } from '../../core/csv/scan-lines';
import type { Fix } from '../../core/fixes/engine/define-fixes';
import { FixFinder } from '../../core/fixes/engine/find-fixes';
import {
  applyFix,
  fixAllCommand,
  ignoreProblem,
  openRulePage,
  type FixAllParams,
  type FixReference,
  type SuppressedProblem,
} from '../../core/protocol';
import type { LocatedProblem } from '../../core/validate-roster';
import { fileToShowIn } from '../published-problems';
import type { CheckedRoster } from '../checked-roster';
import { toDiagnostic } from '../to-lsp';
import { uriOf } from '../uris';
import { referenceTo } from './find-patches';
import { isTextFile } from './patches-to-edit';
import type { Say } from '../../core/text/say';

/** The most problems at one place that are spoken of. */
const mostProblems = 10;

/** What can be done about the problems at a place of a file: fixes first, then what ignores or explains them. */
export function quickFixes(
  checked: CheckedRoster,
  file: string,
  { range, context }: CodeActionParams,
): CodeAction[] {
  if (!wants(context.only, CodeActionKind.QuickFix)) return [];
  const { roster } = checked.validation;
  const problems = problemsAt(checked, file, range).slice(0, mostProblems);
  const finder = new FixFinder(roster, checked.config.accepted);
  const fixes = problems.flatMap((problem) => fixActions(checked, problem, finder));
  const others = [
    ...problems.flatMap((problem) => ignoreActions(checked, problem)),
    ...[...new Set(problems.map(({ rule }) => rule))].map((rule) => pageAction(rule, roster.say)),
  ];
  return [...fixes, ...(fixes.length > 0 ? fixAllActions(checked, file) : []), ...others];
}

/** Whether a kind of action is asked for: all are where nothing is said, and those above it say so too. */
export function wants(only: readonly string[] | undefined, kind: string): boolean {
  return (
    only === undefined || only.some((each) => each === '' || kind === each || kind.startsWith(`${each}.`))
  );
}

function problemsAt({ validation }: CheckedRoster, file: string, range: Range): readonly LocatedProblem[] {
  const { roster, problems } = validation;
  const table = roster.tables.find((each) => each.file === file);
  if (table === undefined) return [];
  const lines = linesOf(table.scan);
  const offset = ({ line, character }: Range['start']) =>
    lines.offsetAt({ line: line + 1, column: character + 1 });
  const [start, end] = [offset(range.start), offset(range.end)];
  const shownIn = fileToShowIn(roster);
  return problems.filter((problem) => {
    if (problem.file !== file) return shownIn(problem.file) === file && range.start.line === 0;
    return problem.start <= end && problem.end >= start;
  });
}

function fixActions(
  checked: CheckedRoster,
  problem: LocatedProblem,
  finder: FixFinder,
): readonly CodeAction[] {
  const table = checked.validation.roster.tables.find(({ file }) => file === problem.file);
  const { say } = checked.validation.roster;
  const isText = table === undefined || isTextFile(table.bytes);
  const ofAll = problem.count > 1 ? finder.fixesOf(problem) : [];
  const action = (fix: Fix, forAll: boolean): CodeAction => ({
    title: forAll
      ? say('{title}, in all {count} places', { title: fix.title, count: problem.count })
      : fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(checked, problem)],
    ...(fix.safety === 'safe' ? { isPreferred: true } : {}),
    ...howToDo(fix, isText, referenceTo(checked, problem, fix, forAll)),
  });
  const here = finder.fixesAt(problem).map((fix) => action(fix, false));
  return [...ofAll.map((fix) => action(fix, true)), ...here];
}

/** An edit is worked out when it is wanted; what is no edit is a command of the server. */
function howToDo(
  { onDisk, title }: Fix,
  isText: boolean,
  wanted: FixReference,
): Pick<CodeAction, 'data' | 'command'> {
  return onDisk === true || !isText
    ? { command: { title, command: applyFix, arguments: [wanted] } }
    : { data: wanted };
}

function fixAllActions({ folder, validation }: CheckedRoster, file: string): readonly CodeAction[] {
  const action = (title: string, params: FixAllParams): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    command: { title, command: fixAllCommand, arguments: [params] },
  });
  const rosterUri = uriOf(folder);
  const { say } = validation.roster;
  const fileUri = uriOf(join(folder, file));
  return [
    action(say('Fix all that is certain in {file}', { file }), { rosterUri, fileUri, unsafe: false }),
    action(say('Fix all that is certain in the roster'), { rosterUri, unsafe: false }),
  ];
}

function ignoreActions(checked: CheckedRoster, problem: LocatedProblem): readonly CodeAction[] {
  const { rule, file, field, value } = problem;
  if (field === undefined || value === undefined || problem.record === 1) return [];
  const { say } = checked.validation.roster;
  const shown = value.length > 30 ? `${value.slice(0, 30)}…` : value;
  const title =
    value === ''
      ? say('Ignore an empty field in {field} of {file}, with a reason…', { field, file })
      : say('Ignore "{value}" in {field} of {file}, with a reason…', { value: shown, field, file });
  const ignored: SuppressedProblem = { rosterUri: uriOf(checked.folder), rule, file, field, value };
  return [
    {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnosticOf(checked, problem)],
      command: { title, command: ignoreProblem, arguments: [ignored] },
    },
  ];
}

function pageAction(rule: string, say: Say): CodeAction {
  const title = say('What {rule} means', { rule });
  return {
    title,
    kind: CodeActionKind.QuickFix,
    command: { title, command: openRulePage, arguments: [rule] },
  };
}

/** As it was published, so that the editor shows the action beside it. */
function diagnosticOf({ folder, validation }: CheckedRoster, problem: LocatedProblem) {
  const shownIn = fileToShowIn(validation.roster);
  return toDiagnostic(problem, (file) => uriOf(join(folder, shownIn(file))), validation.roster.say);
}
