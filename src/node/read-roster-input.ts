import { open, readdir, readFile, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { matchesPattern } from '../core/config/matches-pattern';
import type { CsvScanner } from '../core/csv/scan-csv';
import { RosterError } from '../core/errors';
import { phrase, sentence, type Sentence } from '../core/text/say';
import type { RosterEntry, RosterInput } from '../core/model/roster-input';
import { throwIfCancelled } from './cancel';
import { fileFailure, systemCode, unreadableFile } from './file-failure';
import { readZip } from './zip/read-zip';

export interface ReadRosterInputOptions {
  readonly signal?: AbortSignal | undefined;
  /** Patterns for names of files in a folder that are to be passed over; a zip is always taken whole, as it is delivered. */
  readonly ignore?: readonly string[] | undefined;
  /** Given each file of a folder while the next one is being read, small ones first. */
  readonly onRead?: ((entry: RosterEntry) => void) | undefined;
  /** What will scan the files. They are read into its memory, where it is done sooner. */
  readonly scanner?: CsvScanner | undefined;
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
  const entries = kind === 'zip' ? await readZip(path, options) : await readFolder(path, options);
  if (entries.length === 0) throw notARoster(sentence('{path} holds no CSV file.', { path }));
  return { name: path, kind, entries };
}

/** So that a cancel is heard while a large file is read from a slow disk; in bytes. */
const pieceSize = 8 * 1024 ** 2;
/** How many pieces are asked for at a time: what is in memory already is copied by several threads, whatever this one does. */
const piecesAtOnce = 16;

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
    if (code === 'ENOENT') throw notARoster(sentence('There is no {path}.', { path }));
    throw unreadableFile(path, error);
  }
  throw notARoster(sentence('{path} is neither a folder nor a zip.', { path }));
}

function notARoster(message: Sentence): RosterError {
  return new RosterError(
    'not-a-roster',
    message,
    phrase('Give the folder that holds the CSV files, or a zip of them.'),
  );
}

async function readFolder(
  path: string,
  { signal, ignore = [], onRead, scanner }: ReadRosterInputOptions,
): Promise<readonly RosterEntry[]> {
  const names = (await csvNames(path)).filter(
    (name) => !ignore.some((pattern) => matchesPattern(name, pattern)),
  );
  const read = new Map<string, RosterEntry>();
  const order = onRead === undefined ? names : await bySize(path, names);
  let next: BegunReading | undefined;
  try {
    for (const name of [...order, undefined]) {
      throwIfCancelled(signal);
      const begun = next;
      next = name === undefined ? undefined : await beginReading(join(path, name), name, { signal, scanner });
      if (begun === undefined) continue;
      const entry = { path: begun.name, content: await begun.content };
      read.set(entry.path, entry);
      onRead?.(entry);
    }
  } finally {
    await Promise.allSettled([next?.content]);
  }
  return names.flatMap((name) => read.get(name) ?? []);
}

/** The names of files by their sizes; of those that are not there something is said when they are read. */
async function bySize(folder: string, names: readonly string[]): Promise<readonly string[]> {
  const sizes = await Promise.all(
    names.map((name) =>
      stat(join(folder, name)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  const order = names.map((name, index) => ({ name, size: sizes[index] ?? 0 }));
  return order.sort((a, b) => a.size - b.size).map(({ name }) => name);
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
async function readBytes(
  handle: FileHandle,
  path: string,
  size: number,
  { signal, scanner }: ReadingOptions,
): Promise<Uint8Array> {
  try {
    const bytes = scanner?.memoryFor(size) ?? new Uint8Array(size);
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

/** A file whose reading has been asked for: it goes on by itself, even while this thread is busy. */
interface BegunReading {
  readonly name: string;
  readonly content: Promise<RosterEntry['content']>;
}

type ReadingOptions = Pick<ReadRosterInputOptions, 'signal' | 'scanner'>;

async function beginReading(path: string, name: string, options: ReadingOptions): Promise<BegunReading> {
  const { signal } = options;
  try {
    const found = await stat(path);
    if (found.isDirectory()) return failed(name, sentence('{name} is a folder, not a file.', { name }));
    // Reading a pipe or a device might never end.
    if (!found.isFile()) return failed(name, sentence('{name} is not a regular file.', { name }));
    const bytes = readBytes(await open(path), path, found.size, options);
    const content = bytes.then((read) => ({ bytes: read })).catch(sayFailure);
    // It may fail while nobody waits for it yet; whoever does then is told.
    content.catch(() => undefined);
    return { name, content };
  } catch (error) {
    return { name, content: Promise.resolve(sayFailure(error)) };
  }

  function sayFailure(error: unknown): RosterEntry['content'] {
    throwIfCancelled(signal);
    if (systemCode(error) === undefined) throw error;
    return {
      failure: sentence('{path} cannot be read: {reason}.', { path: name, reason: fileFailure(error) }),
    };
  }
}

function failed(name: string, failure: Sentence): BegunReading {
  return { name, content: Promise.resolve({ failure }) };
}

async function readContent(
  path: string,
  name: string,
  signal: AbortSignal | undefined,
): Promise<RosterEntry['content']> {
  return (await beginReading(path, name, { signal })).content;
}
