import { join, resolve } from 'node:path';
import type { Config } from '../../core/config/config';
import type { Target } from '../../core/delivery/target';
import { historyFolderOf } from '../history/history-folder';
import { loadConfig } from '../load-config';
import type { FoundJob } from './find-jobs';

/** Where a job delivers to, and where it writes down how that went. */
export interface JobPlace {
  /** The name of the target; undefined where the configuration has none. */
  readonly targetName: string | undefined;
  /** The target, where the configuration knows it. */
  readonly target: Target | undefined;
  readonly logFile: string;
  /** Where the deliveries are kept, and how many. */
  readonly history: { readonly folder: string; readonly keep: number | undefined };
}

/** The log of the runs of a roster, in the folder of its deliveries. */
export const runLogName = 'run.log';

/** Where a job writes its log. @param kept the folder of the roster's deliveries */
export function logFileOf({ folder, log }: Pick<FoundJob, 'folder' | 'log'>, kept: string): string {
  return log === undefined ? join(kept, runLogName) : resolve(folder, log);
}

/**
 * Reads what the configuration of a job's roster says about it.
 * @throws RosterError `configuration` where it cannot be read
 */
export async function placeOfJob(job: FoundJob): Promise<JobPlace> {
  const { folder, target } = job;
  const loaded = await loadConfig(folder);
  const configured = loaded?.config.deliveries;
  const owner = { roster: folder, configPath: loaded?.path, configured: configured?.folder };
  const kept = await historyFolderOf(owner);
  const targetName = target ?? (loaded === undefined ? undefined : usualTarget(loaded.config));
  return {
    targetName,
    target: loaded?.config.targets.find(({ name }) => name === targetName),
    logFile: logFileOf(job, kept),
    history: { folder: kept, keep: configured?.keep },
  };
}

/** The name of the target of a job that names none. */
export function usualTarget({ job, defaultTarget, targets }: Config): string | undefined {
  return job.target ?? defaultTarget ?? targets[0]?.name;
}
