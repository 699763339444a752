import { resolveProfile } from './spec/specification';
import type { ValidateOptions } from './validate-roster';
import type { Config } from './config/config';

/** How a configuration wants a roster validated. */
export function validateOptionsOf(config: Config): ValidateOptions {
  return {
    profile: resolveProfile(config.profile ?? 'standard'),
    version: config.version,
    severities: config.rules,
  };
}
