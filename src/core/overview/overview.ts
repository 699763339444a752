import type { Severity } from '../spec/types';

/** A roster in numbers, for people who are to see no names. Plain data; names of schools and terms are in it, of people never. */
export interface Overview {
  readonly name: string;
  readonly version: string;
  readonly profile: string;
  readonly mode: 'bulk' | 'delta';
  readonly totals: OverviewTotals;
  readonly schools: readonly SchoolCount[];
  readonly roles: readonly Count[];
  /** Students by grade, in the order of the grades. */
  readonly grades: readonly Count[];
  /** Classes by how many students are in them. */
  readonly classSizes: readonly Count[];
  /** The number of students that half of the classes do not exceed; undefined without classes. */
  readonly typicalClass: number | undefined;
  readonly largestClass: number | undefined;
  /** In the order of the terms' records. */
  readonly terms: readonly Count[];
  readonly problems: readonly ProblemCount[];
  readonly changes: OverviewChanges | undefined;
}

/** What counts, and is not marked as deleted. */
export interface OverviewTotals {
  readonly people: number;
  readonly schools: number;
  readonly classes: number;
  readonly enrollments: number;
}

export interface Count {
  readonly label: string;
  readonly count: number;
}

/** The people whose first organization it is. */
export interface SchoolCount {
  readonly label: string;
  readonly students: number;
  readonly staff: number;
  readonly others: number;
}

export interface ProblemCount {
  readonly rule: string;
  readonly summary: string;
  readonly severity: Severity;
  readonly count: number;
}

/** What is other than in the last delivery: people by their ids, files by their records. */
export interface OverviewChanges {
  /** When it was, as ISO 8601 in UTC. */
  readonly since: string;
  readonly newPeople: number;
  readonly gonePeople: number;
  readonly movedPeople: number;
  readonly files: readonly { readonly name: string; readonly before: number; readonly now: number }[];
}
