import { carriageReturn, comma, lineFeed, quote } from './bytes';
import { GrowableOffsets } from './growable-offsets';

/**
 * Reads a CSV file record by record, by all of the rules. CRLF and LF end a record, CR alone only where the file holds no LF
 * at all. An opening quote that is never closed, or whose closing quote stands in a later line with text after it, ends at its
 * line's end, so that the rest of the file is still read.
 */
export class RecordScanner {
  readonly #bytes: Uint8Array;
  readonly #carriageReturnEnds: boolean;
  /** Where fields end. Who has no use for them any more may clear the list, and say here how many there were. */
  readonly fieldEnds: GrowableOffsets;
  cleared = 0;
  readonly bareCarriageReturns = new GrowableOffsets(0);
  readonly strayQuotes = new GrowableOffsets(0);
  readonly unclosedQuotes = new GrowableOffsets(0);
  readonly quoteSearches = new GrowableOffsets(0);
  /** Numbers of fields, the cleared ones counted. */
  readonly malformedFields = new Set<number>();
  crlf = 0;
  lf = 0;
  cr = 0;
  hasNonAscii = false;
  hasControlCharacters = false;
  hasLineBreaks = false;

  constructor(bytes: Uint8Array, fieldEnds: GrowableOffsets) {
    this.#bytes = bytes;
    this.#carriageReturnEnds = !bytes.includes(lineFeed);
    this.fieldEnds = fieldEnds;
  }

  /** Reads one record and returns where the next one starts. */
  scanRecord(start: number): number {
    const bytes = this.#bytes;
    let at = start;
    for (;;) {
      at = bytes[at] === quote ? this.#scanQuoted(at) : this.#scanPlain(at, false);
      this.fieldEnds.push(at);
      if (at >= bytes.length) return at;
      if (bytes[at] !== comma) return this.#passLineEnd(at);
      at++;
    }
  }

  #passLineEnd(at: number): number {
    if (this.#bytes[at] === lineFeed) {
      this.lf++;
      return at + 1;
    }
    if (this.#bytes[at + 1] === lineFeed) {
      this.crlf++;
      return at + 2;
    }
    this.cr++;
    return at + 1;
  }

  /** Reads unquoted text up to the delimiter or line end and returns where that stands. */
  #scanPlain(start: number, quotesKnown: boolean): number {
    const bytes = this.#bytes;
    const length = bytes.length;
    let strayKnown = quotesKnown;
    let at = start;
    for (; at < length; at++) {
      const byte = bytes[at] ?? 0;
      if (byte > comma && byte < 0x7f) continue;
      if (byte === comma || byte === lineFeed) return at;
      if (byte === carriageReturn) {
        if (this.#carriageReturnEnds || bytes[at + 1] === lineFeed) return at;
        this.bareCarriageReturns.push(at);
      } else if (byte === quote && !strayKnown) {
        strayKnown = true;
        this.#noteStrayQuote(at);
      } else if (byte < 0x20 || byte === 0x7f) this.hasControlCharacters = true;
      else if (byte >= 0x80) this.hasNonAscii = true;
    }
    return at;
  }

  /** Reads a quoted field and returns the place after its closing quote, where a delimiter or line end stands. */
  #scanQuoted(open: number): number {
    const bytes = this.#bytes;
    const length = bytes.length;
    let spansLines = false;
    for (let at = open + 1; at < length; at++) {
      const byte = bytes[at] ?? 0;
      if (byte > quote && byte < 0x7f) continue;
      if (byte === quote) {
        if (bytes[at + 1] !== quote) return this.#closeQuoted(open, at + 1, spansLines);
        at++;
      } else if (byte === lineFeed || byte === carriageReturn) spansLines = true;
      else if (byte < 0x20 || byte === 0x7f) this.hasControlCharacters = true;
      else if (byte >= 0x80) this.hasNonAscii = true;
    }
    return this.#giveUpQuote(open, length);
  }

  #closeQuoted(open: number, after: number, spansLines: boolean): number {
    const next = this.#bytes[after];
    const isEnd =
      next === undefined ||
      next === comma ||
      next === lineFeed ||
      (next === carriageReturn && (this.#carriageReturnEnds || this.#bytes[after + 1] === lineFeed));
    if (isEnd) {
      this.hasLineBreaks ||= spansLines;
      return after;
    }
    if (spansLines) return this.#giveUpQuote(open, after + 1);
    this.#noteStrayQuote(after);
    return this.#scanPlain(after, true);
  }

  #giveUpQuote(open: number, searched: number): number {
    this.unclosedQuotes.push(open);
    this.quoteSearches.push(searched);
    this.malformedFields.add(this.cleared + this.fieldEnds.length);
    return this.#scanPlain(open + 1, true);
  }

  #noteStrayQuote(at: number): void {
    this.strayQuotes.push(at);
    this.malformedFields.add(this.cleared + this.fieldEnds.length);
  }
}
