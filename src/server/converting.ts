import type { CancellationToken, Connection } from 'vscode-languageserver/node';
import { RosterError } from '../core/errors';
import { phrase } from '../core/text/say';
import type { Roster } from '../core/model/roster';
import { fileNameOf } from '../core/model/roster-input';
import type { Table } from '../core/model/table';
import {
  conversionText,
  convertRoster,
  dropConversion,
  writeConversion,
  type ConversionAnswer,
  type ConversionFile,
  type ConversionTextParams,
  type ConvertParams,
  type NewRosterAnswer,
  type WriteConversionParams,
} from '../core/protocol';
import { decodeUtf8 } from '../core/text/utf8';
import { validateOptionsOf } from '../core/validate-options';
import { convertRosterInput, type ConvertedInput } from '../node/convert-roster-input';
import { readRosterInput } from '../node/read-roster-input';
import { today } from '../node/today';
import { writeRosterFolder } from '../node/write-roster-folder';
import { asOutcome } from './outcome';
import type { ConfigStore } from './config-store';
import { rosterFolder } from './uris';

/** How many records of a file a preview shows: nobody reads more, and all of it would hold the editor. */
const mostShown = 1000;

/** Answers the requests to convert a roster, to show what that would do, and to write it. */
export function registerConverting(connection: Connection, configs: ConfigStore): void {
  const conversions = new Conversions(configs);
  connection.onRequest(convertRoster, (params: ConvertParams, cancellation: CancellationToken) =>
    asOutcome(() => conversions.convert(params, cancellation)),
  );
  connection.onRequest(conversionText, (params: ConversionTextParams) =>
    asOutcome(() => Promise.resolve(conversions.text(params))),
  );
  connection.onRequest(writeConversion, (params: WriteConversionParams) =>
    asOutcome(() => conversions.write(params)),
  );
  connection.onRequest(dropConversion, () => conversions.drop());
}

/** What was converted last: what was shown is what is written. */
class Conversions {
  readonly #configs: ConfigStore;
  #last: { readonly id: string; readonly converted: ConvertedInput } | undefined;
  #count = 0;

  constructor(configs: ConfigStore) {
    this.#configs = configs;
  }

  async convert(
    { rosterUri, to, force }: ConvertParams,
    cancellation: CancellationToken,
  ): Promise<ConversionAnswer> {
    const folder = rosterFolder(rosterUri);
    this.#last = undefined;
    const controller = new AbortController();
    const subscription = cancellation.onCancellationRequested(() => controller.abort());
    const { signal } = controller;
    try {
      const { config, accepted } = await this.#configs.load(folder);
      const input = await readRosterInput(folder, { signal, ignore: config.ignore });
      const options = { ...validateOptionsOf(config, today(), accepted), force, signal };
      const converted = await convertRosterInput(input, to, options);
      const id = String(++this.#count);
      this.#last = { id, converted };
      return answerOf(id, converted);
    } finally {
      subscription.dispose();
    }
  }

  text({ id, file, side }: ConversionTextParams): string {
    const { before, conversion } = this.#kept(id);
    const table = tableOf(side === 'before' ? before : conversion.roster, file);
    return table === undefined ? '' : beginningOf(table);
  }

  async write({ id, folder }: WriteConversionParams): Promise<NewRosterAnswer> {
    const { files } = this.#kept(id).conversion;
    await writeRosterFolder(folder, files);
    this.#last = undefined;
    return { folder, files: files.map(({ name }) => name) };
  }

  drop(): void {
    this.#last = undefined;
  }

  #kept(id: string): ConvertedInput {
    if (this.#last?.id === id) return this.#last.converted;
    throw new RosterError(
      'connection-lost',
      phrase('What was converted is not kept any more.'),
      phrase('Convert the roster once more.'),
    );
  }
}

function answerOf(id: string, { before, conversion, validation }: ConvertedInput): ConversionAnswer {
  const { from, to, notes, totals, roster } = conversion;
  return { id, from, to, files: filesOf(before, roster), notes, totals, problems: validation.totals };
}

function filesOf(before: Roster, after: Roster): readonly ConversionFile[] {
  const gone = before.tables.filter(({ file }) => tableOf(after, fileNameOf(file)) === undefined);
  return [
    ...after.tables.map((table) => {
      const old = tableOf(before, table.file);
      const change = old === undefined ? 'made' : areSame(old, table) ? 'same' : 'changed';
      return { name: table.file, change, ...shownOf(table) } as const;
    }),
    ...gone.map((table) => ({ name: fileNameOf(table.file), change: 'gone' as const, ...shownOf(table) })),
  ];
}

function shownOf({ recordCount }: Table): { readonly shown?: number } {
  return recordCount - 1 > mostShown ? { shown: mostShown } : {};
}

function tableOf({ tables }: Roster, name: string): Table | undefined {
  return tables.find(({ file, fact }) => (fact?.file ?? fileNameOf(file)) === name);
}

function areSame({ bytes }: Table, other: Table): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).equals(other.bytes);
}

function beginningOf({ scan, bytes, textStart, recordCount }: Table): string {
  const end = recordCount - 1 > mostShown ? scan.recordStarts[mostShown + 1] : bytes.length;
  return decodeUtf8(bytes, textStart, end);
}
