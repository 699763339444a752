import { nextTurn } from '../turns';

/** An array in JSON that is long enough to be read in pieces. Offsets are bytes. */
export interface LongArray {
  /** Behind its opening bracket. */
  readonly start: number;
  /** At its closing bracket. */
  readonly end: number;
  /** Where it may be cut: at commas between its elements, some way apart. */
  readonly commas: readonly number[];
}

/** How far apart an array is cut; a shorter one is not. */
const piece = 0x8000;
/** So many bytes are looked at at a stretch, which takes about a millisecond. */
const atAStretch = 0x4_0000;
/** Only arrays that lie in no more than so many others are looked for: problems, rosters and the like lie in two. */
const deepest = 2;

/** Finds the long arrays of a JSON text, in order; the editor has its turn while it looks. */
export async function findLongArrays(bytes: Uint8Array): Promise<readonly LongArray[]> {
  const search = new Search(bytes);
  while (!search.isOver) {
    search.goOn();
    await nextTurn();
  }
  return search.found;
}

interface OpenArray {
  readonly start: number;
  readonly depth: number;
  readonly commas: number[];
}

class Search {
  readonly found: LongArray[] = [];
  readonly #bytes: Uint8Array;
  #at = 0;
  #depth = 0;
  #array: OpenArray | undefined;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get isOver(): boolean {
    return this.#at >= this.#bytes.length;
  }

  goOn(): void {
    const bytes = this.#bytes;
    const end = Math.min(this.#at + atAStretch, bytes.length);
    while (this.#at < end) {
      switch (bytes[this.#at]) {
        case 0x22: // "
          this.#skipString();
          break;
        case 0x5b: // [
          this.#openArray();
          this.#depth++;
          break;
        case 0x7b: // {
          this.#depth++;
          break;
        case 0x5d: // ]
        case 0x7d: // }
          this.#depth--;
          this.#close();
          break;
        case 0x2c: // ,
          this.#noteComma();
          break;
        case undefined:
        default:
      }
      this.#at++;
    }
  }

  /** To its closing quote. */
  #skipString(): void {
    const bytes = this.#bytes;
    let at = this.#at + 1;
    while (at < bytes.length && bytes[at] !== 0x22) at += bytes[at] === 0x5c ? 2 : 1;
    this.#at = at;
  }

  #openArray(): void {
    if (this.#array !== undefined || this.#depth > deepest) return;
    this.#array = { start: this.#at + 1, depth: this.#depth, commas: [] };
  }

  #close(): void {
    const array = this.#array;
    if (array?.depth !== this.#depth) return;
    if (array.commas.length > 0) this.found.push({ start: array.start, end: this.#at, commas: array.commas });
    this.#array = undefined;
  }

  #noteComma(): void {
    const array = this.#array;
    if (array?.depth !== this.#depth - 1) return;
    const last = array.commas.at(-1) ?? array.start;
    if (this.#at - last >= piece) array.commas.push(this.#at);
  }
}
