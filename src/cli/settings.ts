import { resolve } from 'node:path';
import type { Accepted } from '../core/acceptance/accepted';
import { emptyConfig, type Config, type ConfigProblem } from '../core/config/config';
import { RosterError } from '../core/errors';
import type { ProfileId } from '../core/spec/catalog.generated';
import { profileIds, resolveProfile, versions } from '../core/spec/specification';
import { validateOptionsOf } from '../core/validate-options';
import type { ValidateOptions } from '../core/validate-roster';
import { baselinePathOf, loadKnownProblems, suppressionsOf } from '../node/load-accepted';
import { loadConfig, resolveConfigPath, type LoadedConfig } from '../node/load-config';
import { today } from '../node/today';
import type { Arguments, OptionFact } from './arguments';
import { placeInText } from './place-in-text';
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
  {
    name: 'baseline',
    value: 'FILE',
    summary:
      'The known problems that do not count; oneroster.baseline.json beside the configuration unless given.',
  },
];

/** What holds for one roster: its configuration, overruled by the command's options. */
export interface RosterSettings {
  readonly config: Config;
  readonly validate: ValidateOptions;
  /** The path of the configuration, if there is one. */
  readonly configFile: string | undefined;
  /** A path that the configuration names, counted from where the configuration lies. */
  readonly configPath: (path: string) => string;
  /** The baseline that counts without being named on the command line, whether it is there or not. */
  readonly baselinePath: string | undefined;
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
  const loaded = await readConfig(path, context);
  const config = loaded?.config ?? emptyConfig;
  const profile = args.choice('profile', profileIds);
  const version = args.choice('oneroster-version', [...versions, 'auto' as const]);
  const maxProblems = args.wholeNumber('max-problems');
  return {
    config,
    validate: {
      ...validateOptionsOf(
        profile === undefined ? config : { ...config, profile },
        args.text('as-of') ?? today(),
        await readAccepted(path, loaded, args, context),
      ),
      ...(version === undefined ? {} : { version: version === 'auto' ? undefined : version }),
      ...(maxProblems === undefined ? {} : { maxProblems }),
    },
    configFile: loaded?.path,
    configPath: (named) =>
      loaded === undefined ? resolve(context.cwd, named) : resolveConfigPath(loaded.path, named),
    baselinePath: loaded === undefined ? undefined : baselinePathOf(loaded),
  };
}

/** Finds the configuration of a roster. Warnings go to standard error; throws `configuration` where it has a mistake. */
export async function readConfig(path: string, context: CliContext): Promise<LoadedConfig | undefined> {
  const loaded = await loadConfig(resolve(context.cwd, path));
  if (loaded !== undefined) reportProblems(loaded, context);
  return loaded;
}

/** The settings with the profile of a target, unless the command names another. */
export function settingsFor(
  { profile }: { readonly profile?: ProfileId },
  settings: RosterSettings,
  args: Arguments,
): RosterSettings {
  if (profile === undefined || args.has('profile')) return settings;
  const { config, validate } = settings;
  return {
    ...settings,
    config: { ...config, profile },
    validate: { ...validate, profile: resolveProfile(profile) },
  };
}

/** A baseline that is about to be written is not read: it need not be there, and what it knows is to be found again. */
async function readAccepted(
  path: string,
  loaded: LoadedConfig | undefined,
  args: Arguments,
  { cwd }: CliContext,
): Promise<Accepted> {
  const roster = resolve(cwd, path);
  const suppressions = loaded === undefined ? {} : suppressionsOf(roster, loaded);
  if (args.has('write-baseline')) return suppressions;
  const named = args.text('baseline');
  if (named !== undefined) {
    return { ...suppressions, ...(await loadKnownProblems(roster, resolve(cwd, named), true)) };
  }
  if (loaded === undefined) return suppressions;
  const isNamed = loaded.config.baseline !== undefined;
  return { ...suppressions, ...(await loadKnownProblems(roster, baselinePathOf(loaded), isNamed)) };
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
function describe({ path, text }: LoadedConfig, { message, severity, rule, start }: ConfigProblem): string {
  const { line, column } = placeInText(text, start);
  return `${visible(path)}:${String(line)}:${String(column)} ${rule === undefined ? severity : `${severity} ${rule}`} ${message}`;
}
