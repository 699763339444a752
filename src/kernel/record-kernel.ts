// The inner loop of the scanner, in AssemblyScript: TypeScript's syntax, compiled to WebAssembly by scripts/generate/kernel.mjs.
// It looks at 64 bytes at a time for what structures CSV, and describes each field that differs from the one above it (a hash,
// what kind of bytes it has) while its bytes are at hand. It knows well-formed records only. At a record that is not, or that
// the input cuts off, it stops, and core/csv/scan-csv.ts, which knows all of the rules, reads that one.
//
// All offsets are places in this module's memory: the input first, then an array for each thing that is said of it.

/** How many bytes of a file are looked at in one call. */
export const inputSize: i32 = 1 << 18;
/** Loads may reach this far past the input. */
const overhang: i32 = 128;
const mostRecords: i32 = 1 << 13;
const mostFields: i32 = 1 << 17;
/** The fields of no more columns than this are described. */
const mostColumns: i32 = 64;
/** A little more than all runs of a column take, so that those of different columns do not compete for places in the cache. */
const columnRuns: i32 = (mostRecords << 4) + 64;

const inputAt: i32 = 1024;
const endsAt: i32 = inputAt + inputSize + overhang;
const startsAt: i32 = endsAt + (mostFields << 2);
const countsAt: i32 = startsAt + (mostRecords << 2);
const runCountsAt: i32 = countsAt + (mostRecords << 2);
/** Sixteen bytes of ones, set at each call, and as many zeroes: read from some place on, they cut off what is behind a field. */
const cutAt: i32 = runCountsAt + (mostColumns << 2);
const runsAt: i32 = cutAt + 32;
const memoryEnd: i32 = runsAt + mostColumns * columnRuns;

export function inputOffset(): i32 {
  return inputAt;
}
/** Where each field ends: an offset in the file. */
export function endsOffset(): i32 {
  return endsAt;
}
/** Where each record starts: an offset in the file. */
export function startsOffset(): i32 {
  return startsAt;
}
/** The number of fields of each record. */
export function countsOffset(): i32 {
  return countsAt;
}
/** The number of runs of each column. */
export function runCountsOffset(): i32 {
  return runCountsAt;
}
/** The runs of the columns, one column after the other: see core/csv/runs.ts. */
export function runsOffset(): i32 {
  return runsAt;
}
/** The bytes from the runs of one column to those of the next. */
export function columnRunsSize(): i32 {
  return columnRuns;
}
/** The bytes of memory that all of it takes. */
export function memorySize(): i32 {
  return memoryEnd;
}

// The bits of a field's kind: see core/csv/field-kind.ts.
const isEmpty: i32 = 2;
const notPlain: i32 = 8;
const notIdCharacters: i32 = 16;
const hasUpperCase: i32 = 32;
const notDigits: i32 = 64;
const hasLowerCase: i32 = 128;

/** Stands for the length of a field that is not there. */
const missing: i32 = -1;

const comma: i32 = 0x2c;
const quote: i32 = 0x22;
const lineFeed: i32 = 0x0a;
const carriageReturn: i32 = 0x0d;
const space: i32 = 0x20;

// What the last call found, beside the arrays.
export let fieldCount: i32 = 0;
/** Where the next record starts, in bytes of the input. */
export let next: i32 = 0;
export let crlfCount: i32 = 0;
export let lfCount: i32 = 0;
/** How many records are blank or have not as many fields as the header. */
export let oddCount: i32 = 0;
export let hasNonAscii: i32 = 0;
export let hasControlCharacters: i32 = 0;
/** Whether a quoted field holds a line break. */
export let hasLineBreaks: i32 = 0;

let limit: i32 = 0;
let blockStart: i32 = 0;
let blockMask: u64 = 0;

