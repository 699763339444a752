import { phrase } from '../text/say';

/** What a person can do about a crontab. */
export const crontabRemedy = phrase('Look at it with "crontab -l", and change it by hand with "crontab -e".');

/**
 * A job in a crontab: lines between two marks, so that they are found again. Everything outside of them is somebody else's and
 * stays as it is.
 */
export interface CrontabJob {
  /** What the marks name. */
  readonly id: string;
  /** The lines between the marks: comments, and the one that cron runs. Each ends with a line feed. */
  readonly lines: string;
}

/** A job that was found in a crontab. */
export interface FoundJob extends CrontabJob {
  /** Where its marks and lines are, in the text of the crontab. */
  readonly start: number;
  readonly end: number;
}

const beginning = '# OneRoster begins: ';
const ending = '# OneRoster ends: ';
/** What stands before a line that cron is not to run. */
const disabled = '# disabled: ';
/** Five fields of time, or a word, and the command. */
const jobLine = /^(?:# disabled: )?(?:@\w+|(?:[^\s#@]\S*\s+){4}\S+)\s+(.+)$/m;
const disabledLine = /^# disabled: /gm;
/** A line that cron does something with. */
const liveLine = /^(?!\s*(?:#|$)).*/gm;

/** A job with its marks. */
export function crontabText({ id, lines }: CrontabJob): string {
  return `${beginning}${id}\n${lines}${ending}${id}\n`;
}

/**
 * The jobs in a crontab that have marks.
 * @returns undefined where marks do not belong together, so that nobody can tell which lines are whose
 */
export function jobsInCrontab(crontab: string): readonly FoundJob[] | undefined {
  const jobs: FoundJob[] = [];
  let open: { readonly id: string; readonly start: number; readonly inner: number } | undefined;
  for (const { index, 0: line, 1: text = '' } of crontab.matchAll(/^(.*)(?:\n|$)/gm)) {
    const end = index + line.length;
    if (text.startsWith(beginning)) {
      if (open !== undefined) return undefined;
      open = { id: text.slice(beginning.length), start: index, inner: end };
    } else if (text.startsWith(ending)) {
      const id = text.slice(ending.length);
      if (open?.id !== id || jobs.some((job) => job.id === id)) return undefined;
      jobs.push({ id, lines: crontab.slice(open.inner, index), start: open.start, end });
      open = undefined;
    }
  }
  return open === undefined ? jobs : undefined;
}

/** The crontab with a job: in the place of the one of that id, or at its end. */
export function withJob(crontab: string, found: FoundJob | undefined, job: CrontabJob): string {
  if (found !== undefined) return replaced(crontab, found, crontabText(job));
  // Who left out the last line feed would have the mark in their last line.
  const gap = crontab === '' || crontab.endsWith('\n') ? '' : '\n';
  return `${crontab}${gap}${crontabText(job)}`;
}

/** The crontab without a job. */
export function withoutJob(crontab: string, found: FoundJob): string {
  return replaced(crontab, found, '');
}

/** The crontab with a job that cron does not run. */
export function withJobDisabled(crontab: string, found: FoundJob): string {
  const lines = found.lines.replace(liveLine, (line) => `${disabled}${line}`);
  return replaced(crontab, found, crontabText({ id: found.id, lines }));
}

/** The crontab with a job that cron runs again. */
export function withJobEnabled(crontab: string, found: FoundJob): string {
  const lines = found.lines.replace(disabledLine, '');
  return replaced(crontab, found, crontabText({ id: found.id, lines }));
}

export function isDisabled({ lines }: CrontabJob): boolean {
  return lines.search(liveLine) === -1;
}

/** The command that cron gives to the shell: a percent sign would be a line end without the backslash before it. */
export function commandOf({ lines }: CrontabJob): string | undefined {
  return jobLine.exec(lines)?.[1]?.replaceAll('\\%', '%');
}

function replaced(crontab: string, { start, end }: FoundJob, text: string): string {
  return `${crontab.slice(0, start)}${text}${crontab.slice(end)}`;
}
