import type { CancellationToken, Connection } from 'vscode-languageserver/node';
import { judgeDelivery, type JudgeAnswer, type JudgeParams } from '../core/delivery-protocol';
import type { Say } from '../core/text/say';
import { judgePackage } from '../node/gate/judge-package';
import { DeliveryHistory } from '../node/history/delivery-history';
import { historyFolderOf } from '../node/history/history-folder';
import { today } from '../node/today';
import type { ConfigStore } from './config-store';
import { asOutcome, withSignal } from './outcome';
import { rosterFolder } from './uris';

/** Answers what a delivery would change. The work is done here so that the editor's own thread stays free. */
export function registerJudging(connection: Connection, configs: ConfigStore, say: Say): void {
  connection.onRequest(judgeDelivery, (params: JudgeParams, cancellation: CancellationToken) =>
    asOutcome(() => withSignal(cancellation, (signal) => judge(configs, say, params, signal))),
  );
}

async function judge(
  configs: ConfigStore,
  say: Say,
  { rosterUri, packagePath, place }: JudgeParams,
  signal: AbortSignal,
): Promise<JudgeAnswer> {
  const roster = rosterFolder(rosterUri);
  const { config, path: configPath } = await configs.load(roster);
  const folder = await historyFolderOf({ roster, configPath, configured: config.deliveries.folder });
  const { verdict, changes } = await judgePackage({
    ...{ history: new DeliveryHistory(folder), place, packagePath, say, signal },
    thresholds: config.thresholds,
    blackouts: config.blackout,
    today: today(),
  });
  return { verdict, ...(changes === undefined ? {} : { changes }) };
}
