import type { ByteEdit } from '../../edits/byte-edit';
import { EditedBytes } from '../../edits/edited-bytes';
import { encodeUtf8 } from '../../text/utf8';
import type { Encoding } from './roster-change';

/** Reads bytes in an encoding. */
export type Decode = (bytes: Uint8Array, encoding: Encoding) => string;

/** What fixes make of a file. */
export interface FilePatch {
  /** Its path before; undefined for a new file. */
  readonly from: string | undefined;
  /** Its path after; undefined where it is deleted. */
  readonly to: string | undefined;
  /** The bytes that it had; undefined for a new file. */
  readonly original: Uint8Array | undefined;
  /** The encoding that it was in, where it was not read as UTF-8. */
  readonly encoding: Encoding | undefined;
  /** What it held, in UTF-8: the original but for the encoding. */
  readonly before: Uint8Array;
  /** The edits of `before`, in order. */
  readonly edits: readonly ByteEdit[];
  readonly after: Uint8Array;
  /** Whether the edits can be made in its text. They cannot where line ends, a byte order mark or the encoding are others. */
  readonly isText: boolean;
}

/** A file that fixes work on, round by round. */
export class FileDraft {
  readonly #from: string | undefined;
  readonly #original: Uint8Array | undefined;
  #to: string | undefined;
  #encoding: Encoding | undefined;
  #edited: EditedBytes;
  #isText = true;

  /** A file that is there, or a new one. */
  constructor(file: { readonly path: string; readonly bytes: Uint8Array } | undefined) {
    this.#from = file?.path;
    this.#to = file?.path;
    this.#original = file?.bytes;
    this.#edited = new EditedBytes(file?.bytes ?? new Uint8Array());
  }

  edit(edits: readonly ByteEdit[], isText: boolean): void {
    this.#edited.edit(edits);
    this.#isText &&= isText;
  }

  /** Reads the file anew, in another encoding. Edits that were made before are lost. */
  recode(encoding: Encoding, decode: Decode): void {
    this.#encoding = encoding;
    this.#edited = new EditedBytes(encodeUtf8(decode(this.#original ?? this.bytes(), encoding)));
    this.#isText = false;
  }

  moveTo(path: string | undefined): void {
    this.#to = path;
  }

  bytes(): Uint8Array {
    return this.#edited.bytes();
  }

  /** Undefined where nothing has come of all changes. */
  patch(): FilePatch | undefined {
    const edits = this.#to === undefined ? this.#deletion() : this.#edited.edits();
    const patch = {
      from: this.#from,
      to: this.#to,
      original: this.#original,
      encoding: this.#encoding,
      before: this.#edited.before,
      edits,
      after: this.#to === undefined ? new Uint8Array() : this.bytes(),
      isText: this.#isText,
    };
    if (this.#from === undefined && this.#to === undefined) return undefined;
    const isSame = this.#from === this.#to && edits.length === 0 && this.#encoding === undefined;
    return isSame ? undefined : patch;
  }

  #deletion(): readonly ByteEdit[] {
    const { length } = this.#edited.before;
    return length === 0 ? [] : [{ start: 0, end: length, text: '' }];
  }
}
