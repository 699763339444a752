import { basename, dirname } from 'node:path';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { RosterEntry, RosterInput } from '../core/model/roster-input';
import { byteOrderMark, encodeUtf8 } from '../core/text/utf8';
import { pathOf } from './uris';

/**
 * The documents that are open in the editor, by path. A document that has not been changed since it was opened or saved
 * counts as what lies on disk, for the editor has already decoded its text: a byte order mark and bytes that are not UTF-8
 * can be seen on disk alone.
 */
export class OpenDocuments {
  readonly #documents = new Map<string, OpenDocument>();

  opened(document: TextDocument): void {
    const path = pathOf(document.uri);
    if (path === undefined) return;
    this.#documents.set(path, { document, cleanVersion: document.version });
  }

  saved(document: TextDocument): void {
    this.opened(document);
  }

  closed(document: TextDocument): void {
    const path = pathOf(document.uri);
    if (path !== undefined) this.#documents.delete(path);
  }

  /** The document of that path, if it is open. */
  at(path: string): TextDocument | undefined {
    return this.#documents.get(path)?.document;
  }

  /** Whether a document lies directly in the folder. */
  anyIn(folder: string): boolean {
    return [...this.#documents.keys()].some((path) => dirname(path) === folder);
  }

  /** What was read from a roster's folder, with the text of changed documents in the place of their files'. */
  overlay(input: RosterInput, folder: string): RosterInput {
    const changed = [...this.#documents].filter(
      ([path, { document, cleanVersion }]) => dirname(path) === folder && document.version !== cleanVersion,
    );
    const texts = new Map(changed.map(([path, { document }]) => [basename(path), document]));
    if (texts.size === 0) return input;
    return { ...input, entries: input.entries.map((entry) => withText(entry, texts.get(entry.path))) };
  }
}

interface OpenDocument {
  readonly document: TextDocument;
  readonly cleanVersion: number;
}

function withText(entry: RosterEntry, document: TextDocument | undefined): RosterEntry {
  if (document === undefined) return entry;
  const text = encodeUtf8(document.getText());
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
