import { resolveProfile } from './spec/specification';
import type { ValidateOptions } from './validate-roster';
import type { Accepted } from './acceptance/accepted';
import type { Config } from './config/config';

/** How a configuration wants a roster validated, with `asOf` (`YYYY-MM-DD`) taken for today. */
export function validateOptionsOf(config: Config, asOf: string, accepted?: Accepted): ValidateOptions {
  return {
    profile: resolveProfile(config.profile ?? 'standard'),
    version: config.version,
    severities: config.rules,
    asOf,
    accepted,
  };
}
