import { RosterError } from '../../core/errors';
import { cancelled } from '../../core/delivery/connection-errors';
import { triedInTime } from './discard-remote-file';
import type { SftpSession } from './sftp-session';

/**
 * How the new package came to its name. `posix-rename`: in one step, nobody ever saw no package or half of one.
 * `rename-no-previous`: in one step too, there was no package before. `moved-aside`: the server cannot replace a file, so the
 * previous package was renamed first, and for a moment there was none.
 */
export type Guarantee = 'posix-rename' | 'rename-no-previous' | 'moved-aside';

export interface Placed {
  /** Whether there was a package of this name before. */
  readonly replaced: boolean;
  readonly guarantee: Guarantee;
  /** Where the previous package still is, if it was moved aside and could not be removed. */
  readonly backupLeft?: string;
}

interface PlaceOptions {
  readonly session: SftpSession;
  /** The uploaded file. */
  readonly from: string;
  /** Its final path. */
  readonly to: string;
  /** Where the previous package may be put for a moment. */
  readonly backup: string;
  readonly signal?: AbortSignal | undefined;
}

/** Gives the uploaded file its final name. A package that was there is never deleted before the new one is in its place. */
export async function putInPlace(options: PlaceOptions): Promise<Placed> {
  const { session, from, to, signal } = options;
  const replaced = await hasFile(options);
  // From here on it goes through to its end: stopping half-way is what could leave no package.
  if (signal?.aborted === true) throw cancelled();
  const step = { doing: `give the uploaded file its name "${to}"`, path: to };
  const doubt = `The file was complete and about to become "${to}": whether it did is not known.`;
  const atOnce = await session.run(step, () => replacedAtOnce(options)).catch(doubtful(doubt));
  if (atOnce) return { replaced, guarantee: 'posix-rename' };
  if (replaced) return moveAside(options);
  await session.run(step, () => session.client.rename(from, to)).catch(doubtful(doubt));
  return { replaced, guarantee: 'rename-no-previous' };
}

async function hasFile({ session, to, signal }: PlaceOptions): Promise<boolean> {
  const step = { doing: `look for "${to}"`, path: to };
  const found = await session.run(step, () => session.client.stat(to).catch(undefinedIfMissing), { signal });
  if (found?.isDirectory === true) {
    throw new RosterError(
      'remote-failed',
      `"${to}" is a folder on the server.`,
      'Choose another name for the package or folder.',
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

async function moveAside({ session, from, to, backup }: PlaceOptions): Promise<Placed> {
  const { client } = session;
  const aside = { doing: `rename "${to}"`, path: to };
  const doubt = `The previous package was about to be called "${backup}" for a moment: whether it is now is not known.`;
  await session.run(aside, () => client.rename(to, backup)).catch(doubtful(doubt));
  try {
    await session.run({ doing: `give the uploaded file its name "${to}"`, path: to }, () =>
      client.rename(from, to),
    );
  } catch (error) {
    const back = { doing: `rename "${backup}"`, path: backup };
    if (await triedInTime(session, back, () => client.rename(backup, to))) throw error;
    throw previousElsewhere(error, to, backup);
  }
  const remove = { doing: `remove "${backup}"`, path: backup };
  const removed = await triedInTime(session, remove, () => client.delete(backup, true));
  return { replaced: true, guarantee: 'moved-aside', ...(removed ? {} : { backupLeft: backup }) };
}

function previousElsewhere(error: unknown, to: string, backup: string): unknown {
  if (!RosterError.is(error)) return error;
  return new RosterError(
    error.code,
    `${error.message} The previous package is now called "${backup}".`,
    `${error.remedy} Rename "${backup}" on the server to "${to}", unless that is there.`,
  );
}

/** A lost answer to a rename leaves open whether it was done: what that means is said with the error. */
function doubtful(meaning: string): (error: unknown) => never {
  return (error) => {
    if (!RosterError.is(error, 'connection-lost') && !RosterError.is(error, 'connection-timeout'))
      throw error;
    throw new RosterError(
      error.code,
      `${error.message} ${meaning}`,
      `${error.remedy} Uploading again is safe.`,
    );
  };
}
