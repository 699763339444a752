import { type Sentence } from '../text/say';
/** One file that was found where the roster lies. */
export interface RosterEntry {
  /** The path inside the folder or zip, with `/` between its parts: `users.csv`, `export/users.csv`. */
  readonly path: string;
  /** The file's bytes, or a sentence that says why they could not be read. */
  readonly content: { readonly bytes: Uint8Array } | { readonly failure: Sentence };
}

/** Everything that the engine knows of a roster before it looks inside. */
export interface RosterInput {
  /** The folder or zip as it is to be shown. */
  readonly name: string;
  readonly kind: 'folder' | 'zip';
  /** Of a folder only its CSV files, of a zip all entries, in the order in which they were found. */
  readonly entries: readonly RosterEntry[];
}

/** The last part of an entry's path. */
export function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Whether an entry is a folder of a zip rather than a file. */
export function isFolderEntry(path: string): boolean {
  return path.endsWith('/');
}

/** Whether a file is what an operating system leaves beside the user's own: `__MACOSX/`, `._users.csv`, `.DS_Store`. */
export function isSystemFile(path: string): boolean {
  return (
    /^__MACOSX(?:\/|$)/.test(path) || /^(?:\._.*|\.DS_Store|Thumbs\.db|desktop\.ini)$/i.test(fileNameOf(path))
  );
}
