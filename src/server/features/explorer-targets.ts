import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Config } from '../../core/config/config';
import { deliveredAmounts } from '../../core/delivery/delivered-amounts';
import { RosterError } from '../../core/errors';
import type { ExplorerTarget, LastDelivery, NodePlace, PlannedRun } from '../../core/explorer-protocol';
import type { Target } from '../../core/delivery/target';
import { nextRun } from '../../core/schedule/next-run';
import { DeliveryHistory, type Delivery } from '../../node/history/delivery-history';
import { historyFolderOf } from '../../node/history/history-folder';
import { keyOf } from '../../core/schedule/job-controls';
import { findJobs, type FoundJob } from '../../node/job/find-jobs';
import { logFileOf, usualTarget } from '../../node/job/job-place';
import { lastRunIn } from '../../node/job/last-run';
import { realPathOf } from '../../node/real-path';
import type { RosterSession } from '../roster-session';
import { uriOf } from '../uris';

/** Where a roster is delivered to, with the last delivery to each place and the next run. */
export async function findTargets(session: RosterSession): Promise<readonly ExplorerTarget[]> {
  const { config, configPath, folder } = session;
  if (config.targets.length === 0 || configPath === undefined) return [];
  const { folder: configured, keep } = config.deliveries;
  const kept = await historyFolderOf({ roster: folder, configPath, configured });
  const history = new DeliveryHistory(kept, keep);
  const placeOf = await placeFinder(session, configPath);
  const jobs = await jobsOf(folder);
  return Promise.all(
    config.targets.map(async (target) => ({
      name: target.name,
      user: target.user,
      host: target.host,
      isDefault: target.name === config.defaultTarget,
      place: placeOf(target.name),
      runs: await runsFor(target, config, jobs, kept),
      ...(await lastTo(history, target)),
    })),
  );
}

async function lastTo(
  history: DeliveryHistory,
  target: Target,
): Promise<Pick<ExplorerTarget, 'last' | 'isDamaged'>> {
  try {
    const last = await history.last(target);
    return last === undefined ? {} : { last: describeLast(history, last) };
  } catch (error) {
    if (!RosterError.is(error)) throw error;
    return { isDamaged: true };
  }
}

function describeLast(history: DeliveryHistory, delivery: Delivery): LastDelivery {
  const { receipt } = delivery;
  const receiptUri = uriOf(history.receiptPathOf(delivery));
  return { time: receipt.time, receiptUri, ...deliveredAmounts(receipt) };
}

async function jobsOf(folder: string): Promise<readonly FoundJob[]> {
  const jobs = await findJobs();
  const own = await realPathOf(folder);
  const isOwn = await Promise.all(jobs.map(async (job) => (await realPathOf(job.folder)) === own));
  return jobs.filter((_, index) => isOwn[index]);
}

/** A job that names no target delivers to the usual one. */
async function runsFor(
  { name }: Target,
  config: Config,
  jobs: readonly FoundJob[],
  historyFolder: string,
): Promise<readonly PlannedRun[]> {
  const own = jobs.filter((job) => (job.target ?? usualTarget(config)) === name);
  const runs = await Promise.all(
    own.map(async (job): Promise<PlannedRun> => {
      const { folder, time, isEnabled, path } = job;
      const last = await lastRunIn(logFileOf(job, historyFolder), { folder, target: name });
      return {
        job: keyOf(job),
        ...(isEnabled ? { next: nextRun(time, new Date()).toISOString() } : {}),
        ...(last === undefined ? {} : { last }),
        ...(path === undefined ? {} : { uri: uriOf(path) }),
      };
    }),
  );
  return runs.sort((a, b) => ((a.next ?? '~') < (b.next ?? '~') ? -1 : 1));
}

/** Finds where the configuration names a target. */
async function placeFinder(session: RosterSession, configPath: string): Promise<(name: string) => NodePlace> {
  const text = (await session.configText())?.text ?? '';
  const document = TextDocument.create('', 'json', 0, text);
  const root = parseTree(text);
  const uri = session.uriOf(configPath);
  return (name) => {
    const node = root === undefined ? undefined : findNodeAtLocation(root, ['targets', name]);
    const { line, character } = document.positionAt(node?.parent?.offset ?? 0);
    return { uri, line, character };
  };
}
