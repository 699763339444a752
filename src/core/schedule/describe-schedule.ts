import type { Schedule, ScheduleCommand } from './scheduled-job';
import { shellArgument } from './cron-line';
import { windowsArgument } from './windows-task';

/** A schedule with all of its files and commands, for people to look at before they install it. */
export function describeSchedule(schedule: Schedule): string {
  const { scheduler, place, files, notes } = schedule;
  const quote = argumentQuote(scheduler === 'windows');
  const section = (title: string, commands: readonly ScheduleCommand[]) =>
    commands.length === 0
      ? []
      : [
          '',
          `${title}:`,
          ...commands.map((command) => `  ${commandLine(command, quote)}\n      ${command.does}`),
        ];
  return [
    ...files.flatMap(({ name, text }) => [
      `--- ${name} (belongs into ${place})`,
      text.replace(/\r\n/g, '\n').trimEnd(),
      '',
    ]),
    ...section('To install it', schedule.install),
    ...section('To run it now', schedule.runNow),
    ...section('To see how it went', schedule.show),
    ...section('To disable it', schedule.disable),
    ...section('To remove it', schedule.remove),
    '',
    ...notes,
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
