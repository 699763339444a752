import { kernelModule } from './kernel.generated';
import { mostColumns } from './runs';

/** The compiled inner loop of the scanner, and the memory that it works in. See src/kernel. */
export interface Kernel {
  /** Where the bytes of a file are to be put: all of it, or a piece at a time. */
  readonly input: Uint8Array;
  /** Whose piece stands there. Another scan may put its own in its place between two steps of the first. */
  piece: object | undefined;
  /** Where each field ends in the file. */
  readonly ends: Uint32Array;
  /** What has been found of each record: where it starts in the file, and how many fields it has. */
  readonly starts: Uint32Array;
  readonly counts: Uint32Array;
  /** What has been found of the content of fields: see `RecordBatch`. */
  readonly runs: Uint32Array;
  readonly columnSize: number;
  readonly runCounts: Uint32Array;
  /**
   * Reads whole records from `start` on, of an input of `length` bytes that stand at `base` in a file whose header has
   * `headerWidth` fields. Stops before a record that the input cuts off or that is not well-formed, and after some thousands;
   * returns how many it has read.
   */
  readonly readRecords: (start: number, length: number, base: number, headerWidth: number) => number;
  /** What the last call has found beside that. */
  readonly found: KernelFindings;
  takeFlags(): KernelFlags;
  /**
   * Makes a table for the distinct values of a column, of a file whose bytes are all of the input. `undefined` where there is no
   * memory for it.
   */
  makeTable(column: number, records: number): KernelTable | undefined;
}

/** The distinct values of a column, collected in the kernel's memory. */
export interface KernelTable {
  /** Takes in what runs say of the next records. Returns whether there was memory for them; else the table is of no use any more. */
  add(firstRecord: number, count: number): boolean;
  /** What it holds, in memory that nobody else writes to. */
  finish(): FilledTable;
}

/** A filled table of values; see `ValueTable` for what it consists of. */
export interface FilledTable {
  readonly entries: Uint32Array;
  readonly kinds: Uint8Array;
  readonly slots: Int32Array;
  readonly codes: Uint32Array;
  /** How many values there are, the empty one included. */
  readonly size: number;
  readonly kindBits: number;
  readonly longest: number;
  readonly shortest: number;
}

interface KernelFindings {
  /** How many fields the records have. */
  readonly fieldCount: Counter;
  /** Where the next record starts, in bytes of the input. */
  readonly next: Counter;
  readonly crlfCount: Counter;
  readonly lfCount: Counter;
  readonly oddCount: Counter;
}

/** What was found in any of the fields since it was asked last. */
interface KernelFlags {
  readonly hasNonAscii: boolean;
  readonly hasControlCharacters: boolean;
  readonly hasLineBreaks: boolean;
}

interface Counter {
  value: number;
}

/** A global of the module that never changes. */
type Place = Readonly<Counter>;

/** The part of the language's WebAssembly interface that is used here; core is compiled without a host's types. */
interface WebAssemblyHost {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: KernelExports };
}

interface KernelExports extends KernelFindings {
  readonly memory: { readonly buffer: SharedArrayBuffer };
  readonly hasNonAscii: Counter;
  readonly hasControlCharacters: Counter;
  readonly hasLineBreaks: Counter;
  makeInput(size: number, most: number): number;
  /** Where the arrays begin; see src/kernel/memory.ts. */
  readonly endsAt: Place;
  readonly startsAt: Place;
  readonly countsAt: Place;
  readonly runCountsAt: Place;
  readonly runsAt: Place;
  readonly inputAt: Place;
  /** The bytes from the runs of one column to those of the next. */
  readonly columnRuns: Place;
  readonly readRecords: Kernel['readRecords'];
  makeTable(records: number): number;
  addRuns(table: number, column: number, firstRecord: number, count: number): number;
}

/** How many bytes of a file are looked at in one go, unless all of it lies in a kernel's memory. */
export const usualPiece = 1 << 18;
/** The places in a kernel's memory are signed numbers of 32 bits. */
const mostMemory = 2 ** 31 - 1;

/** Makes kernels. The code of all is compiled once. */
export class KernelMaker {
  readonly #module: object;
  #isExhausted = false;

  constructor() {
    this.#module = new (webAssembly().Module)(bytesOf(kernelModule));
  }

  /**
   * A kernel whose input holds `size` bytes. It takes about three megabytes besides, and what its tables need, `most` bytes in all;
   * what nobody has written to takes none. Undefined where there is no memory for it, and from then on: each memory takes much of
   * the addresses of a process, however little of it is used, and where they are used up all garbage would be collected each time.
   */
  make(size: number, most = mostMemory): Kernel | undefined {
    if (this.#isExhausted || size >= most) return undefined;
    try {
      const { exports } = new (webAssembly().Instance)(this.#module);
      return exports.makeInput(size, most) === 0 ? undefined : kernelOf(exports, size);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.#isExhausted = true;
      return undefined;
    }
  }
}

function kernelOf(exports: KernelExports, size: number): Kernel {
  const { buffer } = exports.memory;
  const { endsAt, startsAt, countsAt, runCountsAt, runsAt, inputAt } = exports;
  return {
    input: new Uint8Array(buffer, inputAt.value, size),
    piece: undefined,
    ends: words(endsAt, startsAt),
    starts: words(startsAt, countsAt),
    counts: words(countsAt, runCountsAt),
    runs: words(runsAt, inputAt),
    columnSize: exports.columnRuns.value / 4,
    runCounts: new Uint32Array(buffer, runCountsAt.value, mostColumns),
    readRecords: exports.readRecords,
    found: exports,
    takeFlags: () => ({
      hasNonAscii: taken(exports.hasNonAscii),
      hasControlCharacters: taken(exports.hasControlCharacters),
      hasLineBreaks: taken(exports.hasLineBreaks),
    }),
    makeTable: (column, records) => {
      const table = exports.makeTable(records);
      if (table === 0) return undefined;
      return {
        add: (firstRecord, count) => exports.addRuns(table, column, firstRecord, count) !== 0,
        finish: () => filledTable(exports.memory.buffer, table),
      };
    },
  };

  function words(start: Place, end: Place): Uint32Array {
    return new Uint32Array(buffer, start.value, (end.value - start.value) / 4);
  }
}

/** The table at a place of the memory; src/kernel/values.ts says what its words are. */
function filledTable(memory: SharedArrayBuffer, table: number): FilledTable {
  const words = new Uint32Array(memory, table, 12);
  const at = (word: number) => words[word] ?? 0;
  return {
    slots: new Int32Array(memory, at(0), at(1) + 1),
    entries: new Uint32Array(memory, at(2), at(4) * 4),
    kinds: new Uint8Array(memory, at(3), at(4)),
    size: at(5),
    codes: new Uint32Array(memory, at(6), at(7)),
    kindBits: at(9),
    longest: at(10),
    shortest: at(5) === 1 ? Infinity : at(11),
  };
}

function webAssembly(): WebAssemblyHost {
  return (globalThis as unknown as { readonly WebAssembly: WebAssemblyHost }).WebAssembly;
}

function taken(flag: Counter): boolean {
  const isSet = flag.value === 1;
  flag.value = 0;
  return isSet;
}

function bytesOf(hexadecimal: string): Uint8Array {
  return Uint8Array.from({ length: hexadecimal.length / 2 }, (_, at) =>
    parseInt(hexadecimal.slice(at * 2, at * 2 + 2), 16),
  );
}
