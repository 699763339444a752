import { realpath } from 'node:fs/promises';
import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Config } from '../../core/config/config';
import { RosterError } from '../../core/errors';
import type { ExplorerTarget, LastDelivery, NodePlace, PlannedRun } from '../../core/explorer-protocol';
import type { Target } from '../../core/delivery/target';
import { nextRun } from '../../core/schedule/next-run';
import { DeliveryHistory, type Delivery } from '../../node/history/delivery-history';
import { historyFolderOf } from '../../node/history/history-folder';
import { findJobs, type FoundJob } from '../../node/job/find-jobs';
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
      runs: runsFor(target, config, jobs),
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
  const { time, files, changes } = delivery.receipt;
  const total = (count: 'created' | 'changed' | 'removed') =>
    (changes ?? []).reduce((sum, file) => sum + file[count], 0);
  return {
    time,
    receiptUri: uriOf(history.receiptPathOf(delivery)),
    records: files.reduce((sum, { records }) => sum + records, 0),
    ...(changes === undefined
      ? {}
      : { changes: { created: total('created'), changed: total('changed'), removed: total('removed') } }),
  };
}

async function jobsOf(folder: string): Promise<readonly FoundJob[]> {
  const jobs = await findJobs();
  const own = await realPathOf(folder);
  const isOwn = await Promise.all(jobs.map(async (job) => (await realPathOf(job.folder)) === own));
  return jobs.filter((_, index) => isOwn[index]);
}

async function realPathOf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    return path;
  }
}

/** A job that names no target delivers to the usual one. */
function runsFor(target: Target, config: Config, jobs: readonly FoundJob[]): readonly PlannedRun[] {
  const usual = config.job.target ?? config.defaultTarget ?? config.targets[0]?.name;
  return jobs
    .filter((job) => (job.target ?? usual) === target.name)
    .map(({ name, scheduler, time, isEnabled, path }) => ({
      job: name,
      scheduler,
      ...(isEnabled ? { next: nextRun(time, new Date()).toISOString() } : {}),
      ...(path === undefined ? {} : { uri: uriOf(path) }),
    }))
    .sort((a, b) => ((a.next ?? '~') < (b.next ?? '~') ? -1 : 1));
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
