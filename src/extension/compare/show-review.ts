import * as vscode from 'vscode';
import { reviewDelivery, type ReviewAnswer } from '../../core/delivery-protocol';
import { loginFolder, type Target } from '../../core/delivery/target';
import type { RosterState } from '../../core/protocol';
import type { GateVerdict } from '../../core/gate/verdict';
import { localTime } from '../../core/text/local-time';
import { spoken } from '../../core/text/say';
import { withLateProgress } from '../input/with-late-progress';
import type { Services } from '../services';
import type { ChosenPlace } from './choose-places';
import { ComparisonView, type Compare, type ShownComparison } from './comparison-view';
import type { ShownReview } from './page-messages';
import { say } from '../say';

/**
 * Shows on a page what an upload would change at a target: the one that is open if there is one, as it is by now.
 * @throws RosterError, CancellationError
 */
export async function showReview(services: Services, roster: RosterState, target: Target): Promise<void> {
  await openPage(services, roster, target, undefined);
}

/**
 * Shows on the same page what the change gate has stopped. What is compared there again is the roster.
 * @throws RosterError, CancellationError
 */
export async function showStopped(
  services: Services,
  roster: RosterState,
  target: Target,
  { answer, packagePath }: { readonly answer: ReviewAnswer; readonly packagePath: string },
): Promise<void> {
  const after = { uri: vscode.Uri.file(packagePath).toString(), name: say('The new package') };
  const review = { ...reviewOf(answer, target), isStopped: true, errors: 0 };
  await openPage(services, roster, target, { answer, places: { before: beforeOf(answer), after }, review });
}

/** What is shown is worked out where it is not given. */
async function openPage(
  services: Services,
  roster: RosterState,
  target: Target,
  given: ShownComparison | undefined,
): Promise<void> {
  const { pages } = services;
  const key = `review ${JSON.stringify([roster.uri, target.name])}`;
  const open = pages.get(key);
  if (open instanceof ComparisonView) {
    await open.show(given);
    return;
  }
  const compare: Compare = () => review(services, roster, target);
  const view = new ComparisonView(services, {
    title: say('Review Changes: {roster} → {target}', { roster: roster.name, target: target.name }),
    compare,
    shown: given ?? (await compare()),
    onClose: () => pages.delete(key),
  });
  pages.set(key, view);
  view.start();
}

async function review(
  { server, rosters }: Services,
  roster: RosterState,
  target: Target,
): Promise<ShownComparison> {
  const params = { rosterUri: roster.uri, target: target.name };
  const answer = await withLateProgress(
    say('Reviewing {roster}', { roster: roster.name }),
    (_, cancellation) => server.ask<ReviewAnswer>(reviewDelivery, params, cancellation),
  );
  return {
    answer,
    places: { before: beforeOf(answer), after: { uri: roster.uri, name: roster.name } },
    review: { ...reviewOf(answer, target), isStopped: false, errors: rosters.current(roster).totals.error },
  };
}

/** The place of the last package; where there is none, nothing leads there. */
function beforeOf({ last }: ReviewAnswer): ChosenPlace {
  if (last === undefined) return { uri: '', name: say('nothing') };
  return { uri: last.packageUri, name: say('The package of {time}', { time: localTime(last.time) }) };
}

function reviewOf(
  { last, verdict }: ReviewAnswer,
  { name, host, port, path }: Target,
): Omit<ShownReview, 'isStopped' | 'errors'> {
  const folder = path === loginFolder ? '' : `, ${path}`;
  return {
    target: name,
    where: `${host}:${String(port)}${folder}`,
    isFirst: last === undefined,
    verdict: inWords(verdict),
  };
}

/** The page has only the texts of its own script, so the reasons are said here. */
function inWords(verdict: GateVerdict): GateVerdict {
  const reasons = verdict.reasons.map((reason) => ({ ...reason, message: spoken(reason.sentence, say) }));
  return { ...verdict, reasons };
}
