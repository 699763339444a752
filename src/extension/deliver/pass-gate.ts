import * as vscode from 'vscode';
import { judgeDelivery, type JudgeAnswer, type JudgeParams } from '../../core/delivery-protocol';
import type { ReceiptChanges } from '../../core/delivery/receipt';
import type { Target } from '../../core/delivery/target';
import type { PackageAnswer, RosterState } from '../../core/protocol';
import { withLateProgress } from '../input/with-late-progress';
import { spoken } from '../../core/text/say';
import type { Services } from '../services';
import { say } from '../say';

/** What a receipt says of the change gate. */
export interface GatePassed {
  readonly changes?: readonly ReceiptChanges[];
  /** Why somebody wanted it all the same. */
  readonly reason?: string;
  /** The id of the delivery whose package this is, where somebody goes back to it. */
  readonly rollbackTo?: string;
}

/**
 * Has a package compared with the last one delivered to its target. Where more would change than is allowed, it is shown what that
 * is, and somebody has to type the roster's name and a reason. A first delivery has nothing to compare with, and is asked about once.
 * @throws RosterError; CancellationError where nobody confirms
 */
export async function passGate(
  services: Services,
  roster: RosterState,
  made: PackageAnswer,
  target: Target,
): Promise<GatePassed> {
  const { server, log } = services;
  const { name, host, port, user, path } = target;
  const params: JudgeParams = {
    rosterUri: roster.uri,
    packagePath: made.path,
    place: { host, port, user, path },
  };
  const { verdict, changes, review } = await withLateProgress(
    say('Comparing with the last delivery'),
    (_, cancellation) => server.ask<JudgeAnswer>(judgeDelivery, params, cancellation),
  );
  const passed = changes === undefined ? {} : { changes };
  if (changes === undefined) await confirmFirst(roster, name);
  const reasons = verdict.reasons.filter(({ code }) => code !== 'first-delivery');
  if (reasons.length === 0) return passed;
  log.warn(`The change gate has stopped a delivery: ${reasons.map(({ code }) => code).join(', ')}.`);
  if (review !== undefined) {
    const { showStopped } = await import('../compare/show-review');
    await showStopped(services, roster, target, { answer: review, packagePath: made.path });
  }
  return { ...passed, reason: await confirm(roster, spoken(reasons[0]?.sentence ?? '', say)) };
}

async function confirmFirst({ name }: RosterState, target: string): Promise<void> {
  const deliver = say('Deliver');
  const chosen = await vscode.window.showInformationMessage(
    say('Deliver {name} to {target} for the first time?', { name, target }),
    {
      modal: true,
      detail: say(
        'Nothing has been delivered there from here yet, so there is nothing to compare the package with. From the next time on, a delivery stops where more would be removed or changed than is allowed.',
      ),
    },
    deliver,
  );
  if (chosen !== deliver) throw new vscode.CancellationError();
}

/** A click is too quick for what may remove accounts: the name has to be typed. */
async function confirm({ name }: RosterState, message: string): Promise<string> {
  const title = say('The change gate has stopped this delivery');
  const typed = await vscode.window.showInputBox({
    ...{ title, ignoreFocusOut: true },
    prompt: say('{message} To deliver all the same, type the name of the roster: {name}', { message, name }),
    validateInput: (value) =>
      value === name || value === '' ? undefined : say('Type {name}, or press Escape.', { name }),
  });
  if (typed !== name) throw new vscode.CancellationError();
  const reason = await vscode.window.showInputBox({
    ...{ title, ignoreFocusOut: true },
    prompt: say('Why? The receipt will say so.'),
    validateInput: (value) => (value.trim() === '' ? say('A reason is needed.') : undefined),
  });
  if (reason === undefined || reason.trim() === '') throw new vscode.CancellationError();
  return reason.trim();
}