// What class a character is of, as the bits that two tables share, looked up by its upper and its lower four bits. Characters
// that may stand in an id are of one class, all others of none.
const isDigit: i32 = 1;
const isUpper: i32 = 2 | 4; // @ A-O, and P-Z _
const isLower: i32 = 8 | 16;
const upperBits = i8x16(0, 0, 32, 1, 2 | 64, 4 | -128, 8, 16, 0, 0, 0, 0, 0, 0, 0, 0);
const lowerBits = i8x16(
  1 | 4 | 16 | 64,
  1 | 2 | 4 | 8 | 16,
  1 | 2 | 4 | 8 | 16,
  1 | 2 | 4 | 8 | 16,
  1 | 2 | 4 | 8 | 16,
  1 | 2 | 4 | 8 | 16,
  1 | 2 | 4 | 8 | 16,
  1 | 2 | 4 | 8 | 16,
  1 | 2 | 4 | 8 | 16,
  1 | 2 | 4 | 8 | 16,
  2 | 4 | 8 | 16,
  2 | 8,
  2 | 8,
  2 | 8 | 32,
  2 | 8 | 32,
  2 | 8 | 32 | -128,
);

/**
 * Reads whole records from `start` on, of an input of `length` bytes that stands at `base` in its file, whose header has
 * `headerWidth` fields. Returns how many records it has read.
 */
export function readRecords(start: i32, length: i32, base: i32, headerWidth: i32): i32 {
  const width = min(headerWidth, mostColumns);
  limit = inputAt + length;
  blockStart = -128;
  crlfCount = 0;
  lfCount = 0;
  oddCount = 0;
  memory.fill(runCountsAt, 0, mostColumns << 2);
  memory.fill(cutAt, 255, 16);
  const toFile = base - inputAt;
  let records = 0;
  let fields = 0;
  let above = 0;
  let aboveCount = 0;
  let at = inputAt + start;
  while (records < mostRecords) {
    const end = readRecord(at, fields, records, width, toFile, above, aboveCount);
    if (end < 0) {
      for (let column = 0; column < width; column++) dropRun(column, records);
      break;
    }
    const count = fieldCount - fields;
    store<i32>(startsAt + (records << 2), at + toFile);
    store<i32>(countsAt + (records << 2), count);
    const lastEnd = load<i32>(endsAt + ((fieldCount - 1) << 2));
    const isBlank = lastEnd - (at + toFile) == count - 1;
    aboveCount = count;
    if (isBlank || count != headerWidth) {
      oddCount++;
      aboveCount = 0;
      for (let column = isBlank ? 0 : count; column < width; column++) noteMissing(column, records);
    }
    records++;
    fields = fieldCount;
    above = at;
    at = end;
  }
  fieldCount = fields;
  next = at - inputAt;
  return records;
}

/**
 * Returns where the next record starts, or -1 if this one is not for us. Leaves the number of fields up to its end behind. The
 * record above it starts at `aboveStart` and has `aboveCount` fields, or 0 if it is none to go by.
 */
// @ts-ignore: decorator
@inline
function readRecord(
  start: i32,
  firstField: i32,
  record: i32,
  width: i32,
  toFile: i32,
  aboveStart: i32,
  aboveCount: i32,
): i32 {
  let field = firstField;
  let column = 0;
  let at = start;
  let above = aboveStart;
  // Up to here the bytes are those of the record above.
  let sameEnd = 0;
  for (;;) {
    if (field >= mostFields) return -1;
    let end = limit;
    if (column < aboveCount) {
      const aboveEnd = load<i32>(endsAt + ((field - aboveCount) << 2)) - toFile;
      end = at + aboveEnd - above;
      if (end >= sameEnd) sameEnd = at + sameLength(at, above);
      above = aboveEnd + 1;
    }
    // Where the bytes are the same up to the field's end and with it, there is nothing to find and nothing to say.
    if (end >= sameEnd || end >= limit) {
      sameEnd = 0;
      end = nextStructural(at);
      let quotes = 0;
      if (end < limit && load<u8>(end) == quote) {
        if (end != at) return -1;
        end = closeQuoted(at);
        quotes = 1;
      }
      if (end < 0 || end >= limit) return -1;
      if (column < width) describe(column, record, at + quotes, end - at - (quotes << 1), toFile);
      else noteStrangeBytes(at, end);
    }
    const byte: i32 = load<u8>(end);
    if (byte == carriageReturn && (end + 1 >= limit || load<u8>(end + 1) != lineFeed)) return -1;
    store<i32>(endsAt + (field << 2), end + toFile);
    field++;
    column++;
    at = end + 1;
    if (byte == comma) continue;
    fieldCount = field;
    if (byte == lineFeed) {
      lfCount++;
      return at;
    }
    crlfCount++;
    return at + 1;
  }
}

