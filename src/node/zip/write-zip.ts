import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { PlannedFile } from '../../core/delivery/plan-package';
import { throwIfCancelled } from '../cancel';
import { systemCode, unwritableFile } from '../file-failure';

/** The earliest date that a zip can hold. One date for every package makes the same files the same bytes. */
const fixedDate = new Date(Date.UTC(1980, 0, 1));

export interface WrittenZip {
  readonly bytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
}

export interface WriteZipOptions {
  readonly signal?: AbortSignal | undefined;
  /** Told how much of the work is done, from 0 to 1. */
  readonly onProgress?: ((done: number) => void) | undefined;
}

/**
 * Writes a flat zip to a new file: deflate, the files in the order given, no folders, one fixed date. jszip packs in plain
 * JavaScript, so the bytes depend neither on the machine nor on the zlib that Node.js was built with.
 *
 * Throws `file-unwritable` and `cancelled`, and leaves what it has written to the caller to delete.
 */
export async function writeZip(
  path: string,
  files: readonly PlannedFile[],
  options: WriteZipOptions = {},
): Promise<WrittenZip> {
  const pieces = await packedPieces(files, options.onProgress);
  const hash = createHash('sha256');
  let bytes = 0;
  const handle = await guarded(path, () => open(path, 'wx'));
  try {
    for await (const piece of pieces) {
      throwIfCancelled(options.signal);
      hash.update(piece);
      bytes += piece.length;
      await guarded(path, () => handle.writeFile(piece));
    }
    throwIfCancelled(options.signal);
    await guarded(path, () => handle.sync());
  } finally {
    await handle.close();
  }
  return { bytes, sha256: hash.digest('hex') };
}

async function packedPieces(
  files: readonly PlannedFile[],
  onProgress: WriteZipOptions['onProgress'],
): Promise<AsyncIterable<Uint8Array>> {
  const { default: JSZip } = await import('jszip');
  const zip = new JSZip();
  for (const file of files) {
    zip.file(file.name, file.bytes, { binary: true, createFolders: false, date: fixedDate });
  }
  const stream = zip.generateNodeStream(
    {
      compression: 'DEFLATE',
      compressionOptions: { level: 6 },
      platform: 'DOS',
      streamFiles: false,
    },
    ({ percent }) => onProgress?.(percent / 100),
  );
  // jszip's stream is one of an old kind, without an iterator.
  return new Readable().wrap(stream);
}

async function guarded<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw systemCode(error) === undefined ? error : unwritableFile(path, error);
  }
}
