// The inner loop of the scanner, in AssemblyScript: TypeScript's syntax, compiled to WebAssembly by scripts/generate/kernel.mjs.
// It looks at 64 bytes at a time for what structures CSV, and describes each field (a hash, what kind of bytes it has, whether
// it repeats the field above it) while its bytes are at hand. It knows well-formed records only. At a record that is not, or
// that the input cuts off, it stops, and core/csv/scan-csv.ts, which knows all of the rules, reads that one.
//
// All offsets are places in this module's memory: the input first, then an array for each thing that is said of it.

/** How many bytes of a file are looked at in one call. */
export const inputSize: i32 = 1 << 18;
/** Loads may reach this far past the input. */
const overhang: i32 = 128;
const mostRecords: i32 = 1 << 15;
const mostFields: i32 = 1 << 17;
/** The fields of no more columns than this are described. */
const mostColumns: i32 = 64;

const inputAt: i32 = 1024;
const endsAt: i32 = inputAt + inputSize + overhang;
const hashesAt: i32 = endsAt + (mostFields << 2);
const kindsAt: i32 = hashesAt + (mostFields << 2);
const startsAt: i32 = kindsAt + mostFields;
const countsAt: i32 = startsAt + (mostRecords << 2);
const firstFieldsAt: i32 = countsAt + (mostRecords << 2);
const aboveAt: i32 = firstFieldsAt + (mostRecords << 2);
const memoryEnd: i32 = aboveAt + (mostColumns << 4);

export function inputOffset(): i32 {
  return inputAt;
}
/** Where each field ends: an offset in the file. */
export function endsOffset(): i32 {
  return endsAt;
}
export function hashesOffset(): i32 {
  return hashesAt;
}
export function kindsOffset(): i32 {
  return kindsAt;
}
/** Where each record starts: an offset in the file. */
export function startsOffset(): i32 {
  return startsAt;
}
/** The number of fields of each record. */
export function countsOffset(): i32 {
  return countsAt;
}
/** The place of each record's first field among those of this call, or -1 for a record of nothing but commas. */
export function firstFieldsOffset(): i32 {
  return firstFieldsAt;
}
/** The bytes of memory that all of it takes. */
export function memorySize(): i32 {
  return memoryEnd;
}

// The bits of a field's kind: see core/csv/field-kind.ts.
const sameAsAbove: i32 = 1;
const isEmpty: i32 = 2;
const isQuoted: i32 = 4;
const notPlain: i32 = 8;
const notIdCharacters: i32 = 16;
const hasUpperCase: i32 = 32;
const notDigits: i32 = 64;
const hasLowerCase: i32 = 128;

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

const places = i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);

// A character may stand in an id if the two tables, looked up by its upper and its lower four bits, share a bit:
// - . / and 0-9, @ and A-Z and _, a-z.
const idUpperBits = i8x16(0, 0, 1, 2, 4, 8, 16, 32, 0, 0, 0, 0, 0, 0, 0, 0);
const idLowerBits = i8x16(
  2 | 4 | 8 | 32,
  2 | 4 | 8 | 16 | 32,
  2 | 4 | 8 | 16 | 32,
  2 | 4 | 8 | 16 | 32,
  2 | 4 | 8 | 16 | 32,
  2 | 4 | 8 | 16 | 32,
  2 | 4 | 8 | 16 | 32,
  2 | 4 | 8 | 16 | 32,
  2 | 4 | 8 | 16 | 32,
  2 | 4 | 8 | 16 | 32,
  4 | 8 | 16 | 32,
  4 | 16,
  4 | 16,
  1 | 4 | 16,
  1 | 4 | 16,
  1 | 4 | 8 | 16,
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
  forgetFieldsAbove(width);
  const toFile = base - inputAt;
  let records = 0;
  let fields = 0;
  let at = inputAt + start;
  while (records < mostRecords) {
    const end = readRecord(at, fields, width, toFile);
    if (end < 0) break;
    store<i32>(startsAt + (records << 2), at + toFile);
    store<i32>(countsAt + (records << 2), fieldCount - fields);
    const lastEnd = load<i32>(endsAt + ((fieldCount - 1) << 2));
    const isBlank = lastEnd - (at + toFile) == fieldCount - fields - 1;
    store<i32>(firstFieldsAt + (records << 2), isBlank ? -1 : fields);
    if (isBlank || fieldCount - fields != headerWidth) oddCount++;
    records++;
    fields = fieldCount;
    at = end;
  }
  fieldCount = fields;
  next = at - inputAt;
  return records;
}

