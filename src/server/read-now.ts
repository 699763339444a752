import type { Config } from '../core/config/config';
import type { CsvScanner } from '../core/csv/scan-csv';
import type { RosterInput } from '../core/model/roster-input';
import { validateOptionsOf } from '../core/validate-options';
import type { ValidateOptions } from '../core/validate-roster';
import { DeliveryHistory } from '../node/history/delivery-history';
import { historyFolderOf } from '../node/history/history-folder';
import { readRosterInput } from '../node/read-roster-input';
import { today } from '../node/today';
import type { ConfigStore } from './config-store';
import type { OpenDocuments } from './open-documents';
import { rosterFolder } from './uris';
import type { Say } from '../core/text/say';

export interface ReadingServices {
  readonly documents: OpenDocuments;
  readonly configs: ConfigStore;
  readonly scanner: CsvScanner;
  readonly say: Say;
}

/** A roster as it is at this moment, and what holds for it. */
export interface RosterNow {
  readonly folder: string;
  readonly config: Config;
  readonly input: RosterInput;
  readonly options: ValidateOptions;
  readonly history: DeliveryHistory;
}

/**
 * Reads a roster from disk, with open documents as they are: a copy, which no edit touches.
 * @throws RosterError `not-a-roster`, `file-unreadable`
 */
export async function readNow(
  { documents, configs, say }: ReadingServices,
  rosterUri: string,
): Promise<RosterNow> {
  const folder = rosterFolder(rosterUri);
  const { config, path: configPath, accepted } = await configs.load(folder);
  const input = documents.overlay(await readRosterInput(folder, { ignore: config.ignore }), folder);
  const { folder: configured, keep } = config.deliveries;
  const kept = await historyFolderOf({ roster: folder, configPath, configured });
  return {
    folder,
    config,
    input,
    options: { ...validateOptionsOf(config, today(), accepted), say },
    history: new DeliveryHistory(kept, keep),
  };
}
