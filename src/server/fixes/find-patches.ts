import type { FilePatch } from '../../core/fixes/engine/file-draft';
import { FixFinder } from '../../core/fixes/engine/find-fixes';
import type { Fix } from '../../core/fixes/engine/define-fixes';
import { RosterDraft } from '../../core/fixes/engine/roster-draft';
import type { Roster } from '../../core/model/roster';
import type { RosterEntry, RosterInput } from '../../core/model/roster-input';
import type { FixReference } from '../../core/protocol';
import { utf16ByteOrder } from '../../core/text/utf16-byte-order';
import type { LocatedProblem } from '../../core/validate-roster';
import { decodeText } from '../../node/decode-text';
import type { CheckedRoster } from '../checked-roster';
import { uriOf } from '../uris';

/** What a fix changes in the files of a roster as it is now; nothing where the problem is gone. */
export function patchesOf(checked: CheckedRoster, wanted: FixReference): readonly FilePatch[] {
  const { problems, roster } = checked.validation;
  const problem = problems.find((each) => isSame(each, wanted));
  if (problem === undefined) return [];
  const finder = new FixFinder(roster, checked.config.accepted);
  const fixes = wanted.forAll ? finder.fixesOf(problem) : finder.fixesAt(problem);
  const fix = fixes.find(({ title }) => title === wanted.title);
  if (fix === undefined) return [];
  const draft = new RosterDraft({ ...roster, input: currentInput(roster) }, decodeText);
  draft.take(fix.changes());
  draft.finishRound();
  return draft.patches();
}

export function referenceTo(
  checked: CheckedRoster,
  problem: LocatedProblem,
  { title }: Fix,
  forAll: boolean,
): FixReference {
  const { rule, messageId, file, start, end } = problem;
  return { rosterUri: uriOf(checked.folder), rule, messageId, file, start, end, title, forAll };
}

function isSame(problem: LocatedProblem, { rule, messageId, file, start, end }: FixReference): boolean {
  return (
    problem.rule === rule &&
    problem.messageId === messageId &&
    problem.file === file &&
    problem.start === start &&
    problem.end === end
  );
}

/** The files of a roster as they are now, what was typed included. */
export function currentInput(roster: Roster): RosterInput {
  const tables = new Map(roster.tables.map((table) => [table.file, table]));
  const current = (entry: RosterEntry): RosterEntry => {
    const bytes = tables.get(entry.path)?.bytes;
    if (bytes === undefined || !('bytes' in entry.content)) return entry;
    return utf16ByteOrder(entry.content.bytes) === undefined
      ? { path: entry.path, content: { bytes } }
      : entry;
  };
  return { ...roster.input, entries: roster.input.entries.map(current) };
}
