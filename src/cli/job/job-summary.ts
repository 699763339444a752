import type { Receipt } from '../../core/delivery/receipt';
import type { Target } from '../../core/delivery/target';
import type { ErrorCode, RosterError } from '../../core/errors';
import type { Totals } from '../../core/rules/engine/problem';
import { exitCodeOf, exitCodes, type ExitCode } from '../../core/exit-codes';
import { counted } from '../../core/text/counted';
import { changesText, totalChanges } from '../../core/delivery/changes-text';
import { recordsIn } from '../../core/delivery/delivered-amounts';
import type { RunResult } from '../../core/schedule/logged-run';
import { tool } from '../tool';

/** How a run went, for monitoring. It names no person and holds no secret. */
export interface JobSummary {
  readonly tool: { readonly name: string; readonly version: string };
  /** ISO 8601 in UTC. */
  readonly started: string;
  readonly finished: string;
  readonly result: RunResult;
  readonly exitCode: ExitCode;
  readonly roster: string;
  readonly target: { readonly name: string; readonly host: string } | null;
  /** What was found by checking; null where it did not come to that. */
  readonly problems: Totals | null;
  readonly receipt: Receipt | null;
  readonly error: { readonly code: ErrorCode; readonly message: string; readonly remedy: string } | null;
}

export interface JobEnd {
  readonly started: Date;
  readonly roster: string;
  readonly target: Target | undefined;
  readonly problems: Totals | undefined;
  /** The receipt, or why there is none. */
  readonly outcome: Receipt | RosterError;
}

export function summarize({ started, roster, target, problems, outcome }: JobEnd): JobSummary {
  const isFailure = 'code' in outcome;
  const exitCode = isFailure ? exitCodeOf(outcome) : exitCodes.ok;
  return {
    tool,
    started: started.toISOString(),
    finished: new Date().toISOString(),
    result: resultOf(outcome, exitCode),
    exitCode,
    roster,
    target: target === undefined ? null : { name: target.name, host: target.host },
    problems: problems ?? null,
    receipt: isFailure ? null : outcome,
    error: isFailure ? { code: outcome.code, message: outcome.message, remedy: outcome.remedy } : null,
  };
}

function resultOf(outcome: JobEnd['outcome'], exitCode: ExitCode): JobSummary['result'] {
  if (!('code' in outcome)) return outcome.dryRun ? 'tried' : 'delivered';
  return exitCode === exitCodes.cancelled ? 'cancelled' : 'stopped';
}

/** The summary in one line. */
export function summaryLine({ result, receipt, error, target }: JobSummary): string {
  if (receipt !== null) {
    const size = `${counted(receipt.files.length, 'file')}, ${counted(recordsIn(receipt.files), 'record')}`;
    const what = `${receipt.package.name} to ${receipt.target.name}: ${size}`;
    if (receipt.dryRun) return `All is well to deliver ${what}. Nothing was sent.`;
    return `Delivered ${what}${changesOf(receipt)}.`;
  }
  const where = target === null ? '' : ` for ${target.name}`;
  const why = error === null ? 'A bug in OneRoster' : `${error.message} (${error.code})`;
  return `${result === 'cancelled' ? 'Cancelled' : 'Nothing was delivered'}${where}: ${why.replace(/\s*\n\s*/g, ' ')}`;
}

function changesOf({ changes }: Receipt): string {
  return changes === undefined ? ', the first delivery' : `; ${changesText(totalChanges(changes))}`;
}
