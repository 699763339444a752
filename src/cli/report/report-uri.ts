import { isAbsolute, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A path as a URI reference: relative to where the command was started, or a `file:` URI where the path is absolute. */
export function uriOf(path: string): string {
  if (isAbsolute(path)) return pathToFileURL(path).href;
  return path.split(sep).map(encodeURIComponent).join('/');
}
