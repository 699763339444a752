import { join } from 'node:path';
import type { MappingConfig } from '../../core/config/config';
import type { CsvScanner } from '../../core/csv/scan-csv';
import { linesOf } from '../../core/csv/scan-lines';
import { RosterError } from '../../core/errors';
import { assembleRoster } from '../../core/model/assemble-roster';
import { scanSteps, type Roster } from '../../core/model/roster';
import { findPeople, type FoundPeople } from '../../core/preview/find-people';
import { placePeople, type PlacedPeople } from '../../core/preview/place-people';
import type { Preview } from '../../core/preview/preview';
import { previewCsvSteps } from '../../core/preview/preview-csv';
import { previewSteps } from '../../core/preview/preview-steps';
import type {
  ExportPreviewParams,
  FindInPreviewParams,
  PlaceInPreviewParams,
  PreviewParams,
  RecordPlace,
} from '../../core/protocol';
import { validateOptionsOf } from '../../core/validate-options';
import { rosterOptions } from '../../core/validate-roster';
import { DeliveryHistory } from '../../node/history/delivery-history';
import { historyFolderOf } from '../../node/history/history-folder';
import { inSlices } from '../../node/in-slices';
import { lastDelivered, type DeliveredRoster } from '../../node/preview/delivered-roster';
import { readRosterInput } from '../../node/read-roster-input';
import { today } from '../../node/today';
import { writeWhole } from '../../node/write-whole';
import type { ConfigStore } from '../config-store';
import type { OpenDocuments } from '../open-documents';
import { pathOf, uriOf } from '../uris';

export interface PreviewServices {
  readonly documents: OpenDocuments;
  readonly configs: ConfigStore;
  readonly scanner: CsvScanner;
}

/** What was read for a preview: a roster as it was then, which no edit touches. */
interface Snapshot {
  readonly folder: string;
  readonly roster: Roster;
  readonly people: PlacedPeople;
  readonly mapping: MappingConfig;
  readonly before: DeliveredRoster | undefined;
}

/** Makes previews, and answers questions about the last one, whose roster it keeps meanwhile. */
export class PreviewDesk {
  readonly #services: PreviewServices;
  #snapshot: { readonly rosterUri: string; readonly read: Promise<Snapshot> } | undefined;

  constructor(services: PreviewServices) {
    this.#services = services;
  }

  /** Reads the roster anew. Throws `not-a-roster` where there is nobody in it, and what reading it throws. */
  async preview({ rosterUri, most }: PreviewParams): Promise<Preview> {
    const { roster, mapping, before } = await this.#readAgain(rosterUri);
    return inSlices(previewSteps(roster, { mapping, names: true, most, before }));
  }

  async find({ rosterUri, text, most }: FindInPreviewParams): Promise<FoundPeople> {
    const { people } = await this.#known(rosterUri);
    return inSlices(findPeople(people, text, most));
  }

  async export({ rosterUri, path, names }: ExportPreviewParams): Promise<null> {
    const { roster, mapping, before } = await this.#known(rosterUri);
    await writeWhole(path, await inSlices(previewCsvSteps(roster, { mapping, before, names })), ownFile);
    return null;
  }

  async place({ rosterUri, table: name, record }: PlaceInPreviewParams): Promise<RecordPlace> {
    const { folder, roster } = await this.#known(rosterUri);
    const table = roster.table(name);
    const start = table?.scan.recordStarts[record - 1];
    if (table === undefined || start === undefined) throw gone();
    const { line } = linesOf(table.scan).positionAt(start);
    const path = join(folder, table.file);
    return { uri: this.#services.documents.at(path)?.uri ?? uriOf(path), line: line - 1 };
  }

  /** Forgets the roster of a preview that nobody looks at any more. */
  close(rosterUri: string): null {
    if (this.#snapshot?.rosterUri === rosterUri) this.#snapshot = undefined;
    return null;
  }

  #known(rosterUri: string): Promise<Snapshot> {
    return this.#snapshot?.rosterUri === rosterUri ? this.#snapshot.read : this.#readAgain(rosterUri);
  }

  async #readAgain(rosterUri: string): Promise<Snapshot> {
    const snapshot = { rosterUri, read: this.#read(rosterUri) };
    this.#snapshot = snapshot;
    try {
      return await snapshot.read;
    } catch (error) {
      if (this.#snapshot === snapshot) this.#snapshot = undefined;
      throw error;
    }
  }

  async #read(rosterUri: string): Promise<Snapshot> {
    const folder = pathOf(rosterUri);
    if (folder === undefined) throw noRoster(rosterUri);
    const { config, path: configPath, accepted } = await this.#services.configs.load(folder);
    const onDisk = await readRosterInput(folder, { ignore: config.ignore });
    const input = this.#services.documents.overlay(onDisk, folder);
    const options = rosterOptions(validateOptionsOf(config, today(), accepted));
    const files = await inSlices(scanSteps(input.entries, this.#services.scanner));
    const roster = assembleRoster(input, files, options);
    const people = await inSlices(placePeople(roster, config.mapping));
    if (people === undefined) throw noRoster(folder);
    const { folder: configured, keep } = config.deliveries;
    const kept = await historyFolderOf({ roster: folder, configPath, configured });
    const { profile } = options;
    const before = await lastDelivered(new DeliveryHistory(kept, keep), { profile });
    return { folder, roster, people, mapping: config.mapping, before };
  }
}

/** What is written holds ids of people, perhaps their names. */
const ownFile = 0o600;

function noRoster(place: string): RosterError {
  return new RosterError(
    'not-a-roster',
    `${place} has no users.csv that can be read, so there is nobody to preview.`,
    'Open the folder that holds the CSV files, and mend users.csv where it has problems.',
  );
}

function gone(): RosterError {
  return new RosterError(
    'not-a-roster',
    'That record is not there any more.',
    'Refresh the preview: the roster has changed since it was made.',
  );
}
