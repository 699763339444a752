import { RosterError } from '../core/errors';
import { nearestName } from '../core/spec/nearest-name';
import { readArguments } from './arguments';
import { commandHelp, generalHelp, type Command } from './command';
import { diff } from './commands/diff';
import { convert } from './commands/convert';
import { init } from './commands/init';
import { historyCommand } from './commands/history';
import { packageCommand } from './commands/package';
import { preview } from './commands/preview';
import { profilesCommand } from './commands/profiles';
import { report } from './commands/report';
import { review } from './commands/review';
import { rollback } from './commands/rollback';
import { remote } from './commands/remote';
import { rulesCommand } from './commands/rules';
import { run } from './commands/run';
import { schedule } from './commands/schedule';
import { upload } from './commands/upload';
import { validate } from './commands/validate';
import { exitCodeOf, exitCodes, type ExitCode } from '../core/exit-codes';
import { visible, type CliContext } from './terminal';
import { tool } from './tool';

export const commands: readonly Command[] = [
  validate,
  preview,
  report,
  packageCommand,
  review,
  upload,
  diff,
  init,
  convert,
  run,
  schedule,
  historyCommand,
  rollback,
  rulesCommand,
  profilesCommand,
  remote,
];

/**
 * Runs `oneroster` and gives its exit code; the process is left alone. `argv` is what follows the program's name. What was
 * foreseen ends in a message on standard error and its exit code; bugs are thrown.
 */
export async function runCli(argv: readonly string[], context: CliContext): Promise<ExitCode> {
  try {
    return await dispatch(argv, context);
  } catch (error) {
    if (!RosterError.is(error)) throw error;
    const lines = error.message.split('\n').map(visible);
    context.stderr.write(`oneroster: ${lines.join('\n')}\n${visible(error.remedy)}\n`);
    return exitCodeOf(error);
  }
}

async function dispatch(argv: readonly string[], context: CliContext): Promise<ExitCode> {
  const [name, ...rest] = argv;
  if (name === undefined) {
    context.stderr.write(generalHelp(commands));
    return exitCodes.usage;
  }
  if (name === '--help' || name === '-h') {
    context.stdout.write(generalHelp(commands));
    return exitCodes.ok;
  }
  if (name === '--version') {
    context.stdout.write(`${tool.version}\n`);
    return exitCodes.ok;
  }
  const command = findCommand(name);
  const args = readArguments(rest, command);
  if (args.wantsHelp) {
    context.stdout.write(commandHelp(command));
    return exitCodes.ok;
  }
  return command.run(args, context);
}

function findCommand(name: string): Command {
  const found = commands.find((command) => command.command === name);
  if (found !== undefined) return found;
  const names = commands.map((command) => command.command);
  if (name.startsWith('-')) {
    throw new RosterError('usage', 'The command has to come first.', `The commands are ${names.join(', ')}.`);
  }
  const near = nearestName(name, names);
  const hint = near === undefined ? `The commands are ${names.join(', ')}.` : `Did you mean "${near}"?`;
  throw new RosterError('usage', `There is no command "${name}".`, hint);
}
