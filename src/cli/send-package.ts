import type { Target } from '../core/delivery/target';
import { profileIds, resolveProfile } from '../core/spec/specification';
import type { Credential } from '../node/sftp/credential';
import type { DeliveredPackage } from '../node/sftp/deliver-package';
import type { SftpSession } from '../node/sftp/sftp-session';
import type { Retry } from '../node/sftp/with-retries';
import { openingOf } from './open-target';
import type { ReadyPackage } from './ready-package';
import type { CliContext } from './terminal';

/** What the server has now, and the host key that it proved itself with. */
export type SentPackage = DeliveredPackage;

export interface SendOptions {
  readonly onProgress: (sent: number, total: number) => void;
  readonly onRetry: (retry: Retry) => void;
}

/** Connects, uploads and says goodbye. The SSH library is loaded only here, because the other commands do without it. */
export async function sendPackage(
  ready: ReadyPackage,
  target: Target,
  credential: Credential,
  { onProgress, onRetry }: SendOptions,
  context: CliContext,
): Promise<SentPackage> {
  const { deliverPackage } = await import('../node/sftp/deliver-package');
  const profile = profileIds.find((id) => id === ready.profile) ?? 'standard';
  return deliverPackage({
    open: await openingOf(target, credential, context),
    localFile: ready.path,
    fileName: ready.name,
    sha256: ready.sha256,
    isLoose: resolveProfile(profile).layout === 'loose',
    remoteFolder: target.path,
    onProgress,
    onRetry,
    delays: context.retryDelays,
  });
}

/** Connects, logs in, and finds out whether a package could be put into the target's folder. */
export async function tryTarget(target: Target, credential: Credential, context: CliContext): Promise<void> {
  const { probeTarget } = await import('../node/sftp/probe-target');
  const { withRetries } = await import('../node/sftp/with-retries');
  const { signal, retryDelays: delays } = context;
  const probe = async (session: SftpSession) => {
    await probeTarget({ session, remoteFolder: target.path, ...(signal === undefined ? {} : { signal }) });
  };
  await withRetries(await openingOf(target, credential, context), probe, { delays });
}
