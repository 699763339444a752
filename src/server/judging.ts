import type { CancellationToken, Connection } from 'vscode-languageserver/node';
import { judgeDelivery, type JudgeAnswer, type JudgeParams } from '../core/delivery-protocol';
import { summarize } from '../core/compare/summary';
import { judgePackage } from '../node/gate/judge-package';
import { DeliveryHistory } from '../node/history/delivery-history';
import { historyFolderOf } from '../node/history/history-folder';
import { today } from '../node/today';
import type { ComparingServices } from './comparing';
import { asOutcome, withSignal } from './outcome';
import { reviewAnswer } from './reviewing';
import { rosterFolder } from './uris';

/** Answers what a delivery would change. The work is done here so that the editor's own thread stays free. */
export function registerJudging(connection: Connection, services: ComparingServices): void {
  connection.onRequest(judgeDelivery, (params: JudgeParams, cancellation: CancellationToken) =>
    asOutcome(() => withSignal(cancellation, (signal) => judge(services, params, signal))),
  );
}

async function judge(
  { configs, say, kept }: ComparingServices,
  { rosterUri, packagePath, place }: JudgeParams,
  signal: AbortSignal,
): Promise<JudgeAnswer> {
  const roster = rosterFolder(rosterUri);
  const { config, path: configPath } = await configs.load(roster);
  const folder = await historyFolderOf({ roster, configPath, configured: config.deliveries.folder });
  const { verdict, changes, compared } = await judgePackage({
    ...{ history: new DeliveryHistory(folder), place, packagePath, say, signal },
    thresholds: config.thresholds,
    blackouts: config.blackout,
    today: today(),
  });
  if (changes === undefined || compared === undefined) return { verdict };
  if (verdict.reasons.length === 0) return { verdict, changes };
  const { last, comparison } = compared;
  const summary = summarize(comparison);
  return { verdict, changes, review: reviewAnswer({ id: kept.add(comparison), summary, verdict, last }) };
}
