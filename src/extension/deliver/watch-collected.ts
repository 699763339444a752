import * as vscode from 'vscode';
import { RosterError } from '../../core/errors';
import { describeFate } from '../../core/delivery/fate';
import { usualInterval, watchPackage } from '../../node/sftp/watch-package';
import type { SavedTarget } from '../connect/connect';
import { targetOpening } from '../connect/open-target';
import { failureText } from '../run-guarded';
import type { Services } from '../services';
import { say } from '../say';

/** How long it is looked at the most; a consumer that reads once a night is not waited for. */
const limit = 30 * 60_000;

/** Looks at a delivered package until it is collected, replaced, or for half an hour, and says what became of it. */
export async function watchCollected(
  services: Services,
  { target, configPath }: SavedTarget,
  remotePath: string,
): Promise<void> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: say('Watching "{remotePath}" on {host}', { remotePath, host: target.host }),
    cancellable: true,
  };
  try {
    const fate = await vscode.window.withProgress(options, async (progress, cancellation) => {
      const onStep = () => undefined;
      const opening = await targetOpening(services, { target, configPath, onStep, cancellation });
      const minutes = (left: number) => String(Math.ceil(left / 60_000));
      return watchPackage({
        open: opening.options,
        remotePath,
        limit,
        interval: usualInterval,
        inTurn: (work) => services.turns.run(target, work),
        onLook: (left) =>
          progress.report({
            message: say('It is still there. Looking for {minutes} min more.', { minutes: minutes(left) }),
          }),
      });
    });
    void vscode.window.showInformationMessage(describeFate(fate, remotePath, '', say));
  } catch (error) {
    if (!RosterError.is(error)) throw error;
    if (error.code === 'cancelled') return;
    void vscode.window.showWarningMessage(
      say('The package could not be watched. {failure}', { failure: failureText(error) }),
    );
  }
}