/** Returns where the next record starts, or -1 if this one is not for us. Leaves the number of fields up to its end behind. */
// @ts-ignore: decorator
@inline
function readRecord(start: i32, firstField: i32, width: i32, toFile: i32): i32 {
  let field = firstField;
  let column = 0;
  let at = start;
  for (;;) {
    if (field >= mostFields) return -1;
    let end = nextStructural(at);
    let quoteBit = 0;
    if (end < limit && load<u8>(end) == quote) {
      if (end != at) return -1;
      end = closeQuoted(at);
      quoteBit = isQuoted;
    }
    if (end < 0 || end >= limit) return -1;
    const byte: i32 = load<u8>(end);
    if (byte == carriageReturn && (end + 1 >= limit || load<u8>(end + 1) != lineFeed)) return -1;
    store<i32>(endsAt + (field << 2), end + toFile);
    if (column < width) describe(field, column, at, end, quoteBit);
    else noteStrangeBytes(at, end);
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

function forgetFieldsAbove(width: i32): void {
  for (let column = 0; column < width; column++) store<i32>(aboveAt + (column << 4) + 4, -1);
}

// @ts-ignore: decorator
@inline
function describe(field: i32, column: i32, fieldStart: i32, fieldEnd: i32, quoteBit: i32): void {
  const start = quoteBit != 0 ? fieldStart + 1 : fieldStart;
  const length = (quoteBit != 0 ? fieldEnd - 1 : fieldEnd) - start;
  const above = aboveAt + (column << 4);
  let kind = isEmpty;
  if (length > 0) {
    if (load<i32>(above + 4) == length && areSame(start, load<i32>(above), length)) {
      store<u8>(kindsAt + field, sameAsAbove | quoteBit);
      store<i32>(hashesAt + (field << 2), load<i32>(above + 8));
      return;
    }
    kind = describeBytes(field, start, length);
    store<i32>(above + 8, load<i32>(hashesAt + (field << 2)));
  } else store<i32>(hashesAt + (field << 2), 0);
  store<i32>(above, start);
  store<i32>(above + 4, length);
  store<u8>(kindsAt + field, kind | quoteBit);
}

// @ts-ignore: decorator
@inline
function areSame(left: i32, right: i32, length: i32): bool {
  for (let at = 0; at < length; at += 16) {
    const differ = i8x16.bitmask(i8x16.ne(v128.load(left + at), v128.load(right + at)));
    const rest = length - at;
    if (rest >= 16 ? differ != 0 : (differ & ((1 << rest) - 1)) != 0) return false;
  }
  return true;
}

/** Notes the hash (core/csv/field-kind.ts has the same) and returns the kind of the bytes. */
function describeBytes(field: i32, start: i32, length: i32): i32 {
  let sums = i32x4.splat(length);
  let strange: v128 = i8x16.splat(0);
  let notId: v128 = i8x16.splat(0);
  let upper: v128 = i8x16.splat(0);
  let lower: v128 = i8x16.splat(0);
  let notDigit: v128 = i8x16.splat(0);
  for (let at = 0; at < length; at += 16) {
    const inside: v128 = i8x16.lt_u(places, i8x16.splat(<i8>min(length - at, 16)));
    const bytes = v128.and(v128.load(start + at), inside);
    sums = i32x4.mul(v128.xor(sums, bytes), i32x4(0x9e3779b1, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f));
    sums = v128.xor(sums, i32x4.shr_u(sums, 15));
    const printable = i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(<i8>space)), i8x16.splat(0x5f));
    strange = v128.or(strange, v128.andnot(inside, printable));
    const upperBits = i8x16.swizzle(idUpperBits, i8x16.shr_u(bytes, 4));
    const lowerBits = i8x16.swizzle(idLowerBits, v128.and(bytes, i8x16.splat(15)));
    const isLegal = i8x16.ne(v128.and(upperBits, lowerBits), i8x16.splat(0));
    notId = v128.or(notId, v128.andnot(inside, isLegal));
    upper = v128.or(upper, i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(0x41)), i8x16.splat(26)));
    lower = v128.or(lower, i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(0x61)), i8x16.splat(26)));
    const isDigit = i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(0x30)), i8x16.splat(10));
    notDigit = v128.or(notDigit, v128.andnot(inside, isDigit));
  }
  store<i32>(hashesAt + (field << 2), mixed(sums));
  if (v128.any_true(strange)) noteStrangeBytes(start, start + length);
  const hasBlankEnd = load<u8>(start) == space || load<u8>(start + length - 1) == space;
  return (
    (hasBlankEnd || v128.any_true(strange) ? notPlain : 0) |
    (v128.any_true(notId) ? notIdCharacters : 0) |
    (v128.any_true(upper) ? hasUpperCase : 0) |
    (v128.any_true(lower) ? hasLowerCase : 0) |
    (v128.any_true(notDigit) ? notDigits : 0)
  );
}

// @ts-ignore: decorator
@inline
function mixed(sums: v128): i32 {
  const hash =
    i32x4.extract_lane(sums, 0) ^
    rotl(i32x4.extract_lane(sums, 1), 7) ^
    rotl(i32x4.extract_lane(sums, 2), 13) ^
    rotl(i32x4.extract_lane(sums, 3), 19);
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
