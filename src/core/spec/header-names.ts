/** The name of a file without the folders before it. Both kinds of slash separate folders. */
export function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/**
 * Column names as they were meant, for recognising a header and never for judging it: a header in one piece is split at its
 * semicolons or tabs, and byte order marks, invisible characters, quotes and blanks round a name are dropped, empty names too.
 */
export function readableNames(header: readonly string[]): string[] {
  const [only] = header;
  const names = header.length === 1 && only !== undefined ? only.split(/[;\t|]/) : header;
  return names.map(readableName).filter((name) => name !== '');
}

function readableName(name: string): string {
  return name.replace(/[\uFEFF\u200B-\u200D\u2060\0]/g, '').replace(/^[\s"']+|[\s"']+$/g, '');
}
