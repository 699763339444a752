import type { RosterInput } from './model/roster-input';
import { resolveProfile } from './spec/specification';
import type { ValidateOptions } from './validate-roster';
import type { Config } from './config/config';
import { matchesPattern } from './config/matches-pattern';

/** How a configuration wants a roster validated. */
export function validateOptionsOf(config: Config): ValidateOptions {
  return {
    profile: resolveProfile(config.profile ?? 'standard'),
    version: config.version,
    severities: config.rules,
  };
}

/** A roster without the files that the configuration says are none of its own. */
export function withoutIgnored(input: RosterInput, config: Config): RosterInput {
  if (config.ignore.length === 0) return input;
  const ignored = (path: string) => config.ignore.some((pattern) => matchesPattern(path, pattern));
  return { ...input, entries: input.entries.filter((entry) => !ignored(entry.path)) };
}
