import type { Target } from '../core/delivery/target';
import { RosterError } from '../core/errors';
import type { Credential } from '../node/sftp/credential';
import type { Upload } from '../node/sftp/upload-package';
import type { ReadyPackage } from './ready-package';

/** What the server has now, and the host key that it proved itself with. */
export interface SentPackage extends Upload {
  readonly hostKey: string;
}

export interface SendOptions {
  readonly onProgress: (sent: number, total: number) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Connects, uploads and says goodbye. The SSH library is loaded only here, because the other commands do without it. */
export async function sendPackage(
  ready: ReadyPackage,
  target: Target,
  credential: Credential,
  { onProgress, signal }: SendOptions,
): Promise<SentPackage> {
  const { openSftpSession } = await import('../node/sftp/open-sftp-session');
  const { uploadPackage } = await import('../node/sftp/upload-package');
  const cancel = signal === undefined ? {} : { signal };
  const session = await openSftpSession({ target, credential, ...cancel });
  try {
    const upload = await uploadPackage({
      session,
      localFile: ready.path,
      remoteFolder: target.path,
      fileName: ready.name,
      onProgress,
      ...cancel,
    });
    if (upload.sha256 !== ready.sha256) throw changedMeanwhile(ready);
    return { ...upload, hostKey: session.hostKey };
  } finally {
    await session.close();
  }
}

/** Connects, logs in, and finds out whether a package could be put into the target's folder. */
export async function tryTarget(
  target: Target,
  credential: Credential,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { openSftpSession } = await import('../node/sftp/open-sftp-session');
  const { probeTarget } = await import('../node/sftp/probe-target');
  const cancel = signal === undefined ? {} : { signal };
  const session = await openSftpSession({ target, credential, ...cancel });
  try {
    await probeTarget({ session, remoteFolder: target.path, ...cancel });
  } finally {
    await session.close();
  }
}

function changedMeanwhile({ path }: ReadyPackage): RosterError {
  return new RosterError(
    'transfer-incomplete',
    `${path} changed while it was checked and uploaded; what the server has now was not checked.`,
    'Upload again when no other program writes the file.',
  );
}
