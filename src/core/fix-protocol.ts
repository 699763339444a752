// What the language server and its client say to each other about fixes; see protocol.ts.

/** Mends everything in a roster that has a fix, open documents included; answers with an `Outcome<FixAllAnswer>`. */
export const fixAll = 'oneroster/fixAll';

export interface FixAllParams {
  readonly rosterUri: string;
  /** Only the problems of this file. */
  readonly fileUri?: string;
  /** Unsafe fixes too: guesses, and those that take something out. */
  readonly unsafe: boolean;
}

export interface FixAllAnswer {
  /** How many fixes have been done. */
  readonly done: number;
  /** The names of the files that have changed. */
  readonly files: readonly string[];
}

/** The server's own command: does a fix that no edit of a text can do, after asking. Its argument is a `FixReference`. */
export const applyFix = 'oneroster.server.applyFix';

/** Names a fix of a problem, so that it can be worked out when it is wanted. */
export interface FixReference {
  readonly rosterUri: string;
  readonly rule: string;
  readonly messageId: string;
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly title: string;
  /** At all places of the problem. */
  readonly forAll: boolean;
}

// --- commands that the editor's side has, and code actions of the server name --------------------------------------------

/** Asks for a reason and writes a suppression. Its argument is a `SuppressedProblem`. */
export const ignoreProblem = 'oneroster.ignoreProblem';

/** One value of one column that a rule is not to find. */
export interface SuppressedProblem {
  readonly rosterUri: string;
  readonly rule: string;
  readonly file: string;
  readonly field: string;
  readonly value: string;
}

/** Writes a suppression into the configuration, as an edit; answers with an `Outcome<SuppressAnswer>`. */
export const suppress = 'oneroster/suppress';

export interface SuppressParams extends SuppressedProblem {
  readonly reason: string;
}

export interface SuppressAnswer {
  readonly configUri: string;
}

/** Shows the page of a rule. Its argument is the rule's id. */
export const openRulePage = 'oneroster.openRulePage';

/** Mends a roster or one of its files. Its argument are `FixAllParams`. */
export const fixAllCommand = 'oneroster.fixAll';
