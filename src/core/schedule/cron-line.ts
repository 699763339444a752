import { crontabText, type CrontabJob } from './crontab';
import {
  electronVariable,
  jobId,
  noControls,
  type JobControls,
  type Schedule,
  type ScheduledJob,
} from './scheduled-job';
import { phrase } from '../text/say';

/** What can be told to cron: a crontab is changed as a text. */
export const crontabControls: JobControls = {
  ...noControls,
  show: [{ argv: ['crontab', '-l'], does: phrase('Shows your crontab.') }],
};

/** Lines for the crontab of the account that the job runs as. */
export function cronLine(job: ScheduledJob): Schedule {
  const crontab = crontabJob(job);
  return {
    scheduler: 'cron',
    place: phrase('your crontab'),
    files: [{ name: `${crontab.id}.cron`, text: crontabText(crontab), encoding: 'utf8' }],
    crontab,
    install: [],
    ...crontabControls,
    notes: [
      phrase(
        'Add the lines with "crontab -e", or have "oneroster schedule --scheduler cron" do it: with --action install, disable, enable or remove it changes these lines and leaves all others as they are.',
      ),
      phrase(
        'What the job prints is mailed to you by cron if the computer can send mail; the log has it in any case.',
      ),
    ],
  };
}

function crontabJob(job: ScheduledJob): CrontabJob {
  const command = [...job.program, ...job.args].map(shellArgument).join(' ');
  const variable = job.isElectron ? `${electronVariable}=1 ` : '';
  const line = `cd ${shellArgument(job.folder)} && ${variable}${command}`;
  const { hour, minute } = job.time;
  // A percent sign stands for a line end there.
  const escaped = line.replaceAll('%', '\\%');
  return {
    id: jobId(job),
    lines: `# OneRoster: ${oneLine(job.name)}\n${String(minute)} ${String(hour)} * * * ${escaped}\n`,
  };
}

/** An argument as every shell reads it. */
export function shellArgument(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ');
}
