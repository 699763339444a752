import { decodeUtf8, encodeUtf8 } from '../text/utf8';
import { inOrder, type ByteEdit } from './byte-edit';

/** A stretch of the bytes as they are now. */
interface Piece {
  readonly bytes: Uint8Array;
  /** Where it stood before all edits, or -1 for what is new. */
  readonly origin: number;
}

/** Bytes that are edited again and again, and the edits that lead there in one go. */
export class EditedBytes {
  readonly before: Uint8Array;
  #pieces: readonly Piece[];

  constructor(before: Uint8Array) {
    this.before = before;
    this.#pieces = before.length === 0 ? [] : [{ bytes: before, origin: 0 }];
  }

  /** The bytes as they are now. */
  bytes(): Uint8Array {
    const whole = new Uint8Array(this.#pieces.reduce((length, { bytes }) => length + bytes.length, 0));
    let at = 0;
    for (const { bytes } of this.#pieces) {
      whole.set(bytes, at);
      at += bytes.length;
    }
    return whole;
  }

  /** Takes over edits of the bytes as they are now. They must not overlap. */
  edit(edits: readonly ByteEdit[]): void {
    const reader = new PieceReader(this.#pieces);
    const pieces: Piece[] = [];
    for (const { start, end, text } of inOrder(edits)) {
      pieces.push(...reader.take(start));
      reader.skip(end);
      if (text !== '') pieces.push({ bytes: encodeUtf8(text), origin: -1 });
    }
    pieces.push(...reader.take(Infinity));
    this.#pieces = pieces;
  }

  /** The edits of the bytes before that make the bytes as they are now: in order, no two of them side by side. */
  edits(): readonly ByteEdit[] {
    const edits: ByteEdit[] = [];
    let start = 0;
    let text = '';
    const close = (end: number) => {
      if (end > start || text !== '') edits.push({ start, end, text });
    };
    for (const { bytes, origin } of this.#pieces) {
      if (origin < 0) {
        text += decodeUtf8(bytes);
        continue;
      }
      close(origin);
      start = origin + bytes.length;
      text = '';
    }
    close(this.before.length);
    return edits;
  }
}

/** Reads pieces from start to end, cutting them where asked to. */
class PieceReader {
  readonly #pieces: readonly Piece[];
  #index = 0;
  /** How much of the piece at `#index` has been read. */
  #within = 0;
  #offset = 0;

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
  }

  /** What stands between here and an offset. */
  *take(to: number): Generator<Piece> {
    if (to < this.#offset) throw new RangeError('edits overlap');
    while (this.#offset < to) {
      const piece = this.#pieces[this.#index];
      if (piece === undefined) return;
      const length = Math.min(piece.bytes.length - this.#within, to - this.#offset);
      const bytes = piece.bytes.subarray(this.#within, this.#within + length);
      if (length > 0) yield { bytes, origin: piece.origin < 0 ? -1 : piece.origin + this.#within };
      this.#offset += length;
      this.#within += length;
      if (this.#within < piece.bytes.length) return;
      this.#index++;
      this.#within = 0;
    }
  }

  skip(to: number): void {
    const skipped = this.take(to);
    while (skipped.next().done !== true);
  }
}
