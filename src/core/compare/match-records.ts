import { codesInOrder, type DistinctValues } from '../model/distinct-values';
import type { Both, RecordPairs, TableSide } from './comparison';
import { commonNumbers } from './common-values';

/** The records of two files, by their keys, in the order of the files. */
export interface MatchedRecords {
  readonly matched: RecordPairs;
  readonly added: Uint32Array;
  readonly removed: Uint32Array;
}

/** Finds which records have one key. A record that cannot be read by column is with its partner, but neither added nor removed. */
export function matchRecords({ before, after }: Both<TableSide>): MatchedRecords {
  const [old, later] = [before.table, after.table];
  if (old === undefined || later === undefined) {
    const none = new Uint32Array(0);
    return {
      matched: { before: none, after: none },
      added: keyedRecords(after),
      removed: keyedRecords(before),
    };
  }
  const keys = { before: old.values(before.key), after: later.values(after.key) };
  const numbers = commonNumbers(keys);
  const waiting = recordsByNumber(keys.before, numbers.before);
  const pairs = { before: new Uint32Array(keys.after.size), after: new Uint32Array(keys.after.size) };
  const added = new Uint32Array(keys.after.size);
  let [pairCount, addedCount] = [0, 0];
  for (const code of codesInOrder(keys.after)) {
    const record = keys.after.firstRecord(code);
    const number = numbers.after[code] ?? 0;
    const partner = waiting[number] ?? 0;
    if (partner > 0) waiting[number] = 0;
    if (!later.isIntact(record)) continue;
    if (partner === 0) added[addedCount++] = record;
    else if (old.isIntact(partner)) {
      pairs.before[pairCount] = partner;
      pairs.after[pairCount++] = record;
    }
  }
  return {
    matched: { before: pairs.before.subarray(0, pairCount), after: pairs.after.subarray(0, pairCount) },
    added: added.subarray(0, addedCount),
    removed: waiting.filter((record) => record > 0 && old.isIntact(record)).sort(),
  };
}

/** The first record of each key, by the key's number. */
function recordsByNumber(keys: DistinctValues, numbers: Uint32Array): Uint32Array {
  const records = new Uint32Array(keys.size);
  for (const code of codesInOrder(keys)) {
    const number = numbers[code] ?? 0;
    if (records[number] === 0) records[number] = keys.firstRecord(code);
  }
  return records;
}

function keyedRecords({ table, key }: TableSide): Uint32Array {
  if (table === undefined) return new Uint32Array(0);
  const values = table.values(key);
  return codesInOrder(values)
    .map((code) => values.firstRecord(code))
    .filter((record) => table.isIntact(record));
}
