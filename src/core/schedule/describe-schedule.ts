import { crontabRemedy } from './crontab';
import type { JobControls, Schedule, ScheduleCommand, SchedulerId } from './scheduled-job';
import { shellArgument } from './cron-line';
import { inEnglish, spoken, type Say } from '../text/say';
import { windowsArgument } from './windows-task';

/** A schedule with all of its files and commands, for people to look at before they install it. */
export function describeSchedule(schedule: Schedule, say: Say = inEnglish): string {
  const { scheduler, place, files, notes } = schedule;
  const quote = argumentQuote(scheduler === 'windows');
  return [
    ...files.flatMap(({ name, text }) => [
      `--- ${say('{name} (belongs into {place})', { name, place: say(place) })}`,
      text.replace(/\r\n/g, '\n').trimEnd(),
      '',
    ]),
    ...section(say('To install it'), schedule.install, quote, say),
    ...controlSections(schedule, quote, say),
    '',
    ...notes.map((note) => spoken(note, say)),
    '',
  ].join('\n');
}

/** A job where its scheduler keeps it. */
export interface InstalledTexts {
  readonly scheduler: SchedulerId;
  readonly parts: readonly InstalledPart[];
  readonly controls: JobControls;
}

/** A text that a job consists of. */
export interface InstalledPart {
  /** Where it stands, in words or as a path. */
  readonly place: string;
  readonly text: string;
}

/** What a job consists of where its scheduler keeps it, and what its scheduler can be told. */
export function describeInstalled({ scheduler, parts, controls }: InstalledTexts, say: Say): string {
  const texts = parts.map(
    ({ place, text }) => `--- ${say(place)}\n${text.replace(/\r\n/g, '\n').trimEnd()}\n`,
  );
  const told =
    scheduler === 'cron'
      ? ['', say(crontabRemedy)]
      : controlSections(controls, argumentQuote(scheduler === 'windows'), say);
  return `${texts.join('\n')}${told.join('\n')}\n`;
}

function controlSections(controls: JobControls, quote: Quote, say: Say): readonly string[] {
  return [
    ...section(say('To run it now'), controls.runNow, quote, say),
    ...section(say('To end a run that is under way'), controls.stop, quote, say),
    ...section(say('To see how it went'), controls.show, quote, say),
    ...section(say('To disable it'), controls.disable, quote, say),
    ...section(say('To enable it again'), controls.enable, quote, say),
    ...section(say('To remove it'), controls.remove, quote, say),
  ];
}

function section(
  title: string,
  commands: readonly ScheduleCommand[],
  quote: Quote,
  say: Say,
): readonly string[] {
  if (commands.length === 0) return [];
  const lines = commands.map((command) => `  ${commandLine(command, quote)}\n      ${say(command.does)}`);
  return ['', `${title}:`, ...lines];
}

type Quote = (text: string) => string;

/** How arguments are written for a shell of the system. */
export function argumentQuote(isWindows: boolean): Quote {
  return isWindows ? windowsArgument : shellArgument;
}

/** A command as it is typed. A path in the home folder is for the shell to find. */
export function commandLine({ argv }: Pick<ScheduleCommand, 'argv'>, quote: Quote): string {
  return argv.map((argument) => (argument.startsWith('~/') ? argument : quote(argument))).join(' ');
}
