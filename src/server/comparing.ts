import type { CancellationToken, Connection } from 'vscode-languageserver/node';
import { compareSteps } from '../core/compare/compare-rosters';
import type { Both, Comparison, TableComparison } from '../core/compare/comparison';
import { entriesOf } from '../core/compare/entries';
import { summarize } from '../core/compare/summary';
import type { CsvScanner } from '../core/csv/scan-csv';
import { RosterError } from '../core/errors';
import { phrase, sentence, type Say } from '../core/text/say';
import { readRosterSteps, type ReadRosterOptions } from '../core/model/roster';
import type { RosterInput } from '../core/model/roster-input';
import type { Table } from '../core/model/table';
import {
  comparedEntries,
  comparedText,
  compareRosters,
  forgetComparison,
  type CompareAnswer,
  type ComparedEntriesParams,
  type ComparedPlace,
  type ComparedTextParams,
  type CompareParams,
  type ForgetComparisonParams,
} from '../core/protocol';
import { resolveProfile } from '../core/spec/specification';
import type { Steps } from '../core/steps';
import { decodeUtf8 } from '../core/text/utf8';
import { readRevision } from '../node/git/read-revision';
import { inSlices } from '../node/in-slices';
import { readRosterInput } from '../node/read-roster-input';
import type { ConfigStore } from './config-store';
import type { KeptComparisons } from './kept-comparisons';
import type { OpenDocuments } from './open-documents';
import { asOutcome, withSignal } from './outcome';
import { pathOf } from './uris';

export interface ComparingServices {
  readonly documents: OpenDocuments;
  readonly configs: ConfigStore;
  readonly scanner: CsvScanner;
  readonly say: Say;
  readonly kept: KeptComparisons;
}

/** A file that is larger, in bytes, is not sent as a text: VS Code would not show it either. */
const largestText = 50 * 1024 ** 2;

/** Answers the requests about comparisons. The work is done here so that the editor's own thread stays free. */
export function registerComparing(connection: Connection, services: ComparingServices): void {
  const { kept } = services;
  connection.onRequest(compareRosters, (params: CompareParams, cancellation: CancellationToken) =>
    asOutcome(() =>
      withSignal(cancellation, async (signal): Promise<CompareAnswer> => {
        const comparison = await compare(services, params, signal);
        return { id: kept.add(comparison), summary: summarize(comparison) };
      }),
    ),
  );
  connection.onRequest(comparedEntries, ({ id, file, kind, from, count }: ComparedEntriesParams) =>
    asOutcome(() => {
      const comparison = kept.get(id);
      return entriesOf(comparison, tableIn(comparison, file), kind, from, count);
    }),
  );
  connection.onRequest(comparedText, ({ id, side, file }: ComparedTextParams) =>
    asOutcome(() => textOf(tableIn(kept.get(id), file).sides[side].table, file)),
  );
  connection.onRequest(forgetComparison, ({ id }: ForgetComparisonParams) => kept.forget(id));
}

async function compare(
  services: ComparingServices,
  { before, after }: CompareParams,
  signal: AbortSignal,
): Promise<Comparison> {
  const inputs = {
    before: await readPlace(services, before, signal),
    after: await readPlace(services, after, signal),
  };
  return inSlices(comparisonSteps(inputs), signal);
}

interface ReadPlace {
  readonly input: RosterInput;
  readonly options: ReadRosterOptions & { readonly scanner: CsvScanner };
}

async function readPlace(
  { documents, configs, scanner, say }: ComparingServices,
  { uri, revision }: ComparedPlace,
  signal: AbortSignal,
): Promise<ReadPlace> {
  const path = pathOf(uri);
  if (path === undefined) {
    throw new RosterError(
      'not-a-roster',
      sentence('{uri} is not on this computer.', { uri }),
      phrase('Give a folder or a zip that is.'),
    );
  }
  const { config } = await configs.load(path);
  const options = { profile: resolveProfile('standard'), version: config.version, scanner, say };
  if (revision !== undefined) {
    return {
      input: await readRevision({ folder: path, revision }, { signal, ignore: config.ignore }),
      options,
    };
  }
  const input = await readRosterInput(path, { signal, ignore: config.ignore });
  return { input: input.kind === 'folder' ? documents.overlay(input, path) : input, options };
}

function* comparisonSteps({ before, after }: Both<ReadPlace>): Steps<Comparison> {
  const old = yield* readRosterSteps(before.input, before.options);
  const later = yield* readRosterSteps(after.input, after.options);
  return yield* compareSteps({ before: old, after: later });
}

function tableIn({ tables }: Comparison, file: string): TableComparison {
  const found = tables.find((table) => table.file === file);
  if (found === undefined) throw new Error('a file was asked for that the comparison does not have');
  return found;
}

function textOf(table: Table | undefined, file: string): string {
  if (table === undefined || table.bytes.length > largestText) {
    throw new RosterError(
      'file-unreadable',
      table === undefined
        ? sentence('{file} cannot be shown: it is not there.', { file })
        : sentence('{file} cannot be shown: it is larger than 50 MB.', { file }),
      phrase('Unpack or check out that roster to look at it.'),
    );
  }
  return decodeUtf8(table.bytes, table.textStart);
}
