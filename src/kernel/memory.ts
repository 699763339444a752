// Where things lie in the kernel's memory: what is found of the records that were read last, then the file or a piece of it, and
// behind that the tables of distinct values, for which memory is added as it is needed.

/** How many records are read in one call at most. */
export const mostRecords: i32 = 1 << 11;
export const mostFields: i32 = 1 << 17;
/** The fields of no more columns than this are described. */
export const mostColumns: i32 = 64;
/**
 * The bytes from the runs of one column to those of the next: a little more than all of a column take, so that those of different
 * columns do not compete for places in the cache.
 */
export const columnRuns: i32 = (mostRecords << 4) + 64;
/** Loads may reach this far past the input. */
const overhang: i32 = 128;
/** The bytes of a page of WebAssembly's memory, as a power of two. */
const pageBits: i32 = 16;

/** Where each field ends: an offset in the file. */
export const endsAt: i32 = 1024;
/** Where each record starts: an offset in the file. */
export const startsAt: i32 = endsAt + (mostFields << 2);
/** The number of fields of each record. */
export const countsAt: i32 = startsAt + (mostRecords << 2);
/** The number of runs of each column. */
export const runCountsAt: i32 = countsAt + (mostRecords << 2);
/** Sixteen bytes of ones, set at each call, and as many zeroes: read from some place on, they cut off what is behind a field. */
export const cutAt: i32 = runCountsAt + (mostColumns << 2);
/** The runs of the columns, one column after the other. */
export const runsAt: i32 = cutAt + 32;
export const inputAt: i32 = runsAt + mostColumns * columnRuns;

// The words of a run: see core/csv/runs.ts.
export const runSize: i32 = 16;
export const runHash: i32 = 0;
export const runStart: i32 = 4;
export const runLength: i32 = 8;
/** The record in the upper 24 bits, the kind of the content in the lower 8. */
export const runRecord: i32 = 12;
/** Stands for the length of a field that is not there. */
export const missing: i32 = -1;

/** The runs of a column. */
// @ts-ignore: decorator
@inline
export function runsOf(column: i32): i32 {
  return runsAt + column * columnRuns;
}

/** Where the memory begins that is still free, and how far it may reach. */
let freeAt: i32 = 0;
let mostMemory: i32 = 0;

/** Makes room for an input of `size` bytes; `most` is how much memory there may be in all. Returns whether there was so much. */
export function makeInput(size: i32, most: i32): bool {
  freeAt = inputAt;
  mostMemory = most;
  return allocate(<i64>size + overhang) != 0;
}

/** Memory full of zeroes that nothing else uses, or 0 where there is none left. */
export function allocate(size: i64): i32 {
  const at = freeAt;
  const end = (<i64>at + size + 63) & ~63;
  if (end > mostMemory) return 0;
  const missing = <i32>((end + (1 << pageBits) - 1) >> pageBits) - memory.size();
  if (missing > 0 && memory.grow(missing) < 0) return 0;
  freeAt = <i32>end;
  return at;
}