/** How many bytes are the same at two places, as far as it is worth while to look. */
// @ts-ignore: decorator
@inline
function sameLength(left: i32, right: i32): i32 {
  for (let at = 0; at < 64; at += 16) {
    const differ = i8x16.bitmask(i8x16.ne(v128.load(left + at), v128.load(right + at)));
    if (differ != 0) return at + ctz(differ);
  }
  return 64;
}

/** Returns the place after the quote that closes the field; -1 where text follows it, or the input ends first. */
function closeQuoted(open: i32): i32 {
  let spansLines = 0;
  let at = nextStructural(open + 1);
  while (at + 1 < limit) {
    const byte: i32 = load<u8>(at);
    if (byte != quote) {
      if (byte != comma) spansLines = 1;
      at = nextStructural(at + 1);
      continue;
    }
    const after: i32 = load<u8>(at + 1);
    if (after == quote) {
      at = nextStructural(at + 2);
      continue;
    }
    if (after != comma && after != lineFeed && !isCrlf(at + 1)) return -1;
    hasLineBreaks |= spansLines;
    return at + 1;
  }
  return -1;
}

// @ts-ignore: decorator
@inline
function isCrlf(at: i32): bool {
  return load<u8>(at) == carriageReturn && at + 1 < limit && load<u8>(at + 1) == lineFeed;
}

/** The first comma, quote, CR or LF from a place on, or the input's end. */
// @ts-ignore: decorator
@inline
function nextStructural(from: i32): i32 {
  const offset = from - blockStart;
  if (<u32>offset < 64) {
    const mask = blockMask & (<u64>-1 << <u64>offset);
    if (mask != 0) return min(blockStart + <i32>ctz(mask), limit);
    blockStart += 64;
  } else blockStart = from;
  for (; blockStart < limit; blockStart += 64) {
    blockMask = structuralBits(blockStart);
    if (blockMask != 0) return min(blockStart + <i32>ctz(blockMask), limit);
  }
  return limit;
}

// @ts-ignore: decorator
@inline
function structuralBits(at: i32): u64 {
  return (
    structuralBits16(at) |
    (structuralBits16(at + 16) << 16) |
    (structuralBits16(at + 32) << 32) |
    (structuralBits16(at + 48) << 48)
  );
}

// @ts-ignore: decorator
@inline
function structuralBits16(at: i32): u64 {
  const bytes = v128.load(at);
  const delimiters = v128.or(
    i8x16.eq(bytes, i8x16.splat(<i8>comma)),
    i8x16.eq(bytes, i8x16.splat(<i8>quote)),
  );
  const lineEnds = v128.or(
    i8x16.eq(bytes, i8x16.splat(<i8>lineFeed)),
    i8x16.eq(bytes, i8x16.splat(<i8>carriageReturn)),
  );
  return <u64>i8x16.bitmask(v128.or(delimiters, lineEnds));
}

// --- fields ------------------------------------------------------------------------------------------------------------

/** Begins a run with a field, and says what there is to know of it. */
// @ts-ignore: decorator
@inline
function describe(column: i32, record: i32, start: i32, length: i32, toFile: i32): void {
  const run = beginRun(column, length);
  store<i32>(run + 4, start + toFile);
  if (length == 0) {
    store<i32>(run, 0);
    store<i32>(run + 12, (record << 8) | isEmpty);
  } else describeBytes(run, record, start, length);
}

// @ts-ignore: decorator
@inline
function beginRun(column: i32, length: i32): i32 {
  const count = load<i32>(runCountsAt + (column << 2));
  store<i32>(runCountsAt + (column << 2), count + 1);
  const run = runsAt + column * columnRuns + (count << 4);
  store<i32>(run + 8, length);
  return run;
}

