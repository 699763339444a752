// What is said of fields: a hash, and what kind of bytes they have. core/csv/field-kind.ts says the same.
import { cutAt, missing, runCountsAt, runHash, runLength, runRecord, runSize, runsOf, runStart } from './memory';

// The bits of a field's kind: see core/csv/field-kind.ts.
export const isEmpty: i32 = 2;
const notPlain: i32 = 8;
const notIdCharacters: i32 = 16;
const hasUpperCase: i32 = 32;
const notDigits: i32 = 64;
const hasLowerCase: i32 = 128;

const space: i32 = 0x20;
export const lineFeed: i32 = 0x0a;
export const carriageReturn: i32 = 0x0d;

export let hasNonAscii: i32 = 0;
export let hasControlCharacters: i32 = 0;

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

/** Begins a run with a field, and says what there is to know of it. */
// @ts-ignore: decorator
@inline
export function describe(column: i32, record: i32, start: i32, length: i32, toFile: i32): void {
  const run = beginRun(column, length);
  store<i32>(run, start + toFile, runStart);
  if (length == 0) {
    store<i32>(run, 0, runHash);
    store<i32>(run, (record << 8) | isEmpty, runRecord);
  } else describeBytes(run, record, start, length);
}

// @ts-ignore: decorator
@inline
function beginRun(column: i32, length: i32): i32 {
  const count = load<i32>(runCountsAt + (column << 2));
  store<i32>(runCountsAt + (column << 2), count + 1);
  const run = runsOf(column) + count * runSize;
  store<i32>(run, length, runLength);
  return run;
}

/** Notes that a record has no such field, or is blank: then its fields may have been described already. */
export function noteMissing(column: i32, record: i32): void {
  dropRun(column, record);
  store<i32>(beginRun(column, missing), record << 8, runRecord);
}

/** Takes back what has been said of a record. */
export function dropRun(column: i32, record: i32): void {
  const last = load<i32>(runCountsAt + (column << 2)) - 1;
  if (last >= 0 && load<i32>(runsOf(column) + last * runSize, runRecord) >>> 8 == record) {
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
  store<i32>(run, mixed(sums), runHash);
  let kind =
    (v128.any_true(v128.and(some, i8x16.splat(<i8>isUpper))) ? hasUpperCase : 0) |
    (v128.any_true(v128.and(some, i8x16.splat(<i8>isLower))) ? hasLowerCase : 0) |
    (i8x16.all_true(v128.and(every, i8x16.splat(<i8>isDigit))) ? 0 : notDigits);
  if (!i8x16.all_true(least)) kind |= notIdCharacters | kindOfOthers(start, length);
  store<i32>(run, (record << 8) | kind, runRecord);
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

export function noteStrangeBytes(start: i32, end: i32): void {
  for (let at = start; at < end; at++) {
    const byte: i32 = load<u8>(at);
    if (byte >= 0x80) hasNonAscii = 1;
    else if ((byte < space && byte != lineFeed && byte != carriageReturn) || byte == 0x7f) hasControlCharacters = 1;
  }
}
