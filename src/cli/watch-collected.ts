import { describeFate } from '../core/delivery/fate';
import type { Receipt } from '../core/delivery/receipt';
import type { Target } from '../core/delivery/target';
import { RosterError } from '../core/errors';
import type { Credential } from '../node/sftp/credential';
import type { Arguments, OptionFact } from './arguments';
import { openingOf } from './open-target';
import { ProgressLine, visible, type CliContext } from './terminal';

export const watchOption: OptionFact = {
  name: 'watch',
  value: 'MINUTES',
  summary: 'See afterwards, for so long at the most, whether the package is collected.',
};

/** The minutes to watch, in milliseconds; undefined where nothing is to be watched. */
export function watchLimit(args: Arguments): number | undefined {
  const minutes = args.wholeNumber('watch');
  return minutes === undefined ? undefined : minutes * 60_000;
}

/**
 * Says on standard error what becomes of a delivered package. The delivery has been made, so trouble with looking is said and no
 * failure; a cancel ends it.
 */
export async function watchCollected(
  { upload }: Receipt,
  login: { readonly target: Target; readonly credential: Credential; readonly limit: number },
  context: CliContext,
): Promise<void> {
  const remotePath = upload?.files?.at(-1)?.remotePath ?? upload?.remotePath;
  if (remotePath === undefined) return;
  const { watchPackage } = await import('../node/sftp/watch-package');
  const { target, credential, limit } = login;
  const progress = new ProgressLine(context.stderr);
  const minutes = (milliseconds: number) => String(Math.ceil(milliseconds / 60_000));
  try {
    const fate = await watchPackage({
      open: await openingOf(target, credential, context),
      remotePath,
      limit,
      delays: context.retryDelays,
      onLook: (left) => progress.show(`"${remotePath}" is still there; watching for ${minutes(left)} min`),
      ...(context.watchInterval === undefined ? {} : { interval: context.watchInterval }),
    });
    progress.clear();
    context.stderr.write(`${visible(describeFate(fate, remotePath, ` after ${minutes(limit)} min`))}\n`);
  } catch (error) {
    progress.clear();
    if (!RosterError.is(error) || error.code === 'cancelled') throw error;
    context.stderr.write(`The package is delivered, but could not be watched. ${visible(error.message)}\n`);
  }
}
