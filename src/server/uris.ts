import { basename, dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { RosterError } from '../core/errors';
import { phrase, sentence } from '../core/text/say';

/** The path of a `file:` URI, or undefined for another scheme or a URI that names no path. */
export function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

/**
 * The folder of a roster.
 * @throws RosterError `not-a-roster` where the URI names no folder on disk
 */
export function rosterFolder(rosterUri: string): string {
  const folder = pathOf(rosterUri);
  if (folder !== undefined) return folder;
  throw new RosterError(
    'not-a-roster',
    sentence('{rosterUri} is not a folder.', { rosterUri }),
    phrase('Open its folder.'),
  );
}

/** The URI of a path, written as Node writes it; `sameUri` compares with what an editor sent. */
export function uriOf(path: string): string {
  return pathToFileURL(path).href;
}

/** The folder and name of a file's URI. */
export function splitUri(uri: string): { readonly folder: string; readonly name: string } | undefined {
  const path = pathOf(uri);
  return path === undefined ? undefined : { folder: dirname(path), name: basename(path) };
}
