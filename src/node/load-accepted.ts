import { dirname, join, relative, sep } from 'node:path';
import type { Accepted } from '../core/acceptance/accepted';
import { baselineFileName } from '../core/config/baseline';
import type { Config } from '../core/config/config';
import { RosterError } from '../core/errors';
import { phrase, sentence } from '../core/text/say';
import { fingerprintWith, loadBaseline } from './load-baseline';
import { resolveConfigPath } from './load-config';

/** A configuration with its file. */
export interface ConfigFile {
  readonly path: string;
  readonly text: string;
  readonly config: Config;
}

/** What a configuration suppresses. Paths are made as seen from the roster, which problems in the configuration name. */
export function suppressionsOf(rosterPath: string, { path, text, config }: ConfigFile): Accepted {
  if (config.suppress.length === 0) return {};
  return { suppressions: { from: { file: seenFrom(rosterPath, path), text }, list: config.suppress } };
}

/** The path of the baseline that a configuration names, or of one beside it that need not be there. */
export function baselinePathOf({ path, config }: Pick<ConfigFile, 'path' | 'config'>): string {
  return config.baseline === undefined
    ? join(dirname(path), baselineFileName)
    : resolveConfigPath(path, config.baseline);
}

/** Throws `configuration` where the baseline cannot be used, and where it is `demanded` and not there. */
export async function loadKnownProblems(
  rosterPath: string,
  path: string,
  demanded: boolean,
): Promise<Pick<Accepted, 'baseline'>> {
  const baseline = await loadBaseline(path);
  if (baseline !== undefined) {
    const fingerprint = fingerprintWith(baseline.salt);
    return { baseline: { file: seenFrom(rosterPath, path), baseline, fingerprint } };
  }
  if (!demanded) return {};
  throw new RosterError(
    'configuration',
    sentence('The baseline {path} is not there.', { path }),
    phrase('Write it with "oneroster validate --write-baseline FILE", or name the right one.'),
  );
}

function seenFrom(rosterPath: string, path: string): string {
  return relative(rosterPath, path).split(sep).join('/');
}
