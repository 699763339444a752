import { dirname, join, resolve } from 'node:path';
import { isFolder } from '../is-folder';
import { resolveConfigPath } from '../load-config';

/** The folder that deliveries are kept in, unless the configuration names another. */
export const historyFolderName = '.oneroster';

export interface HistoryOwner {
  /** The roster's folder or zip. */
  readonly roster: string;
  /** The configuration in force, if there is one. */
  readonly configPath: string | undefined;
  /** The folder that it names, if it does. */
  readonly configured: string | undefined;
}

/**
 * Where the deliveries of a roster are kept: beside its configuration, for that is what says where it goes; without one, in the
 * roster's folder, or beside the zip.
 */
export async function historyFolderOf({ roster, configPath, configured }: HistoryOwner): Promise<string> {
  if (configPath !== undefined)
    return configured === undefined
      ? join(dirname(configPath), historyFolderName)
      : resolveConfigPath(configPath, configured);
  const place = resolve(roster);
  return join((await isFolder(place)) ? place : dirname(place), historyFolderName);
}
