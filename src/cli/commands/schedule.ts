import { resolve } from 'node:path';
import { RosterError } from '../../core/errors';
import { parseTime, type ScheduledJob, type TimeOfDay } from '../../core/schedule/scheduled-job';
import { schedulerIds, schedulers, usualScheduler } from '../../core/schedule/schedules';
import { syncNote, withSyncNote } from '../../core/schedule/sync-note';
import type { ProfileFact } from '../../core/spec/types';
import { writeSchedule } from '../../node/job/install-schedule';
import type { Arguments } from '../arguments';
import type { Command } from '../command';
import { chooseTarget } from '../delivery-login';
import { exitCodes, type ExitCode } from '../../core/exit-codes';
import { describeSchedule } from '../../core/schedule/describe-schedule';
import { actOnSchedule, scheduleActions } from '../job/act-on-schedule';
import { readSettings, settingsFor } from '../settings';
import { writeAll, type CliContext } from '../terminal';

const actions = ['show', ...scheduleActions] as const;

export const schedule: Command = {
  command: 'schedule',
  usage: 'schedule [path] [options]',
  summary: 'Makes the job that delivers a roster every night, and shows it before anything is installed.',
  paths: 1,
  options: [
    {
      name: 'time',
      value: 'HH:MM',
      summary: 'When it runs, by the clock of this computer; 23:30 unless given.',
    },
    {
      name: 'name',
      value: 'NAME',
      summary: "What the job is called; the roster's folder and the target unless given.",
    },
    {
      name: 'target',
      value: 'NAME',
      summary: 'A target of the configuration; its default target unless given.',
    },
    {
      name: 'scheduler',
      value: 'ID',
      summary: 'Who runs it; what this system has of its own unless given.',
      choices: schedulerIds,
    },
    {
      name: 'env-file',
      value: 'FILE',
      summary: 'The file that holds ONEROSTER_SFTP_PASSWORD, for you alone to read.',
    },
    { name: 'output', value: 'FOLDER', summary: 'Write the files of the job into this folder.' },
    { name: 'action', value: 'ACTION', summary: 'What to do; show unless given.', choices: actions },
  ],
  notes: [
    'Nothing is installed unless --action install says so, and that only where the scheduler is one of this system.',
    'The job runs "oneroster run" with the settings of oneroster.config.json. Try that first.',
  ],
  run: runSchedule,
};

async function runSchedule(args: Arguments, context: CliContext): Promise<ExitCode> {
  const action = args.choice('action', actions) ?? 'show';
  const scheduler = args.choice('scheduler', schedulerIds) ?? usualScheduler(process.platform);
  const { job, profile } = await readJob(args, context);
  const note = profile && syncNote(profile, job.time, scheduler);
  const made = withSyncNote(schedulers[scheduler](job), note);
  if (note?.isLate === true && (action === 'show' || action === 'install'))
    context.stderr.write(`Warning: ${note.text}\n`);
  const output = args.text('output');
  if (output !== undefined) await writeSchedule(made, resolve(context.cwd, output));
  if (action === 'show') {
    await writeAll(context.stdout, [describeSchedule(made)]);
    return exitCodes.ok;
  }
  await writeAll(context.stdout, [await actOnSchedule(action, made, context)]);
  return exitCodes.ok;
}

interface JobForConsumer {
  readonly job: ScheduledJob;
  /** That of the consumer that it is for; undefined where none is named. */
  readonly profile: ProfileFact | undefined;
}

async function readJob(args: Arguments, context: CliContext): Promise<JobForConsumer> {
  const path = args.paths[0] ?? '.';
  const settings = await readSettings(path, args, context);
  const target = chooseTarget(args, settings, context, settings.config.job.target);
  const folder = resolve(context.cwd, path);
  const { program } = context;
  if (program === undefined) throw new Error('this program does not know its own path');
  const env = args.text('env-file');
  const job = {
    name: args.text('name') ?? `${folder.split(/[\\/]/).at(-1) ?? ''} to ${target.name}`,
    time: timeOf(args.text('time') ?? '23:30'),
    folder,
    program: program.argv,
    isElectron: program.isElectron,
    args: [
      ...['run', folder, '--target', target.name],
      ...(env === undefined ? [] : ['--env-file', resolve(context.cwd, env)]),
    ],
  };
  return { job, profile: settingsFor(target, settings, args).validate.profile };
}

function timeOf(text: string): TimeOfDay {
  const time = parseTime(text);
  if (time !== undefined) return time;
  throw new RosterError('usage', `"${text}" is no time of day.`, 'Write it as 23:30, hours from 0 to 23.');
}
