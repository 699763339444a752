import { stat } from 'node:fs/promises';
import { guaranteeWords } from '../../core/delivery/guarantee';
import { sizeDiffers } from '../../core/delivery/remote-errors';
import { listed, quoted, sentence } from '../../core/text/say';
import { besideName, joinRemotePath } from '../../core/delivery/remote-names';
import { RosterError } from '../../core/errors';
import { unreadableFile } from '../file-failure';
import { discardRemoteFile, triedInTime } from './discard-remote-file';
import { lookFor, putInPlace, restoreMovedAside, type Placed } from './put-in-place';
import type { SftpSession } from './sftp-session';
import { newToken, UploadTries } from './upload-tries';
import { writeRemoteFile, type OnProgress } from './write-remote-file';

/** A file to be uploaded. */
export interface LocalFile {
  /** Its path on this computer. */
  readonly path: string;
  /** Its name on the server. */
  readonly name: string;
}

export interface UploadFilesOptions {
  readonly session: SftpSession;
  /** In the order in which they get their names. */
  readonly files: readonly LocalFile[];
  /** The target's folder; it must exist. */
  readonly remoteFolder: string;
  /** Counts the bytes of all files together. */
  readonly onProgress?: OnProgress | undefined;
  /** Honoured until the first file is given its name; from then on the upload goes through. */
  readonly signal?: AbortSignal | undefined;
  /** What earlier tries of the same upload have left; without it, this is the only one. */
  readonly tries?: UploadTries;
}

/** A file that is in its place. */
export interface UploadedFile extends Placed {
  readonly remotePath: string;
  readonly bytes: number;
  /** Hexadecimal, of exactly the bytes sent. */
  readonly sha256: string;
}

interface Place {
  readonly file: LocalFile;
  readonly to: string;
  readonly part: string;
  /** Where a previous file may be put for a moment. */
  readonly backup: (token: string) => string;
}

/**
 * Uploads files so that under each name the server holds either the previous file or the whole new one: all of them under
 * other names first, their sizes checked, then renamed one after the other without anything in between. After a failure or a
 * cancel before the renames everything is as it was, and unfinished files are removed as far as the server still answers.
 * @throws RosterError for what the files, the network, the server or a cancel can do
 */
export async function uploadFiles(options: UploadFilesOptions): Promise<readonly UploadedFile[]> {
  const { session, files, remoteFolder, signal, tries = new UploadTries() } = options;
  const places = files.map((file): Place => {
    const beside = (use: 'part' | 'previous', token: string) =>
      joinRemotePath(remoteFolder, besideName(file.name, token, use));
    const to = joinRemotePath(remoteFolder, file.name);
    return { file, to, part: beside('part', tries.token), backup: (token) => beside('previous', token) };
  });
  for (const [to, backups] of tries.aside) await restoreMovedAside(session, to, backups);
  const left = [...tries.aside.values()].flat();
  const pending = new Set<string>();
  const done: UploadedFile[] = [];
  try {
    const sent = await writeParts(options, places, pending);
    const present = await lookForAll(places, session, tries, signal);
    for (const [index, place] of places.entries()) {
      const exists = present.has(place.to);
      const cancel = index === 0 ? signal : undefined;
      const placed = await giveName(place, { session, tries, exists, signal: cancel });
      pending.delete(place.part);
      done.push({ ...(sent[index] ?? nothing), ...placed });
    }
  } catch (error) {
    let failure: unknown = error;
    for (const part of pending) failure = await discardRemoteFile(session, part, failure);
    throw halfDone(failure, done, places.length);
  }
  for (const path of left) await discardQuietly(session, path);
  return done;
}

/** The paths at which there is a file now. */
async function lookForAll(
  places: readonly Place[],
  session: SftpSession,
  tries: UploadTries,
  signal: AbortSignal | undefined,
): Promise<ReadonlySet<string>> {
  const present = new Set<string>();
  for (const { to } of places) {
    const exists = await lookFor({ session, to, signal });
    if (exists) present.add(to);
    if (!tries.existed.has(to)) tries.existed.set(to, exists);
  }
  return present;
}

interface NamingOptions {
  readonly session: SftpSession;
  readonly tries: UploadTries;
  readonly exists: boolean;
  readonly signal: AbortSignal | undefined;
}

async function giveName(
  { to, part, backup }: Place,
  { session, tries, exists, signal }: NamingOptions,
): Promise<Placed & { readonly remotePath: string }> {
  // The place of an earlier try may be taken.
  const aside = backup(tries.aside.has(to) ? newToken() : tries.token);
  const onMoveAside = () => tries.noteMoveAside(to, aside);
  const placed = await putInPlace({ session, from: part, to, backup: aside, exists, onMoveAside, signal });
  session.log(
    sentence('"{to}" is in place ({guarantee}).', { to, guarantee: guaranteeWords[placed.guarantee] }),
  );
  return { ...placed, remotePath: to, replaced: tries.existed.get(to) === true };
}

const nothing: SentFile = { bytes: 0, sha256: '' };

/** What an earlier try has left is removed where that is possible; the upload has succeeded without it. */
async function discardQuietly(session: SftpSession, path: string): Promise<void> {
  const step = { doing: sentence('remove "{path}"', { path }), path };
  await triedInTime(session, step, () => session.client.delete(path, true));
}

interface SentFile {
  readonly bytes: number;
  readonly sha256: string;
}

async function writeParts(
  { session, onProgress, signal, files }: UploadFilesOptions,
  places: readonly Place[],
  pending: Set<string>,
): Promise<readonly SentFile[]> {
  const total = await totalOf(files);
  const sent: SentFile[] = [];
  let before = 0;
  for (const { file, part } of places) {
    session.log(sentence('Uploading to "{part}".', { part }));
    const shown = before;
    const progress = (now: number) => onProgress?.(shown + now, total);
    const written = await writeRemoteFile({
      session,
      localFile: file.path,
      remotePath: part,
      onProgress: progress,
      signal,
    });
    pending.add(part);
    await checkSize(session, part, written.bytes, signal);
    before += written.bytes;
    sent.push(written);
  }
  return sent;
}

async function totalOf(files: readonly LocalFile[]): Promise<number> {
  const sizes = await Promise.all(files.map(({ path }) => sizeOfFile(path)));
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function sizeOfFile(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    throw unreadableFile(path, error);
  }
}

async function checkSize(
  session: SftpSession,
  part: string,
  sent: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  const step = { doing: sentence('tell the size of "{part}"', { part }), path: part };
  const { size } = await session.run(step, () => session.client.stat(part), { signal });
  if (size !== sent) throw sizeDiffers(part, sent, size);
}

/** Where some files have their names already, that has to be said: they are new, and the others are not. */
function halfDone(error: unknown, done: readonly UploadedFile[], all: number): unknown {
  if (done.length === 0 || !RosterError.is(error)) return error;
  const names = listed(done.map(({ remotePath }) => quoted(remotePath)));
  return new RosterError(
    error.code,
    sentence('{message} {length} of {all} files are new already: {names}.', {
      message: error.sentences.message,
      length: String(done.length),
      all: String(all),
      names,
    }),
    sentence('{remedy} Upload again, so that all files are of one delivery.', {
      remedy: error.sentences.remedy,
    }),
  );
}
