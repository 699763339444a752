import type { ArgumentFacts, Arguments } from './arguments';
import type { ExitCode } from '../core/exit-codes';
import type { CliContext } from './terminal';

/** One command of `oneroster`. */
export interface Command extends ArgumentFacts {
  /** What it does, in one sentence. */
  readonly summary: string;
  /** How it is called: `validate [path…] [options]`. */
  readonly usage: string;
  /** Sentences for the end of its help. */
  readonly notes: readonly string[];
  /** Throws `RosterError` for everything that was foreseen. */
  run(args: Arguments, context: CliContext): Promise<ExitCode>;
}

/** The help of one command. */
export function commandHelp({ usage, summary, options, notes }: Command): string {
  const rows = options.map(({ name, value, summary: text, choices }) => {
    const allowed = choices === undefined ? '' : ` (${choices.join(', ')})`;
    return [`--${name}${value === undefined ? '' : ` ${value}`}`, `${text}${allowed}`] as const;
  });
  rows.push(['--help', 'Show this help.']);
  const width = Math.max(...rows.map(([left]) => left.length));
  return [
    `Usage: oneroster ${usage}`,
    '',
    summary,
    '',
    'Options:',
    ...rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`),
    ...notes.flatMap((note) => ['', note]),
    '',
  ].join('\n');
}

/** The help of the program as a whole. */
export function generalHelp(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((command) => command.command.length));
  return [
    'Usage: oneroster <command> [path…] [options]',
    '',
    'Checks OneRoster CSV rosters, makes and converts them, packages them and uploads them by SFTP.',
    '',
    'Commands:',
    ...commands.map(({ command, summary }) => `  ${command.padEnd(width)}  ${summary}`),
    '',
    'A path is a roster folder or a zip; without one, the current folder is meant.',
    '"oneroster <command> --help" lists the options of a command; "oneroster --version" shows the version.',
    '',
    'Exit codes: 0 done, 1 problems found, 2 wrong arguments, configuration or files, 3 refused by the change gate,',
    '4 connection or transfer failed, 130 cancelled.',
    '',
  ].join('\n');
}
