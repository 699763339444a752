import { open, readdir, readFile, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { matchesPattern } from '../core/config/matches-pattern';
import { RosterError } from '../core/errors';
import type { RosterEntry, RosterInput } from '../core/model/roster-input';
import { throwIfCancelled } from './cancel';
import { fileFailure, systemCode, unreadableFile } from './file-failure';
import { readZip } from './zip/read-zip';

export interface ReadRosterInputOptions {
  readonly signal?: AbortSignal | undefined;
  /** Patterns for names of files in a folder that are to be passed over; a zip is always taken whole, as it is delivered. */
  readonly ignore?: readonly string[] | undefined;
}

/**
 * Reads a roster folder or zip. Of a folder these are the files directly inside whose names end in `.csv`, in any letter
 * case, in the order of their names; links are followed. What cannot be read becomes an entry with a sentence that says
 * why, so that the rest can still be checked.
 *
 * Throws `not-a-roster` where the path is neither a folder nor a zip, `file-unreadable` where the folder or zip itself
 * cannot be read, `zip-unreadable`, `zip-bomb`, and `cancelled`.
 */
export async function readRosterInput(
  path: string,
  options: ReadRosterInputOptions = {},
): Promise<RosterInput> {
  const kind = await kindOf(path);
  const entries = kind === 'zip' ? await readZip(path, options.signal) : await readFolder(path, options);
  if (entries.length === 0) throw notARoster(`${path} holds no CSV file.`);
  return { name: path, kind, entries };
}

/** So that a cancel is heard while a large file is read from a slow disk; in bytes. */
const pieceSize = 8 * 1024 ** 2;
/** How many pieces are read at a time: what is in memory already is copied by several threads. */
const piecesAtOnce = 4;

/** Reads one file of a roster folder again; undefined where it is not there any more. */
export async function readRosterFile(folder: string, name: string): Promise<RosterEntry | undefined> {
  try {
    await stat(join(folder, name));
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    if (systemCode(error) === undefined) throw error;
  }
  return { path: name, content: await readContent(join(folder, name), name, undefined) };
}

async function kindOf(path: string): Promise<RosterInput['kind']> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return 'folder';
    if (found.isFile() && path.toLowerCase().endsWith('.zip')) return 'zip';
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    if (code === 'ENOENT') throw notARoster(`There is no ${path}.`);
    throw unreadableFile(path, error);
  }
  throw notARoster(`${path} is neither a folder nor a zip.`);
}

function notARoster(message: string): RosterError {
  return new RosterError(
    'not-a-roster',
    message,
    'Give the folder that holds the CSV files, or a zip of them.',
  );
}

async function readFolder(
  path: string,
  { signal, ignore = [] }: ReadRosterInputOptions,
): Promise<readonly RosterEntry[]> {
  const entries: RosterEntry[] = [];
  for (const name of await csvNames(path)) {
    throwIfCancelled(signal);
    if (ignore.some((pattern) => matchesPattern(name, pattern))) continue;
    entries.push({ path: name, content: await readContent(join(path, name), name, signal) });
  }
  return entries;
}

async function csvNames(path: string): Promise<readonly string[]> {
  try {
    const names = await readdir(path);
    return names.filter((name) => name.toLowerCase().endsWith('.csv')).sort();
  } catch (error) {
    throw systemCode(error) === undefined ? error : unreadableFile(path, error);
  }
}

/** Reads a file into one piece of memory of its size, which may change while it is read. */
async function readBytes(path: string, size: number, signal: AbortSignal | undefined): Promise<Uint8Array> {
  const handle = await open(path);
  try {
    const bytes = new Uint8Array(size);
    for (let at = 0; at < size; at += piecesAtOnce * pieceSize) {
      throwIfCancelled(signal);
      const end = Math.min(at + piecesAtOnce * pieceSize, size);
      if (!(await fill(handle, bytes, at, end))) return await readAgain(path, signal);
    }
    const { bytesRead: more } = await handle.read(new Uint8Array(1), 0, 1, size);
    return more === 0 ? bytes : await readAgain(path, signal);
  } finally {
    await handle.close();
  }
}

/** Reads a stretch of a file piece by piece, all at once. Returns whether the file was that long. */
async function fill(handle: FileHandle, bytes: Uint8Array, start: number, end: number): Promise<boolean> {
  const pieces: Promise<boolean>[] = [];
  for (let at = start; at < end; at += pieceSize) pieces.push(fillPiece(at, Math.min(at + pieceSize, end)));
  // All of them have to be done before the file may be closed.
  const filled = await Promise.allSettled(pieces);
  return filled.every((piece) => {
    if (piece.status === 'rejected') throw piece.reason;
    return piece.value;
  });

  async function fillPiece(from: number, to: number): Promise<boolean> {
    for (let at = from; at < to;) {
      const { bytesRead } = await handle.read(bytes, at, to - at, at);
      if (bytesRead === 0) return false;
      at += bytesRead;
    }
    return true;
  }
}

/** For a file that has another size than it had when it was asked. */
async function readAgain(path: string, signal: AbortSignal | undefined): Promise<Uint8Array> {
  return new Uint8Array(await readFile(path, { signal }));
}

async function readContent(
  path: string,
  name: string,
  signal: AbortSignal | undefined,
): Promise<RosterEntry['content']> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return { failure: `${name} is a folder, not a file.` };
    // Reading a pipe or a device might never end.
    if (!found.isFile()) return { failure: `${name} is not a regular file.` };
    return { bytes: await readBytes(path, found.size, signal) };
  } catch (error) {
    throwIfCancelled(signal);
    if (systemCode(error) === undefined) throw error;
    return { failure: `${name} cannot be read: ${fileFailure(error)}.` };
  }
}
