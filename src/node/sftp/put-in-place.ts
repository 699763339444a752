import { RosterError } from '../../core/errors';
import { joined, phrase, sentence, type Sentence } from '../../core/text/say';
import { cancelled } from '../../core/delivery/connection-errors';
import type { Guarantee } from '../../core/delivery/guarantee';
import { triedInTime } from './discard-remote-file';
import type { SftpSession } from './sftp-session';

export interface Placed {
  /** Whether there was a file of this name before. */
  readonly replaced: boolean;
  readonly guarantee: Guarantee;
  /** Where the previous file still is, if it was moved aside and could not be removed. */
  readonly backupLeft?: string;
}

interface LookOptions {
  readonly session: SftpSession;
  /** The final path. */
  readonly to: string;
  readonly signal?: AbortSignal | undefined;
}

interface PlaceOptions extends LookOptions {
  /** The uploaded file. */
  readonly from: string;
  /** Where the previous file may be put for a moment. */
  readonly backup: string;
  /** Whether there is a file to be replaced, as `lookFor` says. */
  readonly exists: boolean;
  /** Called before the previous file is moved aside. */
  readonly onMoveAside: () => void;
}

/** Gives the uploaded file its final name. A file that was there is never deleted before the new one is in its place. */
export async function putInPlace(options: PlaceOptions): Promise<Placed> {
  const { session, from, to, exists, signal } = options;
  // From here on it goes through to its end: stopping half-way is what could leave no package.
  if (signal?.aborted === true) throw cancelled();
  const step = { doing: sentence('give the uploaded file its name "{to}"', { to }), path: to };
  const doubt = sentence('The file was complete and about to become "{to}": whether it did is not known.', {
    to,
  });
  const atOnce = await session.run(step, () => replacedAtOnce(options)).catch(doubtful(doubt));
  if (atOnce) return { replaced: exists, guarantee: 'posix-rename' };
  const rename = session.run(step, () => session.client.rename(from, to)).catch(doubtful(doubt));
  if (!exists) {
    await rename;
    return { replaced: false, guarantee: 'rename-no-previous' };
  }
  // The protocol says that a plain rename replaces nothing; some servers do it all the same, and then nothing is ever missing.
  if (await wasDone(rename)) return { replaced: true, guarantee: 'rename-over' };
  return moveAside(options);
}

/** False where the server refused. */
async function wasDone(step: Promise<unknown>): Promise<boolean> {
  try {
    await step;
    return true;
  } catch (error) {
    if (RosterError.is(error) && error.code.startsWith('remote-')) return false;
    throw error;
  }
}

/** Puts back a file that an earlier try, cut off in the middle, had moved aside; nothing where it need not be. */
export async function restoreMovedAside(
  session: SftpSession,
  to: string,
  backups: readonly string[],
): Promise<void> {
  if (await lookFor({ session, to })) return;
  for (const backup of [...backups].reverse()) {
    if (!(await lookFor({ session, to: backup }))) continue;
    const back = { doing: sentence('rename "{backup}"', { backup }), path: backup };
    await session.run(back, () => session.client.rename(backup, to));
    return;
  }
}

/** Whether there is a file of this path. Throws `remote-failed` where there is a folder. */
export async function lookFor({ session, to, signal }: LookOptions): Promise<boolean> {
  const step = { doing: sentence('look for "{to}"', { to }), path: to };
  const found = await session.run(step, () => session.client.stat(to).catch(undefinedIfMissing), { signal });
  if (found?.isDirectory === true) {
    throw new RosterError(
      'remote-failed',
      sentence('"{to}" is a folder on the server.', { to }),
      phrase('Choose another name for the package or folder.'),
    );
  }
  return found !== undefined;
}

function undefinedIfMissing(error: unknown): undefined {
  if (codeOf(error) === 'ENOENT') return undefined;
  throw error;
}

/** False where the server cannot do it: it does not know the request, or knows it and fails without a reason. */
async function replacedAtOnce({ session, from, to }: PlaceOptions): Promise<boolean> {
  try {
    await session.client.posixRename(from, to);
    return true;
  } catch (error) {
    const unknownRequest =
      error instanceof Error && error.message.includes('not support this extended request');
    if (unknownRequest || codeOf(error) === unsupported || codeOf(error) === failure) return false;
    throw error;
  }
}

/** SFTP's answers "operation unsupported" and "failure". */
const unsupported = 8;
const failure = 4;

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

async function moveAside({ session, from, to, backup, onMoveAside }: PlaceOptions): Promise<Placed> {
  const { client } = session;
  const aside = { doing: sentence('rename "{to}"', { to }), path: to };
  const doubt = sentence(
    'The previous package was about to be called "{backup}" for a moment: whether it is now is not known.',
    { backup },
  );
  onMoveAside();
  await session.run(aside, () => client.rename(to, backup)).catch(doubtful(doubt));
  try {
    await session.run({ doing: sentence('give the uploaded file its name "{to}"', { to }), path: to }, () =>
      client.rename(from, to),
    );
  } catch (error) {
    const back = { doing: sentence('rename "{backup}"', { backup }), path: backup };
    if (await triedInTime(session, back, () => client.rename(backup, to))) throw error;
    throw previousElsewhere(error, to, backup);
  }
  const remove = { doing: sentence('remove "{backup}"', { backup }), path: backup };
  const removed = await triedInTime(session, remove, () => client.delete(backup, true));
  return { replaced: true, guarantee: 'moved-aside', ...(removed ? {} : { backupLeft: backup }) };
}

function previousElsewhere(error: unknown, to: string, backup: string): unknown {
  if (!RosterError.is(error)) return error;
  return new RosterError(
    error.code,
    sentence('{message} The previous package is now called "{backup}".', {
      message: error.sentences.message,
      backup,
    }),
    sentence('{remedy} Rename "{backup}" on the server to "{to}", unless that is there.', {
      remedy: error.sentences.remedy,
      backup,
      to,
    }),
  );
}

/** A lost answer to a rename leaves open whether it was done: what that means is said with the error. */
function doubtful(meaning: Sentence): (error: unknown) => never {
  return (error) => {
    if (!RosterError.is(error, 'connection-lost') && !RosterError.is(error, 'connection-timeout'))
      throw error;
    throw new RosterError(
      error.code,
      joined(error.sentences.message, meaning),
      sentence('{remedy} Uploading again is safe.', { remedy: error.sentences.remedy }),
    );
  };
}
