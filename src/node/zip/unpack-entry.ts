import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { inEnglish, phrase, sentence, sentenceOf, spoken, type Sentence } from '../../core/text/say';
import { readAt, type ZipEntry } from './central-directory';
import { crc32 } from './crc32';

const localSignature = 0x04034b50;
const localSize = 30;
const stored = 0;
const deflated = 8;
const readSize = 64 * 1024;

/** Why one entry of a zip could not be unpacked, as the end of a sentence: `is encrypted`. */
export class EntryFailure extends Error {
  override readonly name = 'EntryFailure';
  /** As it can be said in other languages. */
  readonly reason: Sentence;

  constructor(reason: string | Sentence, options?: { readonly cause?: unknown }) {
    const said = sentenceOf(reason);
    super(spoken(said, inEnglish), options);
    this.reason = said;
  }
}

/**
 * Unpacks one entry piece by piece, so that the caller can count and stop. After the last piece the length and the
 * checksum are compared with those that the zip states.
 *
 * Throws `EntryFailure` where the entry is encrypted, packed by a method other than stored or deflate, or damaged.
 */
export async function* unpackEntry(
  handle: FileHandle,
  entry: ZipEntry,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (entry.isEncrypted) throw new EntryFailure(phrase('is encrypted'));
  if (entry.method !== stored && entry.method !== deflated) {
    throw new EntryFailure(
      sentence('is packed by method {method}, not by deflate', { method: String(entry.method) }),
    );
  }
  const start = await dataStart(handle, entry);
  let checksum = 0;
  let length = 0;
  for await (const piece of unpacked(packedPieces(handle, start, entry.packedBytes), entry.method)) {
    checksum = crc32(piece, checksum);
    length += piece.length;
    yield piece;
  }
  if (length !== entry.unpackedBytes) throw new EntryFailure(phrase('is damaged: its size is wrong'));
  if (checksum !== entry.crc32) throw new EntryFailure(phrase('is damaged: its checksum is wrong'));
}

/** Where the packed bytes begin: after the local header, whose name and extra field have lengths of their own. */
async function dataStart(handle: FileHandle, entry: ZipEntry): Promise<number> {
  const header = await readAt(handle, entry.headerOffset, localSize);
  if (header.length < localSize || header.readUInt32LE(0) !== localSignature) {
    throw new EntryFailure(phrase('is damaged: it is not where the zip says'));
  }
  return entry.headerOffset + localSize + header.readUInt16LE(26) + header.readUInt16LE(28);
}

async function* packedPieces(handle: FileHandle, start: number, size: number) {
  for (let at = 0; at < size;) {
    const piece = await readAt(handle, start + at, Math.min(readSize, size - at));
    if (piece.length === 0) throw new EntryFailure(phrase('is damaged: the zip ends within it'));
    at += piece.length;
    yield piece;
  }
}

async function* unpacked(
  pieces: AsyncGenerator<Buffer>,
  method: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (method === stored) {
    yield* pieces;
    return;
  }
  const source = Readable.from(pieces, { objectMode: true });
  const inflate = createInflateRaw({ chunkSize: readSize });
  source.on('error', (error) => inflate.destroy(error));
  source.pipe(inflate);
  const inflated: AsyncIterable<Uint8Array> = inflate;
  try {
    yield* inflated;
  } catch (error) {
    throw isDataError(error)
      ? new EntryFailure(phrase('is damaged: it cannot be unpacked'), { cause: error })
      : error;
  } finally {
    source.destroy();
    inflate.destroy();
  }
}

/** What zlib reports of damaged or missing data: `Z_DATA_ERROR`, `Z_BUF_ERROR`, `Z_NEED_DICT`. */
function isDataError(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_')
  );
}
