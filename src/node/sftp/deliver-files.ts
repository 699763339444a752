import { RosterError } from '../../core/errors';
import { anyOf, quoted, sentence } from '../../core/text/say';
import type { OpenSessionOptions } from './open-sftp-session';
import { uploadFiles, type LocalFile, type UploadedFile } from './upload-files';
import { UploadTries } from './upload-tries';
import { withRetries, type RetryOptions } from './with-retries';
import type { SftpSession } from './sftp-session';
import type { OnProgress } from './write-remote-file';

export interface DeliverOptions extends RetryOptions {
  readonly open: OpenSessionOptions;
  /** In the order in which they get their names. */
  readonly files: readonly LocalFile[];
  readonly remoteFolder: string;
  readonly onProgress?: OnProgress | undefined;
  /** Called with each session before anything is uploaded. */
  readonly onSession?: (session: SftpSession) => Promise<void>;
}

/** What the server has now. */
export interface Delivered {
  readonly files: readonly UploadedFile[];
  /** The fingerprint of the host key that was accepted. */
  readonly hostKey: string;
}

/**
 * Connects and uploads files, again where the network fails in between. Each name at the target holds either the whole
 * previous file or the whole new one; a server that cannot replace a file has none for a moment, which the outcome says.
 * @throws RosterError for what files, network, server, login or a cancel can do
 */
export async function deliverFiles(options: DeliverOptions): Promise<Delivered> {
  const { open, files, remoteFolder, onProgress, onSession, delays, onRetry } = options;
  const tries = new UploadTries();
  const upload = async (session: SftpSession): Promise<Delivered> => {
    await onSession?.(session);
    const { signal } = open;
    const uploaded = await uploadFiles({ session, files, remoteFolder, onProgress, signal, tries });
    return { files: uploaded, hostKey: session.hostKey };
  };
  try {
    return await withRetries(open, upload, { delays, onRetry, mustGoOn: () => tries.areHalfWay });
  } catch (error) {
    throw withPlacesOfPrevious(error, tries);
  }
}

/** Where a previous file may be away from its place, that has to be said, whatever the last try failed with. */
function withPlacesOfPrevious(error: unknown, { aside }: UploadTries): unknown {
  const backups = [...aside.values()].flat();
  if (!RosterError.is(error) || backups.every((backup) => error.message.includes(backup))) return error;
  const names = anyOf(backups.map(quoted));
  return new RosterError(
    error.code,
    sentence('{message} The previous package may now be called {names}.', {
      message: error.sentences.message,
      names,
    }),
    sentence('{remedy} Uploading again is safe; if there is no package, rename that one.', {
      remedy: error.sentences.remedy,
    }),
  );
}
