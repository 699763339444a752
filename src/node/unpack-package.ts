import { open } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { RosterError } from '../core/errors';
import { phrase, sentence } from '../core/text/say';
import { breathe } from './cancel';
import { openToRead, systemCode, unwritableFile } from './file-failure';
import { readCentralDirectory } from './zip/central-directory';
import { EntryFailure, unpackEntry } from './zip/unpack-entry';

/** A file out of a package. */
export interface UnpackedFile {
  readonly name: string;
  readonly path: string;
}

/**
 * Unpacks a package that this program has made into an empty folder, with every checksum compared.
 * @returns the files in the order of the package
 * @throws RosterError `zip-unreadable`, `file-unreadable`, `file-unwritable`, `cancelled`
 */
export async function unpackPackage(
  zip: string,
  folder: string,
  signal: AbortSignal | undefined,
): Promise<readonly UnpackedFile[]> {
  const handle = await openToRead(zip);
  try {
    const { entries } = await readCentralDirectory(handle, zip);
    const files: UnpackedFile[] = [];
    for (const entry of entries) {
      const name = basename(entry.name.replaceAll('\\', '/'));
      const path = join(folder, name);
      await breathe(signal);
      await writePieces(path, unpackEntry(handle, entry), zip);
      files.push({ name, path });
    }
    return files;
  } finally {
    await handle.close();
  }
}

async function writePieces(path: string, pieces: AsyncIterable<Uint8Array>, zip: string): Promise<void> {
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      for await (const piece of pieces) await file.writeFile(piece);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof EntryFailure) {
      const message = sentence('{name} in {zip} {reason}.', {
        name: basename(path),
        zip,
        reason: error.reason,
      });
      throw new RosterError('zip-unreadable', message, phrase('Package the roster again.'), { cause: error });
    }
    throw systemCode(error) === undefined ? error : unwritableFile(path, error);
  }
}
