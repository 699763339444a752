import type { FileEdit } from '../../edits/byte-edit';

/** An encoding that a file may be in instead of UTF-8. */
export type Encoding = 'UTF-16LE' | 'UTF-16BE' | 'Windows-1252' | 'Shift-JIS';

/**
 * One thing that a fix does. `edit`: other text in a file, which an editor can do in an open document. `bytes`: other bytes where
 * no text shows, as line ends and a byte order mark. `recode`: the file is read in that encoding and written in UTF-8. Paths are
 * those in the roster.
 */
export type RosterChange =
  | ({ readonly kind: 'edit' | 'bytes'; readonly columns?: boolean } & FileEdit)
  | { readonly kind: 'recode'; readonly file: string; readonly encoding: Encoding }
  | { readonly kind: 'create'; readonly file: string; readonly text: string }
  | { readonly kind: 'rename'; readonly file: string; readonly to: string }
  | { readonly kind: 'delete'; readonly file: string };
