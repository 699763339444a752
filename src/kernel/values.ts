// Tables of the distinct values of columns, filled from the runs of the records that were read last. A table lies in memory as
// core/model/value-table.ts keeps its own, so that it can go on with one of these: see there for slots, tags and entries.
import { isEmpty } from './fields';
import {
  allocate,
  inputAt,
  missing,
  runCountsAt,
  runHash,
  runLength,
  runRecord,
  runSize,
  runsOf,
  runStart,
} from './memory';

// The words of a table, as places in it.
/** Where its slots are, and how many, less one. */
const slots: i32 = 0;
const mask: i32 = 4;
/** Where the entries and the kinds of its values are, and for how many there is room. */
const entries: i32 = 8;
const kinds: i32 = 12;
const room: i32 = 16;
/** How many values there are, the empty one included. */
const size: i32 = 20;
/** Where the codes of records are, and for how many there is room. */
const codes: i32 = 24;
const codesRoom: i32 = 28;
/** How many records there will be, more or less. */
const records: i32 = 32;
/** The bits of all kinds, and the lengths of the longest and the shortest value but the empty one. */
const kindBits: i32 = 36;
const longest: i32 = 40;
const shortest: i32 = 44;
const tableSize: i32 = 64;

// The words of an entry.
const entryBits: i32 = 4;
const entryHash: i32 = 0;
const entryStart: i32 = 4;
const entryLength: i32 = 8;
const entryRecord: i32 = 12;

const noField: i32 = -1;
/** Stands for the code of a new value that there is no memory for. */
const noRoom: i32 = -2;

const leastRoom: i32 = 64;
const leastSlots: i32 = 256;
/** From so many slots on they are in no fast cache, so that it pays to ask for many of them at once. */
const manySlots: i32 = 1 << 14;
/** How many records are looked at before a column is taken to have another value in each. */
const sample: i32 = 8_000;

/** Makes an empty table for a column of a file that has so many records, more or less. Returns where it is; 0 without memory. */
export function makeTable(expectedRecords: i32): i32 {
  const table = allocate(tableSize);
  if (table == 0) return 0;
  store<i32>(table, expectedRecords, records);
  store<i32>(table, 1, size);
  store<i32>(table, i32.MAX_VALUE, shortest);
  if (!makeRoomForRecords(table, max(expectedRecords, 1))) return 0;
  store<i32>(load<i32>(table, codes), noField);
  return makeRoomForValues(table, leastRoom) && makeSlots(table, leastSlots) ? table : 0;
}

/**
 * Takes in what the last call has read of a column: `count` records from `firstRecord` on. Returns whether there was memory for
 * it; the table is of no use any more where there was not.
 */
export function addRuns(table: i32, column: i32, firstRecord: i32, count: i32): bool {
  const first = runsOf(column);
  const end = first + load<i32>(runCountsAt + (column << 2)) * runSize;
  if (!makeRoomForRecords(table, firstRecord + count)) return false;
  if (load<i32>(table, mask) >= manySlots - 1) lookAhead(table, first, end);
  const base = load<i32>(table, codes) + (firstRecord << 2);
  for (let run = first; run < end; run += runSize) {
    const length = load<i32>(run, runLength);
    // There are zeroes already; and a column of empty fields takes no memory where nothing is written to it.
    if (length == 0) {
      store<i32>(table, load<i32>(table, kindBits) | isEmpty, kindBits);
      continue;
    }
    const code = length == missing ? noField : codeOf(table, run, length, firstRecord);
    if (code == noRoom) return false;
    const next = run + runSize == end ? count : load<i32>(run, runSize + runRecord) >>> 8;
    const last = base + (next << 2);
    for (let at = base + ((load<i32>(run, runRecord) >>> 8) << 2); at < last; at += 4) store<i32>(at, code);
  }
  return true;
}

/** The code of a run's value; a new one where it is the first of its kind. */
// @ts-ignore: decorator
@inline
function codeOf(table: i32, run: i32, length: i32, firstRecord: i32): i32 {
  const slotsAt = load<i32>(table, slots);
  const tableMask = load<i32>(table, mask);
  const entriesAt = load<i32>(table, entries);
  const hash = load<i32>(run, runHash);
  const start = load<i32>(run, runStart);
  const tag = tagOf(hash) & ~tableMask;
  let slot = hash & tableMask;
  for (;;) {
    const found = load<i32>(slotsAt + (slot << 2));
    if (found == 0) break;
    if ((found & ~tableMask) == tag) {
      const entry = entriesAt + ((found & tableMask) << entryBits);
      const isSame =
        load<i32>(entry, entryLength) == length &&
        areSameBytes(inputAt + start, inputAt + load<i32>(entry, entryStart), length);
      if (isSame) return found & tableMask;
    }
    slot = (slot + 1) & tableMask;
  }
  return addValue(table, slotsAt + (slot << 2), run, firstRecord);
}

