import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { RosterError } from '../../core/errors';
import {
  commandOf,
  crontabRemedy,
  jobsInCrontab,
  withJob,
  withJobDisabled,
  withJobEnabled,
  withoutJob,
  type CrontabJob,
  type FoundJob,
} from '../../core/schedule/crontab';
import { systemCode } from '../file-failure';
import { phrase, sentence, type Sentence } from '../../core/text/say';

/**
 * Puts a job into the crontab of this account, in the place of the one of that id if there is one.
 * @throws RosterError `schedule-failed`
 */
export async function installInCrontab(job: CrontabJob): Promise<void> {
  const lines = Buffer.from(job.lines).toString('latin1');
  await change(({ text, jobs }) => withJob(text, jobNamed(jobs, job), { id: job.id, lines }));
}

/**
 * Has cron not run a job until it is installed again.
 * @throws RosterError `schedule-failed`, also where it is not there
 */
export async function disableInCrontab(job: CrontabJob): Promise<void> {
  await change(({ text, jobs }) => withJobDisabled(text, demand(jobs, job)));
}

/**
 * Has cron run a job again that was disabled.
 * @throws RosterError `schedule-failed`, also where it is not there
 */
export async function enableInCrontab(job: CrontabJob): Promise<void> {
  await change(({ text, jobs }) => withJobEnabled(text, demand(jobs, job)));
}

/**
 * Takes a job out of the crontab.
 * @throws RosterError `schedule-failed`, also where it is not there
 */
export async function removeFromCrontab(job: CrontabJob): Promise<void> {
  await change(({ text, jobs }) => withoutJob(text, demand(jobs, job)));
}

/**
 * A job as it stands in the crontab.
 * @throws RosterError `schedule-failed`, also where it is not there
 */
export async function findInCrontab(job: CrontabJob): Promise<FoundJob> {
  const { jobs } = await readCrontab();
  const { id, lines, ...place } = demand(jobs, job);
  return { id, lines: Buffer.from(lines, 'latin1').toString(), ...place };
}

/** How cron would run it: by `sh`, with the variables that cron sets and no others. */
export function asCronRuns(job: CrontabJob): readonly string[] {
  const given = '${HOME:+"HOME=$HOME"} LOGNAME="${LOGNAME:-$(id -un)}" PATH=/usr/bin:/bin SHELL=/bin/sh';
  return ['sh', '-c', `exec env -i ${given} /bin/sh -c "$0"`, commandOf(job) ?? ''];
}

/** A crontab; its bytes are the characters of the text, so that they come back as they were, whatever they mean. */
interface Crontab {
  readonly text: string;
  readonly jobs: readonly FoundJob[];
}

async function change(edit: (crontab: Crontab) => string): Promise<void> {
  const before = await readCrontab();
  const text = edit(before);
  if (text === before.text) return;
  const { code, complaint } = await crontab(['-'], text);
  if (code !== 0)
    throw failed(sentence('Your crontab did not take the change ({words}).', { words: complaint }));
  if ((await readCrontab()).text === text) return;
  throw failed(
    sentence(
      'Your crontab holds something else than what was put there, perhaps because somebody else has changed it.',
    ),
  );
}

async function readCrontab(): Promise<Crontab> {
  const { code, output, complaint } = await crontab(['-l']);
  // Whatever else is wrong must not be taken for an empty crontab: it would be written over.
  if (code !== 0 && !isMissing(complaint))
    throw failed(sentence('Your crontab cannot be read ({words}).', { words: complaint }));
  const text = code === 0 ? output : '';
  const jobs = jobsInCrontab(text);
  if (jobs === undefined)
    throw failed(sentence('Your crontab has marks of OneRoster that do not belong together.'));
  return { text, jobs };
}

/** What the programs say of an account that has no crontab: those of Vixie, cronie and the BSDs, and BusyBox. */
function isMissing(complaint: string): boolean {
  return /no crontab for|can't open .*: No such file/i.test(complaint);
}

interface Answer {
  readonly code: number;
  readonly output: string;
  readonly complaint: string;
}

async function crontab(args: readonly string[], input?: string): Promise<Answer> {
  // In English, and without the head that some would add each time it is read and written back.
  const env = { ...process.env, LC_ALL: 'C', CRONTAB_NOHEADER: 'Y' };
  const child = spawn('crontab', args, { env, stdio: ['pipe', 'pipe', 'pipe'] });
  let [output, complaint] = ['', ''];
  child.stdout.on('data', (piece: Buffer) => (output += piece.toString('latin1')));
  child.stderr.on('data', (piece: Buffer) => (complaint += piece.toString()));
  // Who refuses reads nothing; the reason is in its complaint.
  child.stdin.on('error', () => undefined);
  child.stdin.end(Buffer.from(input ?? '', 'latin1'));
  try {
    const [code] = (await once(child, 'close')) as [number | null];
    return { code: code ?? 1, output, complaint: complaint.trim().replace(/\s*\n\s*/g, ' ') };
  } catch (error) {
    throw failed(
      sentence('Your crontab cannot be read: "crontab" could not be started ({words}).', {
        words: systemCode(error) ?? String(error),
      }),
    );
  }
}

function jobNamed(jobs: readonly FoundJob[], { id }: CrontabJob): FoundJob | undefined {
  return jobs.find((job) => job.id === id);
}

function demand(jobs: readonly FoundJob[], wanted: CrontabJob): FoundJob {
  const found = jobNamed(jobs, wanted);
  if (found !== undefined) return found;
  const there = jobs.map(({ id }) => id);
  throw new RosterError(
    'schedule-failed',
    sentence('{job} is not in your crontab.', { job: wanted.id }),
    there.length === 0
      ? phrase('There is no job of OneRoster in it. The option --action install adds one.')
      : sentence('What is there: {jobs}. A job is named after its roster and target, or by --name.', {
          jobs: there.join(', '),
        }),
  );
}

function failed(message: Sentence): RosterError {
  return new RosterError('schedule-failed', message, crontabRemedy);
}
