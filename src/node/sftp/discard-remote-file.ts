import { RosterError } from '../../core/errors';
import { sentence, type Sentence } from '../../core/text/say';
import type { SftpSession } from './sftp-session';

/**
 * Removes an unfinished file after `error`, as far as the server still answers, and within the session's time for cleaning up.
 * @returns the error to throw: `error` itself, or the same with a word on the file where it may be left
 */
export async function discardRemoteFile(
  session: SftpSession,
  path: string,
  error: unknown,
): Promise<unknown> {
  const step = { doing: sentence('remove the unfinished file "{path}"', { path }), path };
  if (await triedInTime(session, step, () => session.client.delete(path, true))) return error;
  session.log(sentence('"{path}" could not be removed.', { path }));
  if (!RosterError.is(error)) return error;
  return new RosterError(
    error.code,
    error.sentences.message,
    sentence('{remedy} An unfinished file may be left on the server: "{path}". It can be deleted.', {
      remedy: error.sentences.remedy,
      path,
    }),
  );
}

/** Does a step that may fail without consequence. False where it failed, or took longer than the session's time for cleaning up. */
export async function triedInTime(
  session: SftpSession,
  step: { readonly doing: Sentence; readonly path: string },
  operation: () => Promise<unknown>,
): Promise<boolean> {
  try {
    await session.run(step, operation, { milliseconds: session.timeouts.cleanup });
    return true;
  } catch (error) {
    if (RosterError.is(error)) return false;
    throw error;
  }
}
