import { basename, dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The path of a `file:` URI, or undefined for another scheme or a URI that names no path. */
export function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
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
