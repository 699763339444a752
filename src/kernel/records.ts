// Reads records, in AssemblyScript: TypeScript's syntax, compiled to WebAssembly by scripts/generate/kernel.mjs.
// It looks at 64 bytes at a time for what structures CSV, and has each field described that differs from the one above it, while its
// bytes are at hand. It knows well-formed records only. At a record that is not, or that the input cuts off, it stops, and
// core/csv/record-scanner.ts, which knows all of the rules, reads that one.
//
// All offsets are places in this module's memory: see memory.ts.
import { carriageReturn, describe, dropRun, lineFeed, noteMissing, noteStrangeBytes } from './fields';
import { countsAt, cutAt, endsAt, inputAt, mostColumns, mostFields, mostRecords, runCountsAt, startsAt } from './memory';

const comma: i32 = 0x2c;
const quote: i32 = 0x22;

// What the last call found, beside the arrays.
export let fieldCount: i32 = 0;
/** Where the next record starts, in bytes of the input. */
export let next: i32 = 0;
export let crlfCount: i32 = 0;
export let lfCount: i32 = 0;
/** How many records are blank or have not as many fields as the header. */
export let oddCount: i32 = 0;
/** Whether a quoted field holds a line break. */
export let hasLineBreaks: i32 = 0;

let limit: i32 = 0;
let blockStart: i32 = 0;
let blockMask: u64 = 0;

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
