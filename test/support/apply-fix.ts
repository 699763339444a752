// Does what a fix says to a roster, and reads the roster again.
import assert from 'node:assert/strict';
import type { Fix } from '../../src/core/fixes/engine/define-fixes';
import { FixFinder } from '../../src/core/fixes/engine/find-fixes';
import type { RosterChange } from '../../src/core/fixes/engine/roster-change';
import { RosterDraft } from '../../src/core/fixes/engine/roster-draft';
import type { Roster } from '../../src/core/model/roster';
import type { RosterInput } from '../../src/core/model/roster-input';
import type { Validation } from '../../src/core/validate-roster';
import { decodeText } from '../../src/node/decode-text';

/** A fix that can be tried out. */
export interface TriedFix extends Fix {
  readonly rule: string;
  /** The roster with the fix done. */
  readonly done: () => RosterInput;
}

/** All fixes of the problems of a roster; those of a problem that stands for several are for all of its places. */
export function fixesIn({ roster, problems }: Validation): readonly TriedFix[] {
  const finder = new FixFinder(roster);
  return problems.flatMap((problem) =>
    finder.fixesOf(problem).map((fix) => ({
      ...fix,
      rule: problem.rule,
      done: () => changed(roster, fix.changes(), `${problem.rule}: ${fix.title}`),
    })),
  );
}

/** The files of a roster after changes. */
export function changed(roster: Roster, changes: readonly RosterChange[], what: string): RosterInput {
  const draft = new RosterDraft(roster, decodeText);
  assert.ok(draft.take(changes), `${what} changes nothing`);
  const { entries, removed } = draft.finishRound();
  const gone = new Set([...removed, ...entries.map(({ path }) => path)]);
  const kept = roster.input.entries.filter(({ path }) => !gone.has(path));
  return { ...roster.input, entries: [...kept, ...entries] };
}
