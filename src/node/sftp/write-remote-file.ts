import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { RosterError } from '../../core/errors';
import { phrase, sentence } from '../../core/text/say';
import { discardRemoteFile, triedInTime } from './discard-remote-file';
import { closeRemote, createRemote, writeRemote } from './remote-handle';
import type { SftpSession } from './sftp-session';

/** Called as the server confirms what it has stored; both in bytes. */
export type OnProgress = (bytesSent: number, total: number) => void;

interface WriteOptions {
  readonly session: SftpSession;
  readonly localFile: string;
  readonly remotePath: string;
  readonly onProgress?: OnProgress | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Every server takes writes of this size, in bytes; larger ones only some do. */
const pieceSize = 32 * 1024;

/** How many writes are under way at once. One at a time costs a round trip per piece: minutes for a large district. */
const piecesInFlight = 64;

/**
 * Copies a local file to a new remote file. Where that fails or is cancelled, the remote file is removed again as far as
 * possible. The SSH library's own parallel copy cannot be stopped without cutting the connection, hence this one.
 * @returns length and SHA-256 (hexadecimal) of exactly the bytes that were sent
 */
export async function writeRemoteFile(options: WriteOptions): Promise<{ bytes: number; sha256: string }> {
  const { session, localFile, remotePath, signal } = options;
  const step = { doing: sentence('store "{remotePath}"', { remotePath }), path: remotePath };
  const file = await openLocal(localFile);
  const stop = new AbortController();
  let opening: Promise<Buffer> | undefined;
  let copying: Promise<string> | undefined;
  let wasRefused = true;
  try {
    const bytes = (await file.stat()).size;
    const create = () => (opening = createRemote(session.channel, remotePath));
    const handle = await session.run(
      { ...step, doing: sentence('create "{remotePath}"', { remotePath }) },
      create,
      { signal },
    );
    wasRefused = false;
    const copy = (alive: () => void) => {
      copying = copyPieces({ ...options, file, handle, bytes, alive, stop: stop.signal });
      return copying;
    };
    const sha256 = await session.run({ ...step, storing: true }, copy, { signal });
    opening = undefined;
    await session.run({ ...step, storing: true }, () => closeRemote(session.channel, handle), { signal });
    return { bytes, sha256 };
  } catch (error) {
    stop.abort();
    // A refusal to create it is the one case in which there is surely nothing to remove.
    if (wasRefused && opening !== undefined && isRefusal(error)) throw error;
    // Pieces under way are waited for, so that none of them arrives after the file is removed.
    await triedInTime(session, step, async () => copying?.catch(() => undefined));
    await triedInTime(session, step, async () => {
      if (opening !== undefined) await closeRemote(session.channel, await opening);
    });
    throw await discardRemoteFile(session, remotePath, error);
  } finally {
    await file.close();
  }
}

function isRefusal(error: unknown): boolean {
  return RosterError.is(error) && error.code.startsWith('remote-');
}

interface CopyOptions extends WriteOptions {
  readonly file: FileHandle;
  readonly handle: Buffer;
  readonly bytes: number;
  readonly alive: () => void;
  readonly stop: AbortSignal;
}

/** Several workers, each with one piece under way; reading is taken in turns, so that the digest sees the bytes in order. */
async function copyPieces(options: CopyOptions): Promise<string> {
  const { session, handle, bytes, alive, stop, onProgress } = options;
  const hash = createHash('sha256');
  let read = 0;
  let sent = 0;
  let turn: Promise<unknown> = Promise.resolve();

  async function readPiece(buffer: Buffer): Promise<{ length: number; position: number } | undefined> {
    if (read === bytes || stop.aborted) return undefined;
    const position = read;
    const length = await readLocal(options, buffer, position);
    read += length;
    hash.update(buffer.subarray(0, length));
    return { length, position };
  }

  async function work(): Promise<void> {
    const buffer = Buffer.allocUnsafe(pieceSize);
    for (;;) {
      const reading = turn.then(() => readPiece(buffer));
      turn = reading.catch(() => undefined);
      const piece = await reading;
      if (piece === undefined) return;
      await writeRemote(session.channel, handle, buffer.subarray(0, piece.length), piece.position);
      if (stop.aborted) return;
      sent += piece.length;
      alive();
      onProgress?.(sent, bytes);
    }
  }

  const workers = Math.min(piecesInFlight, Math.ceil(bytes / pieceSize));
  await Promise.all(Array.from({ length: workers }, work));
  return hash.digest('hex');
}

async function openLocal(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch (error) {
    throw fileUnreadable(path, error);
  }
}

async function readLocal(
  { file, bytes, localFile }: CopyOptions,
  buffer: Buffer,
  position: number,
): Promise<number> {
  const wanted = Math.min(buffer.length, bytes - position);
  const { bytesRead } = await file.read(buffer, 0, wanted, position).catch((error: unknown) => {
    throw fileUnreadable(localFile, error);
  });
  if (bytesRead > 0) return bytesRead;
  throw new RosterError(
    'file-unreadable',
    sentence('"{localFile}" became shorter while it was uploaded.', { localFile }),
    phrase('Upload again.'),
  );
}

function fileUnreadable(path: string, error: unknown): RosterError {
  const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
  return new RosterError(
    'file-unreadable',
    sentence('"{path}" cannot be read{code}.', { path, code }),
    phrase('Check that the file is there and may be read.'),
  );
}
