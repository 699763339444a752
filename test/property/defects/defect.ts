import type { TableMode } from '../../../src/core/model/table';
import type { OneRosterVersion } from '../../../src/core/spec/types';
import type { Draft, Finding, Fits } from '../draft';

/** One way in which a roster goes wrong, at one place. */
export interface Defect {
  /** The rule that has to find it. */
  readonly rule: string;
  readonly what: string;
  /** All that the rule applies to, where it is left out. */
  readonly versions?: readonly OneRosterVersion[];
  /** `bulk` where it is left out. */
  readonly mode?: TableMode;
  /** Other rules that have something to say of what follows from it. */
  readonly consequences?: readonly string[];
  /** Breaks the roster and says where the problem has to be found. */
  readonly breaks: (roster: Draft) => Finding;
}

/** Where a reference is lost, what it named may look as if nothing named it. */
export const lostLink = [
  'class-without-teacher',
  'class-without-students',
  'user-without-role',
  'orphan-course',
];

/** A field of any column that fits gets a wrong value, made of the right one. */
export function spoiled(
  rule: string,
  what: string,
  fits: Fits,
  spoil: (text: string) => string,
  more: Pick<Defect, 'versions' | 'mode' | 'consequences'> = {},
): Defect {
  return {
    rule,
    what,
    ...more,
    breaks(roster) {
      const field = roster.anyField(fits);
      return roster.write(field, spoil(roster.text(field)));
    },
  };
}
