import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { decodeUtf8, encodeUtf8 } from '../core/text/utf8';

/**
 * A document that is open in the editor. Its text is kept here, or by a roster that was given it, so that a change need not be
 * made twice in a large file.
 */
export class OpenDocument {
  readonly uri: string;
  readonly #language: string;
  #version: number;
  #cleanVersion: number;
  #text: TextDocument | undefined;
  #mirror: (() => Uint8Array) | undefined;

  constructor(uri: string, language: string, version: number, text: string) {
    this.uri = uri;
    this.#language = language;
    this.#version = version;
    this.#cleanVersion = version;
    this.#text = TextDocument.create(uri, language, version, text);
  }

  /** Whether it was changed since it was opened or saved. */
  get isDirty(): boolean {
    return this.#version !== this.#cleanVersion;
  }

  get isMirrored(): boolean {
    return this.#mirror !== undefined;
  }

  get version(): number {
    return this.#version;
  }

  saved(): void {
    this.#cleanVersion = this.#version;
  }

  /** Takes a change over. Who mirrors the text makes it there. */
  change(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    this.#version = version;
    if (this.#text !== undefined) this.#text = TextDocument.update(this.#text, [...changes], version);
  }

  text(): string {
    return this.#text?.getText() ?? decodeUtf8(this.bytes());
  }

  /** The text in UTF-8, without a byte order mark. */
  bytes(): Uint8Array {
    return this.#mirror?.() ?? encodeUtf8(this.#text?.getText() ?? '');
  }

  /** Leaves the text to somebody who makes all further changes of it. */
  mirrorBy(read: () => Uint8Array): void {
    this.#mirror = read;
    this.#text = undefined;
  }

  /** Takes the text back. */
  takeBack(): void {
    if (this.#mirror === undefined) return;
    const text = decodeUtf8(this.#mirror());
    this.#mirror = undefined;
    this.#text = TextDocument.create(this.uri, this.#language, this.#version, text);
  }
}