function addValue(table: i32, slot: i32, run: i32, firstRecord: i32): i32 {
  const word = load<i32>(run, runRecord);
  const hash = load<i32>(run, runHash);
  const length = load<i32>(run, runLength);
  const record = firstRecord + (word >>> 8);
  const code = load<i32>(table, size);
  if (code == load<i32>(table, room) && !makeRoomForValues(table, max(expected(table, record), code + 1))) {
    return noRoom;
  }
  const entry = load<i32>(table, entries) + (code << entryBits);
  store<i32>(entry, hash, entryHash);
  store<i32>(entry, load<i32>(run, runStart), entryStart);
  store<i32>(entry, length, entryLength);
  store<i32>(entry, record, entryRecord);
  store<u8>(load<i32>(table, kinds) + code, word);
  store<i32>(table, load<i32>(table, kindBits) | (word & 0xff), kindBits);
  store<i32>(table, max(load<i32>(table, longest), length), longest);
  store<i32>(table, min(load<i32>(table, shortest), length), shortest);
  store<i32>(slot, (tagOf(hash) & ~load<i32>(table, mask)) | code);
  store<i32>(table, code + 1, size);
  return isTooFull(code + 1, load<i32>(table, mask) + 1) && !widen(table, record) ? noRoom : code;
}

/** Touches what will be needed for the values of runs: the processor fetches these many at a time. */
function lookAhead(table: i32, first: i32, end: i32): void {
  const slotsAt = load<i32>(table, slots);
  const tableMask = load<i32>(table, mask);
  const entriesAt = load<i32>(table, entries);
  let touched = 0;
  for (let run = first; run < end; run += runSize) {
    const hash = load<i32>(run, runHash);
    const found = load<i32>(slotsAt + ((hash & tableMask) << 2));
    if (((found ^ tagOf(hash)) & ~tableMask) != 0) continue;
    const entry = entriesAt + ((found & tableMask) << entryBits);
    touched ^= load<u8>(inputAt + load<i32>(entry, entryStart));
  }
  // Without a use of it the loop would be left out.
  lastTouched = touched;
}
let lastTouched: i32 = 0;

/** Other bits of a hash than those that the slot is chosen by. */
// @ts-ignore: decorator
@inline
function tagOf(hash: i32): i32 {
  return hash * 0x9e3779b1;
}

/** Whether two stretches hold the same bytes. What is behind them may be looked at, too. */
// @ts-ignore: decorator
@inline
function areSameBytes(left: i32, right: i32, length: i32): bool {
  for (let at = 0; at < length; at += 16) {
    const differ = i8x16.bitmask(i8x16.ne(v128.load(left + at), v128.load(right + at)));
    if (differ != 0 && at + ctz(differ) < length) return false;
  }
  return true;
}

// @ts-ignore: decorator
@inline
function isTooFull(values: i32, slotCount: i32): bool {
  return <i64>values * 5 > <i64>slotCount * 3;
}

/** How many values to make room for: where every record so far has had another one, as many as there are records. */
function expected(table: i32, record: i32): i32 {
  const values = load<i32>(table, size);
  const isUnique = values > sample && <i64>values * 100 > <i64>record * 99;
  return isUnique ? max(load<i32>(table, records), values + values / 5) + 1 : values * 2;
}

function makeRoomForRecords(table: i32, count: i32): bool {
  const old = load<i32>(table, codesRoom);
  if (count <= old) return true;
  const wanted = max(count, old + (old >>> 2)) + 1;
  const at = allocate(<i64>wanted << 2);
  if (at == 0) return false;
  memory.copy(at, load<i32>(table, codes), old << 2);
  store<i32>(table, at, codes);
  store<i32>(table, wanted, codesRoom);
  return true;
}

function makeRoomForValues(table: i32, values: i32): bool {
  const entriesAt = allocate(<i64>values << entryBits);
  const kindsAt = allocate(values);
  if (entriesAt == 0 || kindsAt == 0) return false;
  const old = load<i32>(table, room);
  memory.copy(entriesAt, load<i32>(table, entries), old << entryBits);
  memory.copy(kindsAt, load<i32>(table, kinds), old);
  if (old == 0) store<u8>(kindsAt, isEmpty);
  store<i32>(table, entriesAt, entries);
  store<i32>(table, kindsAt, kinds);
  store<i32>(table, values, room);
  return true;
}

function widen(table: i32, record: i32): bool {
  let count = (load<i32>(table, mask) + 1) << 2;
  while (count > 0 && isTooFull(expected(table, record), count)) count <<= 1;
  return makeSlots(table, count);
}

/** Puts all values into so many new slots. */
function makeSlots(table: i32, count: i32): bool {
  const slotsAt = count > 0 ? allocate(<i64>count << 2) : 0;
  if (slotsAt == 0) return false;
  const newMask = count - 1;
  const entriesAt = load<i32>(table, entries);
  const values = load<i32>(table, size);
  for (let code = 1; code < values; code++) {
    const hash = load<i32>(entriesAt + (code << entryBits), entryHash);
    let slot = hash & newMask;
    while (load<i32>(slotsAt + (slot << 2)) != 0) slot = (slot + 1) & newMask;
    store<i32>(slotsAt + (slot << 2), (tagOf(hash) & ~newMask) | code);
  }
  store<i32>(table, slotsAt, slots);
  store<i32>(table, newMask, mask);
  return true;
}
