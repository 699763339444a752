import type { FileHandle } from 'node:fs/promises';
import type { CsvScanner } from '../../core/csv/scan-csv';
import { RosterError } from '../../core/errors';
import { phrase, sentence } from '../../core/text/say';
import type { RosterEntry } from '../../core/model/roster-input';
import { openToRead } from '../file-failure';
import { throwIfCancelled } from '../cancel';
import { readCentralDirectory, type ZipEntry } from './central-directory';
import { EntryFailure, unpackEntry } from './unpack-entry';

/** The most bytes that all entries of a zip together may unpack to. */
const mostUnpackedBytes = 2 * 1024 ** 3;
/** CSV packs 5 to 20 times; what unpacks to more than this many times the zip's own size was made to do harm. */
const highestRatio = 200;
/** Up to this size a high ratio does no harm: a file of one repeated line may have it. */
const harmlessBytes = 64 * 1024 ** 2;

interface ReadZipOptions {
  readonly signal?: AbortSignal | undefined;
  /** What will scan the entries; they are unpacked into its memory. */
  readonly scanner?: CsvScanner | undefined;
}

/**
 * Reads every entry of a zip, in the order of its list, entries of one name each for itself. An entry that cannot be
 * read has a sentence in place of its bytes; folders are listed as `path/` without bytes.
 *
 * jszip is not used here: it keeps one of two entries with one name, and refuses the whole zip for one encrypted entry.
 *
 * Throws `file-unreadable`, `zip-unreadable`, `cancelled`, and `zip-bomb` where the entries unpack to more than 2 GB, or
 * to more than 64 MB and 200 times the size of the zip. It stops there, whatever sizes the zip states.
 */
export async function readZip(
  path: string,
  { signal, scanner }: ReadZipOptions = {},
): Promise<readonly RosterEntry[]> {
  const handle = await openToRead(path);
  try {
    const { entries, zipBytes } = await readCentralDirectory(handle, path);
    const budget = new UnpackBudget(path, zipBytes);
    budget.check(entries.reduce((sum, entry) => sum + entry.unpackedBytes, 0));
    const read: RosterEntry[] = [];
    for (const entry of entries) {
      throwIfCancelled(signal);
      read.push({ path: entry.name, content: await readContent(handle, entry, budget, { signal, scanner }) });
    }
    return read;
  } finally {
    await handle.close();
  }
}

async function readContent(
  handle: FileHandle,
  entry: ZipEntry,
  budget: UnpackBudget,
  { signal, scanner }: ReadZipOptions,
): Promise<RosterEntry['content']> {
  if (entry.isFolder) return { bytes: new Uint8Array(0) };
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const piece of unpackEntry(handle, entry)) {
      throwIfCancelled(signal);
      budget.spend(piece.length);
      length += piece.length;
      // Past its stated size an entry is damaged or a bomb; it is counted to the end, but no longer kept.
      if (length <= entry.unpackedBytes) pieces.push(piece);
    }
  } catch (error) {
    if (error instanceof EntryFailure)
      return { failure: sentence('{name} {reason}.', { name: entry.name, reason: error.reason }) };
    throw error;
  }
  return { bytes: joined(pieces, scanner?.memoryFor(length) ?? new Uint8Array(length)) };
}

function joined(pieces: readonly Uint8Array[], bytes: Uint8Array): Uint8Array {
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** Counts unpacked bytes over all entries of a zip. */
class UnpackBudget {
  readonly #path: string;
  readonly #zipBytes: number;
  #spent = 0;

  constructor(path: string, zipBytes: number) {
    this.#path = path;
    this.#zipBytes = zipBytes;
  }

  spend(bytes: number): void {
    this.#spent += bytes;
    this.check(this.#spent);
  }

  check(unpackedBytes: number): void {
    const isTooLarge = unpackedBytes > mostUnpackedBytes;
    const isTooDense = unpackedBytes > harmlessBytes && unpackedBytes > this.#zipBytes * highestRatio;
    if (!isTooLarge && !isTooDense) return;
    const limit = isTooLarge ? '2 GB' : sentence('{ratio} times its own size', { ratio: highestRatio });
    throw new RosterError(
      'zip-bomb',
      sentence('{path} unpacks to more than {limit}, so it was not read to its end.', {
        path: this.#path,
        limit,
      }),
      phrase('Check where the zip comes from. If it is right, unpack it yourself and give the folder.'),
    );
  }
}
