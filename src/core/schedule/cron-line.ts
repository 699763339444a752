import { electronVariable, jobId, type Schedule, type ScheduledJob } from './scheduled-job';

/** A line for the crontab of the account that the job runs as. */
export function cronLine(job: ScheduledJob): Schedule {
  const command = [...job.program, ...job.args].map(shellArgument).join(' ');
  const variable = job.isElectron ? `${electronVariable}=1 ` : '';
  const line = `cd ${shellArgument(job.folder)} && ${variable}${command}`;
  const { hour, minute } = job.time;
  const when = `${String(minute)} ${String(hour)} * * *`;
  return {
    scheduler: 'cron',
    place: 'your crontab: crontab -e',
    // A percent sign stands for a line end there.
    files: [
      {
        name: `${jobId(job)}.cron`,
        text: `# OneRoster: ${oneLine(job.name)}\n${when} ${line.replace(/%/g, '\\%')}\n`,
        encoding: 'utf8',
      },
    ],
    install: [],
    runNow: [{ argv: ['sh', '-c', line], does: 'Runs it now.' }],
    disable: [],
    remove: [],
    show: [{ argv: ['crontab', '-l'], does: 'Shows your crontab.' }],
    notes: [
      'Add the lines with "crontab -e". Put a # before the second one to disable it; delete both to remove it.',
      'What the job prints is mailed to you by cron if the computer can send mail; the log has it in any case.',
    ],
  };
}

/** An argument as every shell reads it. */
export function shellArgument(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ');
}
