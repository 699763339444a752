import { resolve } from 'node:path';
import { emptyConfig, type Config, type ConfigProblem } from '../core/config/config';
import { RosterError } from '../core/errors';
import { isProfileId, profileIds, resolveProfile, versions } from '../core/spec/specification';
import type { ValidateOptions } from '../core/validate-roster';
import { loadConfig, resolveConfigPath, type LoadedConfig } from '../node/load-config';
import type { Arguments, OptionFact } from './arguments';
import { visible, type CliContext } from './terminal';

/** The options that say how a roster is to be read, which all commands share. */
export const rosterOptions: readonly OptionFact[] = [
  { name: 'profile', value: 'ID', summary: 'The consumer whose rules count.', choices: profileIds },
  {
    name: 'oneroster-version',
    value: 'VERSION',
    summary: 'The version to check against; detected unless it is given.',
    choices: [...versions, 'auto'],
  },
];

/** What holds for one roster: its configuration, overruled by the command's options. */
export interface RosterSettings {
  readonly config: Config;
  readonly validate: ValidateOptions;
  /** A path that the configuration names, counted from where the configuration lies. */
  readonly configPath: (path: string) => string;
}

/**
 * Finds the configuration of a roster and puts the options over it. Warnings go to standard error.
 *
 * Throws `configuration` where the configuration has a mistake: half a configuration is not what anybody meant.
 */
export async function readSettings(
  path: string,
  args: Arguments,
  context: CliContext,
): Promise<RosterSettings> {
  const loaded = await loadConfig(resolve(context.cwd, path));
  if (loaded !== undefined) reportProblems(loaded, context);
  const config = loaded?.config ?? emptyConfig;
  const profile = args.choice('profile', profileIds) ?? config.profile ?? 'standard';
  const version = args.choice('oneroster-version', [...versions, 'auto' as const]);
  const maxProblems = args.wholeNumber('max-problems');
  return {
    config,
    validate: {
      profile: resolveProfile(isProfileId(profile) ? profile : 'standard'),
      version: version === 'auto' ? undefined : (version ?? config.version),
      severities: config.rules,
      ...(maxProblems === undefined ? {} : { maxProblems }),
    },
    configPath: (named) =>
      loaded === undefined ? resolve(context.cwd, named) : resolveConfigPath(loaded.path, named),
  };
}

function reportProblems(loaded: LoadedConfig, { stderr }: CliContext): void {
  const errors = loaded.problems.filter((problem) => problem.severity === 'error');
  if (errors.length > 0) {
    const lines = errors.map((problem) => describe(loaded, problem));
    throw new RosterError('configuration', lines.join('\n'), 'Correct the configuration and start again.');
  }
  for (const problem of loaded.problems) stderr.write(`${describe(loaded, problem)}\n`);
}

/** `path:line:column severity message`, counted from 1. */
function describe({ path, text }: LoadedConfig, { message, severity, start }: ConfigProblem): string {
  const before = text.slice(0, start).split(/\r\n|\n|\r/);
  const column = (before.at(-1)?.length ?? 0) + 1;
  return `${visible(path)}:${String(before.length)}:${String(column)} ${severity} ${message}`;
}
