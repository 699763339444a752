import { kernelModule } from './kernel.generated';

/** The compiled inner loop of the scanner, and the memory that it works in. See src/kernel/record-kernel.ts. */
export interface Kernel {
  /** Where the bytes of a file are to be put, a piece at a time. */
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
   * `headerWidth` fields. Stops before a record that the input cuts off or that is not well-formed, and returns how many it
   * has read.
   */
  readonly readRecords: (start: number, length: number, base: number, headerWidth: number) => number;
  /** What the last call has found beside that. */
  readonly found: KernelFindings;
  takeFlags(): KernelFlags;
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

/** The part of the language's WebAssembly interface that is used here; core is compiled without a host's types. */
interface WebAssemblyHost {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: KernelExports };
}

interface KernelExports extends KernelFindings {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  readonly inputSize: Counter;
  readonly hasNonAscii: Counter;
  readonly hasControlCharacters: Counter;
  readonly hasLineBreaks: Counter;
  memorySize(): number;
  inputOffset(): number;
  endsOffset(): number;
  startsOffset(): number;
  countsOffset(): number;
  runCountsOffset(): number;
  runsOffset(): number;
  columnRunsSize(): number;
  readonly readRecords: Kernel['readRecords'];
}

const pageSize = 65_536;

/**
 * Makes a kernel. It takes about a millisecond and two megabytes, so that one serves many files, one after the other. Its
 * input holds `pieceSize` bytes, if there is room for so many.
 */
export function createKernel(pieceSize: number): Kernel {
  const { WebAssembly } = globalThis as unknown as { readonly WebAssembly: WebAssemblyHost };
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytesOf(kernelModule)));
  const missing = exports.memorySize() - exports.memory.buffer.byteLength;
  if (missing > 0) exports.memory.grow(Math.ceil(missing / pageSize));
  const { buffer } = exports.memory;
  return {
    input: new Uint8Array(buffer, exports.inputOffset(), Math.min(pieceSize, exports.inputSize.value)),
    piece: undefined,
    ends: words(exports.endsOffset(), exports.startsOffset()),
    starts: words(exports.startsOffset(), exports.countsOffset()),
    counts: words(exports.countsOffset(), exports.runCountsOffset()),
    runs: words(exports.runsOffset(), exports.memorySize()),
    columnSize: exports.columnRunsSize() / 4,
    runCounts: words(exports.runCountsOffset(), exports.runsOffset()),
    readRecords: exports.readRecords,
    found: exports,
    takeFlags: () => ({
      hasNonAscii: taken(exports.hasNonAscii),
      hasControlCharacters: taken(exports.hasControlCharacters),
      hasLineBreaks: taken(exports.hasLineBreaks),
    }),
  };

  function words(start: number, end: number): Uint32Array {
    return new Uint32Array(buffer, start, (end - start) / 4);
  }
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
