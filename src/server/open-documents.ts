import { basename, dirname } from 'node:path';
import type { RosterEntry, RosterInput } from '../core/model/roster-input';
import { byteOrderMark } from '../core/text/utf8';
import type { OpenDocument } from './open-document';

/**
 * The documents that are open in the editor, by path. A document that has not been changed since it was opened or saved
 * counts as what lies on disk, for the editor has already decoded its text: a byte order mark and bytes that are not UTF-8
 * can be seen on disk alone.
 */
export class OpenDocuments {
  readonly #documents = new Map<string, OpenDocument>();

  opened(path: string, document: OpenDocument): void {
    this.#documents.set(path, document);
  }

  closed(path: string): void {
    this.#documents.delete(path);
  }

  /** The document of that path, if it is open. */
  at(path: string): OpenDocument | undefined {
    return this.#documents.get(path);
  }

  /** The documents that lie directly in the folder, by the names of their files. */
  in(folder: string): ReadonlyMap<string, OpenDocument> {
    const found = [...this.#documents].filter(([path]) => dirname(path) === folder);
    return new Map(found.map(([path, document]) => [basename(path), document]));
  }

  /** What was read from a roster's folder, with the text of changed documents in the place of their files'. */
  overlay(input: RosterInput, folder: string): RosterInput {
    const changed = new Map([...this.in(folder)].filter(([, document]) => document.isDirty));
    if (changed.size === 0) return input;
    return { ...input, entries: input.entries.map((entry) => withText(entry, changed.get(entry.path))) };
  }
}

/** A file with the text of a document as its content, behind a byte order mark where the file has one. */
export function withText(entry: RosterEntry, document: OpenDocument | undefined): RosterEntry {
  if (document === undefined) return entry;
  const text = document.bytes();
  if (!('bytes' in entry.content) || !startsWithMark(entry.content.bytes)) {
    return { path: entry.path, content: { bytes: text } };
  }
  const bytes = new Uint8Array(text.length + byteOrderMark.length);
  bytes.set(byteOrderMark);
  bytes.set(text, byteOrderMark.length);
  return { path: entry.path, content: { bytes } };
}

function startsWithMark(bytes: Uint8Array): boolean {
  return byteOrderMark.every((byte, at) => bytes[at] === byte);
}
