import type { Validation } from '../core/validate-roster';
import type { ConfigInForce } from './config-store';

/** A roster with what is wrong with it, and what was accepted of that. */
export interface CheckedRoster {
  readonly folder: string;
  readonly validation: Validation;
  readonly config: ConfigInForce;
}
