import { randomBytes } from 'node:crypto';
import { besideName, joinRemotePath } from '../../core/delivery/remote-names';
import { RosterError } from '../../core/errors';
import { phrase, sentence } from '../../core/text/say';
import { discardRemoteFile, triedInTime } from './discard-remote-file';
import { closeRemote, createRemote, writeRemote } from './remote-handle';
import type { SftpSession } from './sftp-session';

export interface ProbeOptions {
  readonly session: SftpSession;
  readonly remoteFolder: string;
  readonly signal?: AbortSignal;
}

export interface Probe {
  /** How many entries the folder has; undefined where the server does not let this user list it, which uploads do not need. */
  readonly entries: number | undefined;
}

/**
 * Finds out whether a package could be delivered: the folder is there, and a small file of an odd name can be written and removed.
 * A server that refuses to list the folder is good enough: some drop boxes do.
 * @throws RosterError that says which of these does not hold
 */
export async function probeTarget({ session, remoteFolder, signal }: ProbeOptions): Promise<Probe> {
  const { client } = session;
  const look = {
    doing: sentence('look at the folder "{remoteFolder}"', { remoteFolder }),
    path: remoteFolder,
  };
  const folder = await session.run(look, () => client.stat(remoteFolder), { signal });
  if (!folder.isDirectory) {
    throw new RosterError(
      'remote-path-missing',
      sentence('"{remoteFolder}" is a file on the server.', { remoteFolder }),
      phrase('Name a folder in the target.'),
    );
  }
  const entries = await countEntries(session, remoteFolder, signal);
  const path = joinRemotePath(remoteFolder, besideName('oneroster', randomBytes(6).toString('hex'), 'probe'));
  const write = {
    doing: sentence('write into the folder "{remoteFolder}"', { remoteFolder }),
    path: remoteFolder,
    storing: true,
  };
  const { channel } = session;
  const create = () => createRemote(channel, path);
  const handle = await session.run({ ...write, storing: false }, create, { signal });
  try {
    const text = Buffer.from('OneRoster connection test\n');
    await session.run(write, () => writeRemote(channel, handle, text, 0), { signal });
    await session.run(write, () => closeRemote(channel, handle), { signal });
  } catch (error) {
    await triedInTime(session, write, () => closeRemote(channel, handle));
    throw await discardRemoteFile(session, path, error);
  }
  const remove = {
    doing: sentence('delete a file from the folder "{remoteFolder}"', { remoteFolder }),
    path,
  };
  await session.run(remove, () => client.delete(path), { signal });
  return { entries };
}

async function countEntries(
  session: SftpSession,
  remoteFolder: string,
  signal: AbortSignal | undefined,
): Promise<number | undefined> {
  const step = { doing: sentence('list the folder "{remoteFolder}"', { remoteFolder }), path: remoteFolder };
  try {
    return (await session.run(step, () => session.client.list(remoteFolder), { signal })).length;
  } catch (error) {
    if (RosterError.is(error, 'remote-permission') || RosterError.is(error, 'remote-failed'))
      return undefined;
    throw error;
  }
}
