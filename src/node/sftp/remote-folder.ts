import type { Fate } from '../../core/delivery/fate';
import { splitRemotePath } from '../../core/delivery/remote-names';
import { RosterError } from '../../core/errors';
import { sentence } from '../../core/text/say';
import { statRemote } from './remote-handle';
import type { SftpSession } from './sftp-session';

/** What lies in a remote folder. */
export interface RemoteEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
  /** In bytes. */
  readonly size: number;
  /** When it was last changed, by the server's clock. */
  readonly changed: Date;
}

/**
 * Lists a remote folder, by name.
 * @throws RosterError; `remote-permission` where the server lets nobody look
 */
export async function listRemoteFolder(
  session: SftpSession,
  folder: string,
  signal?: AbortSignal,
): Promise<readonly RemoteEntry[]> {
  const step = { doing: sentence('list the folder "{folder}"', { folder }), path: folder };
  const entries = await session.run(step, () => session.client.list(folder), { signal });
  return entries
    .map(({ name, type, size, modifyTime }) => ({
      name,
      kind: type === '-' ? ('file' as const) : type === 'd' ? ('folder' as const) : ('other' as const),
      size,
      changed: new Date(modifyTime),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A file as it was when it was delivered, so that it can be told from a later one. */
export interface SeenFile {
  readonly size: number;
  readonly changed: number;
}

/** Looks at a remote file; undefined where it is not there. */
export async function lookAtFile(
  session: SftpSession,
  path: string,
  signal?: AbortSignal,
): Promise<SeenFile | undefined> {
  const step = { doing: sentence('look at "{path}"', { path }), path };
  try {
    const { size, mtime } = await session.run(step, () => statRemote(session.channel, path), { signal });
    return { size, changed: mtime * 1000 };
  } catch (error) {
    if (RosterError.is(error, 'remote-path-missing')) return undefined;
    // Some servers have no other word for a file that is not there; the list of the folder tells.
    if (!RosterError.is(error, 'remote-failed')) throw error;
    const [folder, name] = splitRemotePath(path);
    const entries = await listRemoteFolder(session, folder, signal);
    if (entries.some((entry) => entry.name === name)) throw error;
    return undefined;
  }
}

/** Says what has become of a file that was seen before. */
export function fateOf(before: SeenFile, now: SeenFile | undefined): Fate {
  if (now === undefined) return 'collected';
  return now.size === before.size && now.changed === before.changed ? 'there' : 'replaced';
}
