import type { ByteEdit } from '../../edits/byte-edit';

const covered = 1;
const inner = 2;
const insertion = 4;

/** Notes which bytes of a file are edited, so that of edits that would overlap only the first are made. */
export class TakenBytes {
  readonly #marks: Uint8Array;

  constructor(length: number) {
    this.#marks = new Uint8Array(length + 1);
  }

  /** Whether edits do not overlap what was taken. Two may go in at one place. */
  areFree(edits: readonly ByteEdit[]): boolean {
    return edits.every(({ start, end }) => {
      if (start === end) return ((this.#marks[start] ?? 0) & inner) === 0;
      for (let at = start; at < end; at++) {
        const mark = this.#marks[at] ?? 0;
        if ((mark & covered) !== 0 || (at > start && (mark & insertion) !== 0)) return false;
      }
      return true;
    });
  }

  take(edits: readonly ByteEdit[]): void {
    for (const { start, end } of edits) {
      if (start === end) this.#mark(start, insertion);
      for (let at = start; at < end; at++) this.#mark(at, at > start ? covered | inner : covered);
    }
  }

  #mark(at: number, mark: number): void {
    this.#marks[at] = (this.#marks[at] ?? 0) | mark;
  }
}
