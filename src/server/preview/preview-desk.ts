import { join } from 'node:path';
import type { MappingConfig } from '../../core/config/config';
import { linesOf } from '../../core/csv/scan-lines';
import { RosterError } from '../../core/errors';
import { phrase, sentence } from '../../core/text/say';
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
} from '../../core/page-protocol';
import { rosterOptions } from '../../core/validate-roster';
import { inSlices } from '../../node/in-slices';
import { lastDelivered, type DeliveredRoster } from '../../node/preview/delivered-roster';
import { writeWhole } from '../../node/write-whole';
import { readNow, type ReadingServices } from '../read-now';
import { uriOf } from '../uris';

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
  readonly #services: ReadingServices;
  #snapshot: { readonly rosterUri: string; readonly read: Promise<Snapshot> } | undefined;

  constructor(services: ReadingServices) {
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
    const { folder, config, input, options, history } = await readNow(this.#services, rosterUri);
    const files = await inSlices(scanSteps(input.entries, this.#services.scanner));
    const roster = assembleRoster(input, files, rosterOptions(options));
    const { mapping } = config;
    const people = await inSlices(placePeople(roster, mapping));
    if (people === undefined) throw nobody(folder);
    const before = await lastDelivered(history, { profile: roster.profile });
    return { folder, roster, people, mapping, before };
  }
}

/** What is written holds ids of people, perhaps their names. */
const ownFile = 0o600;

function nobody(place: string): RosterError {
  return new RosterError(
    'not-a-roster',
    sentence('{place} has no users.csv that can be read, so there is nobody to preview.', { place }),
    phrase('Open the folder that holds the CSV files, and mend users.csv where it has problems.'),
  );
}

function gone(): RosterError {
  return new RosterError(
    'not-a-roster',
    phrase('That record is not there any more.'),
    phrase('Refresh the preview: the roster has changed since it was made.'),
  );
}