/** Notes that a record has no such field, or is blank: then its fields may have been described already. */
function noteMissing(column: i32, record: i32): void {
  dropRun(column, record);
  store<i32>(beginRun(column, missing) + 12, record << 8);
}

/** Takes back what has been said of a record. */
function dropRun(column: i32, record: i32): void {
  const last = load<i32>(runCountsAt + (column << 2)) - 1;
  if (last >= 0 && load<i32>(runsAt + column * columnRuns + (last << 4) + 12) >>> 8 == record) {
    store<i32>(runCountsAt + (column << 2), last);
  }
}

/** Notes the hash and the kind of the bytes (core/csv/field-kind.ts has the same). */
function describeBytes(run: i32, record: i32, start: i32, length: i32): void {
  let sums = i32x4.splat(length);
  let some: v128 = i8x16.splat(0);
  let every: v128 = i8x16.splat(-1);
  let least: v128 = i8x16.splat(-1);
  for (let at = 0; at < length; at += 16) {
    const inside = v128.load(cutAt + max(16 - (length - at), 0));
    const bytes = v128.and(v128.load(start + at), inside);
    sums = i32x4.mul(v128.xor(sums, bytes), i32x4(0x9e3779b1, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f));
    sums = v128.xor(sums, i32x4.shr_u(sums, 15));
    const lower = v128.and(bytes, i8x16.splat(15));
    const upper = v128.and(i16x8.shr_u(bytes, 4), i8x16.splat(15));
    const classes = v128.and(i8x16.swizzle(upperBits, upper), i8x16.swizzle(lowerBits, lower));
    const orOutside = v128.or(classes, v128.not(inside));
    some = v128.or(some, classes);
    every = v128.and(every, orOutside);
    least = i8x16.min_u(least, orOutside);
  }
  store<i32>(run, mixed(sums));
  let kind =
    (v128.any_true(v128.and(some, i8x16.splat(<i8>isUpper))) ? hasUpperCase : 0) |
    (v128.any_true(v128.and(some, i8x16.splat(<i8>isLower))) ? hasLowerCase : 0) |
    (i8x16.all_true(v128.and(every, i8x16.splat(<i8>isDigit))) ? 0 : notDigits);
  if (!i8x16.all_true(least)) kind |= notIdCharacters | kindOfOthers(start, length);
  store<i32>(run + 12, (record << 8) | kind);
}

/** Whether bytes that are not all an id's are plain text at least. */
function kindOfOthers(start: i32, length: i32): i32 {
  let strange: v128 = i8x16.splat(0);
  for (let at = 0; at < length; at += 16) {
    const bytes = v128.load(start + at);
    const printable = i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(<i8>space)), i8x16.splat(0x5f));
    strange = v128.or(strange, v128.andnot(v128.load(cutAt + max(16 - (length - at), 0)), printable));
  }
  if (v128.any_true(strange)) noteStrangeBytes(start, start + length);
  else if (load<u8>(start) != space && load<u8>(start + length - 1) != space) return 0;
  return notPlain;
}

// @ts-ignore: decorator
@inline
function mixed(sums: v128): i32 {
  // Once more before they are put together: ids differ by little, and what differs in two parts must not make up for each other.
  const again = i32x4.mul(sums, i32x4(0xc2b2ae35, 0x9e3779b1, 0x27d4eb2f, 0x85ebca6b));
  const apart = v128.xor(again, i32x4.shr_u(again, 13));
  const halves = v128.xor(apart, i32x4.shuffle(apart, apart, 2, 3, 0, 1));
  const hash = i32x4.extract_lane(v128.xor(halves, i32x4.shuffle(halves, halves, 1, 0, 3, 2)), 0);
  const spread = (hash ^ (hash >>> 16)) * 0x45d9f3b;
  return spread ^ (spread >>> 15);
}

function noteStrangeBytes(start: i32, end: i32): void {
  for (let at = start; at < end; at++) {
    const byte: i32 = load<u8>(at);
    if (byte >= 0x80) hasNonAscii = 1;
    else if ((byte < space && byte != lineFeed && byte != carriageReturn) || byte == 0x7f) hasControlCharacters = 1;
  }
}
