import type { Sentence } from '../text/say';
import type { CrontabJob } from './crontab';

/** A job that is to run every day by itself. */
export interface ScheduledJob {
  /** What people call it: `North district to Incident IQ`. */
  readonly name: string;
  /** The time of day, of the computer that it runs on. */
  readonly time: TimeOfDay;
  /** The folder that it starts in; absolute. */
  readonly folder: string;
  /** The program and what comes before the command, absolute paths: Node and `cli.js`. */
  readonly program: readonly string[];
  /** Whether the program is VS Code's own runtime, which has to be told that it is to be Node. */
  readonly isElectron: boolean;
  /** The command with its options: `run`, a path, and so on. */
  readonly args: readonly string[];
}

export interface TimeOfDay {
  /** 0 to 23. */
  readonly hour: number;
  /** 0 to 59. */
  readonly minute: number;
}

/** A file that a schedule is made of. */
export interface ScheduleFile {
  readonly name: string;
  readonly text: string;
  readonly encoding: 'utf8' | 'utf16le';
}

/** A command to be run on the computer that the job runs on, and what it does. */
export interface ScheduleCommand {
  readonly argv: readonly string[];
  readonly does: string;
}

/** Where a schedule can live. */
export type SchedulerId = 'windows' | 'systemd' | 'cron' | 'launchd' | 'github';

/** What a scheduler is told about a job that it has. All of it is empty where people do it by hand. */
export interface JobControls {
  readonly runNow: readonly ScheduleCommand[];
  /** Ends a run that is under way. */
  readonly stop: readonly ScheduleCommand[];
  readonly disable: readonly ScheduleCommand[];
  readonly enable: readonly ScheduleCommand[];
  /** The job's files are removed after the first of these. */
  readonly remove: readonly ScheduleCommand[];
  readonly show: readonly ScheduleCommand[];
}

/** A schedule, ready to be looked at and then installed. */
export interface Schedule extends JobControls {
  readonly scheduler: SchedulerId;
  /** Where its files belong, in words or as a path that may begin with `~/`. */
  readonly place: string;
  readonly files: readonly ScheduleFile[];
  /** What stands in the crontab, where that is what has to be changed. */
  readonly crontab?: CrontabJob;
  /** Empty where people do it by hand. */
  readonly install: readonly ScheduleCommand[];
  /** What somebody has to know or do beside. */
  readonly notes: readonly (string | Sentence)[];
}

/** The variable that makes VS Code's runtime behave as Node. */
export const electronVariable = 'ELECTRON_RUN_AS_NODE';

/** Reads `23:30`; undefined where it is no time of day. */
export function parseTime(text: string): TimeOfDay | undefined {
  const [, hour, minute] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text.trim()) ?? [];
  return hour === undefined || minute === undefined
    ? undefined
    : { hour: Number(hour), minute: Number(minute) };
}

export function timeText({ hour, minute }: TimeOfDay): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** What is told to nobody, because people do it by hand. */
export const noControls: JobControls = {
  ...{ runNow: [], stop: [], disable: [], enable: [], remove: [], show: [] },
};

/** A job's name as files and units can have it: `oneroster-north-district-to-incident-iq`. */
export function jobId({ name }: Pick<ScheduledJob, 'name'>): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return `oneroster-${words || 'roster'}`;
}
