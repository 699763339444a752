import type { Schedule, ScheduleCommand } from './scheduled-job';
import { shellArgument } from './cron-line';
import { inEnglish, spoken, type Say } from '../text/say';
import { windowsArgument } from './windows-task';

/** A schedule with all of its files and commands, for people to look at before they install it. */
export function describeSchedule(schedule: Schedule, say: Say = inEnglish): string {
  const { scheduler, place, files, notes } = schedule;
  const quote = argumentQuote(scheduler === 'windows');
  const section = (title: string, commands: readonly ScheduleCommand[]) =>
    commands.length === 0
      ? []
      : [
          '',
          `${title}:`,
          ...commands.map((command) => `  ${commandLine(command, quote)}\n      ${say(command.does)}`),
        ];
  return [
    ...files.flatMap(({ name, text }) => [
      `--- ${say('{name} (belongs into {place})', { name, place: say(place) })}`,
      text.replace(/\r\n/g, '\n').trimEnd(),
      '',
    ]),
    ...section(say('To install it'), schedule.install),
    ...section(say('To run it now'), schedule.runNow),
    ...section(say('To see how it went'), schedule.show),
    ...section(say('To disable it'), schedule.disable),
    ...section(say('To remove it'), schedule.remove),
    '',
    ...notes.map((note) => spoken(note, say)),
    '',
  ].join('\n');
}

/** How arguments are written for a shell of the system. */
export function argumentQuote(isWindows: boolean): (text: string) => string {
  return isWindows ? windowsArgument : shellArgument;
}

/** A command as it is typed. A path in the home folder is for the shell to find. */
export function commandLine({ argv }: ScheduleCommand, quote: (text: string) => string): string {
  return argv.map((argument) => (argument.startsWith('~/') ? argument : quote(argument))).join(' ');
}
