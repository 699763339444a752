import { exitCodeByName, exitCodes, type ExitCode } from '../exit-codes';

// Reads what `oneroster run` has written into its log. All jobs that keep their deliveries in one place share a log.

export type RunResult = 'delivered' | 'tried' | 'stopped' | 'cancelled';

/** A run as its log has it. */
export interface LoggedRun {
  /** As ISO 8601 in UTC. */
  readonly began: string;
  /** How it ended; missing where the log does not say so: it may still be at work, or was cut off. */
  readonly end?: RunEnd;
}

export interface RunEnd {
  /** As ISO 8601 in UTC. */
  readonly time: string;
  readonly result: RunResult;
  readonly exitCode: ExitCode;
  /** The summary in one line, in English. */
  readonly summary: string;
  /** Of a failure: why, without what is said beside. */
  readonly reason?: string;
}

/** Whose runs are looked for. */
export interface RunOf {
  /** The roster's folder, as the job names it. */
  readonly folder: string;
  /** The name of the target; undefined for any. */
  readonly target: string | undefined;
}

interface OpenRun {
  readonly run: LoggedRun;
  /** `FOLDER for TARGET`; both may have spaces in their names. */
  readonly whose: string;
}

const logLine = /^(\d{4}-\d\d-\d\dT[\d:.]+Z) (\w+) (.*)$/;
const beginning = /^Run of (.* for .*) \(\S*\) begins\.$/;
const tried = /^All is well to deliver .* Nothing was sent\.$/;
const failure = /^(Nothing was delivered|Cancelled) for (.*?)(?: \(([a-z-]+)\))?$/;

/** The last run in a log, the lines of which are given in their order; undefined where there is none. */
export function lastLoggedRun(lines: readonly string[], of: RunOf): LoggedRun | undefined {
  let open: readonly OpenRun[] = [];
  let last: LoggedRun | undefined;
  for (const line of lines) {
    const [, time = '', , text = ''] = logLine.exec(line) ?? [];
    const whose = beginning.exec(text)?.[1];
    if (whose !== undefined) {
      const run: OpenRun = { run: { began: time }, whose };
      open = [...open, run];
      if (isOf(run, of)) last = run.run;
      continue;
    }
    // Whoever held the lock before is gone, and will not write any more.
    if (text.startsWith('The last run did not end')) open = open.slice(-1);
    const found = endOf(time, text);
    if (found === undefined) continue;
    const ended = whichEnded(open, found);
    open = open.filter((each) => each !== ended);
    if (ended !== undefined && isOf(ended, of)) last = { ...ended.run, end: withReason(found.end, ended) };
  }
  return last;
}

function isOf({ whose }: OpenRun, { folder, target }: RunOf): boolean {
  return target === undefined ? whose.startsWith(`${folder} for `) : whose === `${folder} for ${target}`;
}

interface FoundEnd {
  readonly end: RunEnd;
  /** Whether it was turned away by another that was at work. */
  readonly isTurnedAway: boolean;
}

function endOf(time: string, summary: string): FoundEnd | undefined {
  const well = (result: RunResult): FoundEnd => ({
    end: { time, result, exitCode: exitCodes.ok, summary },
    isTurnedAway: false,
  });
  if (summary.startsWith('Delivered ')) return well('delivered');
  if (tried.test(summary)) return well('tried');
  const [, how, , code = ''] = failure.exec(summary) ?? [];
  if (how === undefined && !summary.startsWith('The run ended by a bug')) return undefined;
  const exitCode = exitCodeByName(code) ?? exitCodes.usage;
  const result = how === 'Cancelled' ? 'cancelled' : 'stopped';
  return { end: { time, result, exitCode, summary }, isTurnedAway: code === 'already-running' };
}

/** One run works at a time: those that came in between were turned away at once. */
function whichEnded(open: readonly OpenRun[], { end, isTurnedAway }: FoundEnd): OpenRun | undefined {
  const fitting = open.filter((each) => isFor(end.summary, each));
  const [first] = fitting.length === 0 ? open : fitting;
  return isTurnedAway ? (fitting.at(-1) ?? open.at(-1)) : first;
}

/** Whether a summary names the target of a run. */
function isFor(summary: string, run: OpenRun): boolean {
  return possibleTargets(run).some(
    (target) => summary.includes(` for ${target}: `) || summary.includes(` to ${target}: `),
  );
}

function withReason(end: RunEnd, run: OpenRun): RunEnd {
  const [, , rest] = failure.exec(end.summary) ?? [];
  if (rest === undefined) return end;
  const target = possibleTargets(run).find((each) => rest.startsWith(`${each}: `));
  return { ...end, reason: target === undefined ? rest : rest.slice(target.length + 2) };
}

/** Where a folder ends and the name of a target begins cannot be told from the text alone. */
function possibleTargets({ whose }: OpenRun): readonly string[] {
  const [, ...parts] = whose.split(' for ');
  return parts.map((_, index) => parts.slice(index).join(' for '));
}
