import { resolve } from 'node:path';
import type { Accepted } from '../core/acceptance/accepted';
import { ByColumn } from '../core/acceptance/by-column';
import type { KnownProblems } from '../core/config/baseline';
import { isDayText } from '../core/config/is-day-text';
import { RosterError } from '../core/errors';
import { fingerprintWith, newSalt, saveBaseline } from '../node/load-baseline';
import { today } from '../node/today';
import type { Arguments, OptionFact } from './arguments';
import { counted } from '../core/text/counted';
import { visible, type CliContext } from './terminal';

/** How long known problems are accepted unless a day is given. */
const usualDays = 90;

export const baselineWriterOptions: readonly OptionFact[] = [
  {
    name: 'write-baseline',
    value: 'FILE',
    summary: 'Write all problems that there are to a baseline; from then on only new ones count.',
  },
  {
    name: 'baseline-until',
    value: 'DATE',
    summary: `The last day on which that baseline accepts them, as YYYY-MM-DD; ${String(usualDays)} days on unless given.`,
  },
];

/** Makes a baseline of what is found in one roster. */
export interface BaselineWriter {
  /** What is accepted while the roster is checked: what was accepted before, and everything else as known. */
  accepted(before: Accepted | undefined): Accepted;
  /** Writes the file, and says so on standard error. `inForce` is the baseline that is found without being named. */
  finish(inForce: string | undefined): Promise<void>;
}

/** The writer that the options ask for, if they do. Throws `usage` where they do not fit together. */
export function baselineWriter(args: Arguments, context: CliContext): BaselineWriter | undefined {
  const file = args.text('write-baseline');
  const until = args.text('baseline-until');
  if (file === undefined) {
    if (until === undefined) return undefined;
    throw usage('--baseline-until says nothing without --write-baseline.', 'Name the file to write.');
  }
  if (args.has('baseline')) {
    throw usage('--baseline and --write-baseline contradict each other.', 'Leave one of them out.');
  }
  if (args.paths.length > 1) {
    throw usage('A baseline is written of one roster.', 'Start the command once for each roster.');
  }
  const lastDay = checkLastDay(until, args.text('as-of') ?? today());
  return recordingWriter(resolve(context.cwd, file), file, lastDay, context);
}

function recordingWriter(path: string, shown: string, until: string, { stderr }: CliContext): BaselineWriter {
  const salt = newSalt();
  const fingerprint = fingerprintWith(salt);
  const columns = new ByColumn<Map<string, number>>();
  const known: (Omit<KnownProblems, 'fingerprints'> & { readonly counts: Map<string, number> })[] = [];
  let size = 0;
  return {
    accepted: (before) => ({
      ...before,
      record({ rule, file, field, identity }) {
        const counts = columns.ensure(rule, file, field, () => {
          const made = new Map<string, number>();
          known.push({ rule, file, field, counts: made });
          return made;
        });
        const made = fingerprint(identity);
        counts.set(made, (counts.get(made) ?? 0) + 1);
        size++;
      },
    }),
    async finish(inForce) {
      const groups = known.map(({ counts, ...group }) => ({
        ...group,
        fingerprints: Object.fromEntries(counts),
      }));
      await saveBaseline(path, { until, salt, known: groups });
      const hint =
        path === inForce ? '' : ` Name it with --baseline, or as "baseline" in oneroster.config.json.`;
      stderr.write(`${visible(shown)}: ${counted(size, 'known problem')}, accepted until ${until}.${hint}\n`);
    },
  };
}

function checkLastDay(until: string | undefined, asOf: string): string {
  if (until === undefined) {
    const day = new Date(`${asOf}T00:00:00Z`);
    day.setUTCDate(day.getUTCDate() + usualDays);
    return day.toISOString().slice(0, 10);
  }
  if (!isDayText(until)) {
    throw usage('--baseline-until has to be a day, as YYYY-MM-DD.', 'Write it like 2027-06-30.');
  }
  if (until < asOf)
    throw usage('The day of --baseline-until has passed.', 'Give a day that is still to come.');
  return until;
}

function usage(message: string, remedy: string): RosterError {
  return new RosterError('usage', message, remedy);
}
