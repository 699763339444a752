import type { Roster } from '../../model/roster';
import type { Table } from '../../model/table';
import type { Problem } from '../../rules/engine/problem';
import type { Say } from '../../text/say';
import type { RosterChange } from './roster-change';

/** `safe`: what is meant is certain, and nothing is lost. `unsafe`: it is a guess, or something goes. */
export type Safety = 'safe' | 'unsafe';

/** One way to mend a problem. */
export interface Fix {
  readonly safety: Safety;
  /** What it does at one place: `Write "teacher"`. */
  readonly title: string;
  /** What it does at all places of its kind; fixes that have it in common are done together. The title where it is left out. */
  readonly titleForAll?: string;
  /** What the fix does is done already where another one with the same key was. */
  readonly once?: string;
  /** It changes what no text shows, so that an editor cannot do it: bytes or the encoding of a file. */
  readonly onDisk?: true;
  /** Works out what to change. */
  readonly changes: () => readonly RosterChange[];
}

/** What a fix is worked out from. */
export interface FixContext {
  readonly roster: Roster;
  readonly problem: Problem;
  /** The table of the problem's file. */
  readonly table: Table | undefined;
  /** For titles. */
  readonly say: Say;
  /** What is asked for again and again while the roster stays as it is: worked out at the first call, and kept under a name. */
  readonly memo: <T extends object>(name: string, make: () => T) => T;
}

/** How problems of one rule are mended. */
export interface RuleFixes {
  /** What the fixes may be. */
  readonly safety: Safety | 'either';
  /** The ways to mend a problem, the likeliest first. None where its remedy is not obvious. */
  readonly fixes: (context: FixContext) => Iterable<Fix>;
}

/** Declares the fixes of the rule that the file is named after. */
export function defineFixes(fixes: RuleFixes): RuleFixes {
  return fixes;
}
