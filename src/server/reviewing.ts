import type { CancellationToken, Connection } from 'vscode-languageserver/node';
import { summarize, type ComparisonSummary } from '../core/compare/summary';
import type { Config } from '../core/config/config';
import { packedInput, type PackedInput } from '../core/delivery/packed-input';
import { reviewDelivery, type ReviewAnswer, type ReviewParams } from '../core/delivery-protocol';
import type { Target } from '../core/delivery/target';
import { RosterError } from '../core/errors';
import { phrase, sentence } from '../core/text/say';
import type { GateVerdict } from '../core/gate/verdict';
import { readRosterSteps } from '../core/model/roster';
import type { CompareAnswer } from '../core/protocol';
import { resolveProfile } from '../core/spec/specification';
import { reviewDelivery as review } from '../node/gate/review-delivery';
import { DeliveryHistory, type Delivery } from '../node/history/delivery-history';
import { historyFolderOf } from '../node/history/history-folder';
import { inSlices } from '../node/in-slices';
import { readRosterInput } from '../node/read-roster-input';
import { today } from '../node/today';
import type { ComparingServices } from './comparing';
import { asOutcome, withSignal } from './outcome';
import { rosterFolder, uriOf } from './uris';

/** Answers what an upload would change. The work is done here so that the editor's own thread stays free. */
export function registerReviewing(connection: Connection, services: ComparingServices): void {
  connection.onRequest(reviewDelivery, (params: ReviewParams, cancellation: CancellationToken) =>
    asOutcome(() => withSignal(cancellation, (signal) => answer(services, params, signal))),
  );
}

async function answer(
  { documents, configs, scanner, say, kept }: ComparingServices,
  { rosterUri, target: name }: ReviewParams,
  signal: AbortSignal,
): Promise<ReviewAnswer> {
  const roster = rosterFolder(rosterUri);
  const { config, path: configPath } = await configs.load(roster);
  const target = targetOf(config, name);
  const profile = resolveProfile(target.profile ?? config.profile ?? 'standard');
  const found = documents.overlay(await readRosterInput(roster, { signal, ignore: config.ignore }), roster);
  const read = await inSlices(readRosterSteps(found, { profile, version: config.version, scanner }), signal);
  const folder = await historyFolderOf({ roster, configPath, configured: config.deliveries.folder });
  const after = packedInput(read, { manifest: config.package.manifest });
  const { last, comparison, verdict } = await review({
    history: new DeliveryHistory(folder),
    place: target,
    after,
    ...{ thresholds: config.thresholds, blackouts: config.blackout, today: today() },
    ...{ scanner, say, signal },
  });
  const summary = withSources(summarize(comparison), after);
  return reviewAnswer({ id: kept.add(comparison), summary, verdict, last });
}

/** A comparison with the last delivery, if there was one, as the editor is told of it. */
export function reviewAnswer({ last, ...rest }: CompareAnswer & Reviewed): ReviewAnswer {
  if (last?.packagePath === undefined) return rest;
  return { ...rest, last: { time: last.receipt.time, packageUri: uriOf(last.packagePath) } };
}

interface Reviewed {
  readonly verdict: GateVerdict;
  readonly last: Delivery | undefined;
}

/** The files of the roster are called what they are called there, so that the page can lead to them. */
function withSources(summary: ComparisonSummary, { sources }: PackedInput): ComparisonSummary {
  const files = summary.files.map((file) => {
    const { after } = file.paths;
    return after === undefined
      ? file
      : { ...file, paths: { ...file.paths, after: sources.get(after) ?? after } };
  });
  return { ...summary, files };
}

function targetOf({ targets }: Config, name: string): Target {
  const found = targets.find((target) => target.name === name);
  if (found !== undefined) return found;
  throw new RosterError(
    'configuration',
    sentence('The configuration has no target "{name}" any more.', { name }),
    phrase('Choose another one, or add it to oneroster.config.json.'),
  );
}
