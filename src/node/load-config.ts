import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { CheckedConfig } from '../core/config/check-config';
import { configFileName } from '../core/config/config';
import { RosterError } from '../core/errors';
import { phrase, sentence, type Sentence } from '../core/text/say';
import { isFolder } from './is-folder';
import { parseConfig } from './parse-config';
import { readIfPresent } from './read-if-present';

/** A configuration that was found. Whether to go on in spite of problems is the caller's choice. */
export interface LoadedConfig extends CheckedConfig {
  readonly path: string;
  readonly text: string;
}

/**
 * Finds and reads the configuration for a roster: `oneroster.config.json` in its folder (for a zip, the folder it lies in)
 * or the nearest folder above. Undefined where there is none.
 *
 * Throws `configuration` where there is one that cannot be read.
 */
export async function loadConfig(rosterPath: string): Promise<LoadedConfig | undefined> {
  const start = resolve(rosterPath);
  for (let folder = (await isFolder(start)) ? start : dirname(start); ; folder = dirname(folder)) {
    const path = join(folder, configFileName);
    const text = await readIfPresent(path, (reason, cause) => unreadable(path, reason, cause));
    if (text !== undefined) return { path, text, ...parseConfig(text) };
    if (folder === dirname(folder)) return undefined;
  }
}

/** A path that the configuration names: `~/` is the home folder, and what is relative counts from the configuration's folder. */
export function resolveConfigPath(configPath: string, path: string): string {
  if (/^~[/\\]/.test(path)) return join(homedir(), path.slice(2));
  return resolve(dirname(configPath), path);
}

function unreadable(path: string, reason: Sentence, cause: unknown): RosterError {
  return new RosterError(
    'configuration',
    sentence('{path} cannot be read: {reason}.', { path, reason }),
    phrase('Correct it, or remove it if it is not needed.'),
    { cause },
  );
}
