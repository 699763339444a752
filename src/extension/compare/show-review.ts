import { reviewDelivery, type ReviewAnswer } from '../../core/delivery-protocol';
import { loginFolder, type Target } from '../../core/delivery/target';
import type { RosterState } from '../../core/protocol';
import type { GateVerdict } from '../../core/gate/verdict';
import { spoken } from '../../core/text/say';
import { withLateProgress } from '../input/with-late-progress';
import type { Services } from '../services';
import { ComparisonView, type Compare } from './comparison-view';
import { moment, say } from '../say';

/**
 * Shows on a page what an upload would change at a target: the one that is open if there is one, as it is by now.
 * @throws RosterError, CancellationError
 */
export async function showReview(services: Services, roster: RosterState, target: Target): Promise<void> {
  const { pages } = services;
  const key = `review ${JSON.stringify([roster.uri, target.name])}`;
  const open = pages.get(key);
  if (open !== undefined) {
    await open.show();
    return;
  }
  const compare: Compare = () => review(services, roster, target);
  const view = new ComparisonView(services, {
    title: say('Review Changes: {roster} → {target}', { roster: roster.name, target: target.name }),
    compare,
    shown: await compare(),
    onClose: () => pages.delete(key),
  });
  pages.set(key, view);
  view.start();
}

async function review(
  { server, rosters }: Services,
  roster: RosterState,
  { name, host, port, path }: Target,
): ReturnType<Compare> {
  const params = { rosterUri: roster.uri, target: name };
  const answer = await withLateProgress(
    say('Reviewing {roster}', { roster: roster.name }),
    (_, cancellation) => server.ask<ReviewAnswer>(reviewDelivery, params, cancellation),
  );
  const { last, verdict } = answer;
  const before =
    last === undefined
      ? { uri: roster.uri, name: say('nothing') }
      : {
          uri: last.packageUri,
          name: say('The package of {time}', { time: moment(last.time) }),
        };
  const folder = path === loginFolder ? '' : `, ${path}`;
  const errors = rosters.current(roster).totals.error;
  return {
    answer,
    places: { before, after: { uri: roster.uri, name: roster.name } },
    review: {
      target: name,
      where: `${host}:${String(port)}${folder}`,
      isFirst: last === undefined,
      verdict: inWords(verdict),
      errors,
    },
  };
}

/** The page has only the texts of its own script, so the reasons are said here. */
function inWords(verdict: GateVerdict): GateVerdict {
  const reasons = verdict.reasons.map((reason) => ({ ...reason, message: spoken(reason.sentence, say) }));
  return { ...verdict, reasons };
}
