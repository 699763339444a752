import type { FileHandle } from 'node:fs/promises';
import { RosterError } from '../../core/errors';
import { phrase, sentence, sentenceOf } from '../../core/text/say';
import { decodeEntryName } from './entry-name';

/** One entry as the central directory of a zip describes it. */
export interface ZipEntry {
  /** The entry's name with `/` between its parts. It is a name only: nothing is ever written under it. */
  readonly name: string;
  readonly isFolder: boolean;
  readonly isEncrypted: boolean;
  /** 0: stored, 8: deflate. */
  readonly method: number;
  readonly crc32: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  /** Where the entry's local header stands in the file. */
  readonly headerOffset: number;
}

/** The entries that a zip's central directory lists, and the size of the zip itself in bytes. */
export interface CentralDirectory {
  readonly entries: readonly ZipEntry[];
  readonly zipBytes: number;
}

const endSignature = 0x06054b50;
const endSize = 22;
const longestComment = 0xffff;
const zip64LocatorSignature = 0x07064b50;
const zip64LocatorSize = 20;
const zip64EndSignature = 0x06064b50;
const zip64EndSize = 56;
const entrySignature = 0x02014b50;
const entrySize = 46;
const zip64Field = 0x0001;
/** No roster needs more than a few kilobytes; what lists more names than fit here is not one. */
const largestDirectory = 16 * 1024 * 1024;

/**
 * Reads the list of entries at the end of a zip: all of them in their order, those of one name too. Sizes and names are
 * taken from here and not from the local headers, which leave sizes out where a data descriptor follows the data.
 *
 * Throws `zip-unreadable` where the file is no zip, is cut short, or is one part of several.
 */
export async function readCentralDirectory(handle: FileHandle, path: string): Promise<CentralDirectory> {
  const zipBytes = (await handle.stat()).size;
  const place = await findDirectory(handle, zipBytes, path);
  if (place.size > largestDirectory)
    throw unreadable(path, phrase('its list of files is too long for a roster'));
  const bytes = await readAt(handle, place.offset, place.size);
  const entries: ZipEntry[] = [];
  let at = 0;
  while (entries.length < place.count) {
    const entry = at + entrySize <= bytes.length ? readEntry(bytes, at, place.shift) : undefined;
    if (entry === undefined) throw unreadable(path, phrase('its list of files is damaged'));
    entries.push(entry.entry);
    at = entry.next;
  }
  return { entries, zipBytes };
}

/** Reads `length` bytes from `offset`, fewer where the file ends before. */
export async function readAt(handle: FileHandle, offset: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(buffer, filled, length - filled, offset + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}

interface DirectoryPlace {
  readonly offset: number;
  readonly size: number;
  readonly count: number;
  /** The number of bytes that stand before the zip proper; its offsets count from there. */
  readonly shift: number;
}

async function findDirectory(handle: FileHandle, zipBytes: number, path: string): Promise<DirectoryPlace> {
  const tailSize = Math.min(zipBytes, endSize + longestComment);
  const tailOffset = zipBytes - tailSize;
  const tail = await readAt(handle, tailOffset, tailSize);
  const end = lastEnd(tail);
  if (end === undefined) throw unreadable(path, phrase('it is no zip, or its end is missing'));
  const short = {
    disk: tail.readUInt16LE(end + 4),
    count: tail.readUInt16LE(end + 10),
    size: tail.readUInt32LE(end + 12),
    offset: tail.readUInt32LE(end + 16),
  };
  const long = await readZip64End(handle, tail, end);
  if (long === undefined && short.disk !== 0 && short.disk !== 0xffff) {
    throw unreadable(path, phrase('it is one part of a zip in several parts'));
  }
  const stated = long ?? { ...short, directoryEnd: tailOffset + end };
  const offset = stated.directoryEnd - stated.size;
  const shift = offset - stated.offset;
  if (shift < 0) throw unreadable(path, phrase('its beginning is missing'));
  return { offset, size: stated.size, count: stated.count, shift };
}

/** The place of the last end record whose comment reaches exactly to the end, or of the last one at all. */
function lastEnd(tail: Buffer): number | undefined {
  let last: number | undefined;
  for (let at = tail.length - endSize; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== endSignature) continue;
    if (at + endSize + tail.readUInt16LE(at + 20) === tail.length) return at;
    last ??= at;
  }
  return last;
}

/** The zip64 form of the end record, which stands before the other one where counts or sizes outgrow it. */
async function readZip64End(handle: FileHandle, tail: Buffer, end: number) {
  const locator = end - zip64LocatorSize;
  if (locator < 0 || tail.readUInt32LE(locator) !== zip64LocatorSignature) return undefined;
  const directoryEnd = Number(tail.readBigUInt64LE(locator + 8));
  const record = await readAt(handle, directoryEnd, zip64EndSize);
  if (record.length < zip64EndSize || record.readUInt32LE(0) !== zip64EndSignature) return undefined;
  return {
    count: Number(record.readBigUInt64LE(32)),
    size: Number(record.readBigUInt64LE(40)),
    offset: Number(record.readBigUInt64LE(48)),
    directoryEnd,
  };
}

function readEntry(bytes: Buffer, at: number, shift: number): { entry: ZipEntry; next: number } | undefined {
  if (bytes.readUInt32LE(at) !== entrySignature) return undefined;
  const flags = bytes.readUInt16LE(at + 8);
  const nameStart = at + entrySize;
  const nameEnd = nameStart + bytes.readUInt16LE(at + 28);
  const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
  const next = extraEnd + bytes.readUInt16LE(at + 32);
  if (next > bytes.length) return undefined;
  const name = decodeEntryName(bytes.subarray(nameStart, nameEnd), (flags & 0x0800) !== 0);
  const sizes = zip64Sizes(bytes.subarray(nameEnd, extraEnd), {
    unpackedBytes: bytes.readUInt32LE(at + 24),
    packedBytes: bytes.readUInt32LE(at + 20),
    headerOffset: bytes.readUInt32LE(at + 42),
  });
  const entry = {
    name,
    isFolder: name.endsWith('/'),
    isEncrypted: (flags & 0x0001) !== 0,
    method: bytes.readUInt16LE(at + 10),
    crc32: bytes.readUInt32LE(at + 16),
    ...sizes,
    headerOffset: sizes.headerOffset + shift,
  };
  return { entry, next };
}

interface EntrySizes {
  readonly unpackedBytes: number;
  readonly packedBytes: number;
  readonly headerOffset: number;
}

/** Replaces what does not fit into 32 bits by the values of the zip64 extra field, which come in this order. */
function zip64Sizes(extra: Buffer, short: EntrySizes): EntrySizes {
  let at = fieldStart(extra, zip64Field);
  if (at === undefined) return short;
  const sizes = { ...short };
  for (const key of ['unpackedBytes', 'packedBytes', 'headerOffset'] as const) {
    if (short[key] !== 0xffff_ffff || at + 8 > extra.length) continue;
    sizes[key] = Number(extra.readBigUInt64LE(at));
    at += 8;
  }
  return sizes;
}

function fieldStart(extra: Buffer, id: number): number | undefined {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) === id) return at + 4;
  }
  return undefined;
}

function unreadable(path: string, reason: string): RosterError {
  return new RosterError(
    'zip-unreadable',
    sentence('{path} cannot be read as a zip: {reason}.', { path, reason: sentenceOf(reason) }),
    phrase('Make the zip again, or copy it again from where it came.'),
  );
}
