import { notPlain } from '../csv/field-kind';
import { GrowableOffsets } from '../csv/growable-offsets';
import type { Steps } from '../steps';
import { emptyCode, type DistinctValues } from './distinct-values';
import { itemRanges } from './list-items';
import type { ReferenceItem, TargetLists } from './references';

/** So many values are resolved in a few milliseconds. */
const valuesInAStep = 1 << 14;

/** Resolves the items of all values in steps, and keeps what it has found for the next time. */
export function resolver(
  valuesNow: () => DistinctValues,
  idsNow: () => DistinctValues,
  isList: boolean,
): () => Steps<ResolvedItems> {
  let last: ResolvedItems | undefined;
  return function* () {
    last = yield* resolveItems(valuesNow(), isList, idsNow(), last);
    return last;
  };
}

/** The records that the items of all values name, one after the other; 0 where there is none of exactly that id. */
export interface ResolvedItems {
  /** The revisions of the values and of the ids that this holds for. */
  readonly revision: number;
  readonly idsRevision: number;
  /** Where the items of each code begin, and at last where those of the last end. */
  readonly firstItems: Uint32Array;
  readonly records: Uint32Array;
}

function* resolveItems(
  values: DistinctValues,
  isList: boolean,
  ids: DistinctValues,
  before: ResolvedItems | undefined,
): Steps<ResolvedItems> {
  const known = isList || before?.idsRevision !== ids.revision ? undefined : before;
  const found = { firstItems: new Uint32Array(values.size + 1), records: new GrowableOffsets(values.size) };
  for (let from = emptyCode + 1; from < values.size; from += valuesInAStep) {
    const to = Math.min(from + valuesInAStep, values.size);
    if (isList) resolveLists(values, ids, from, to, found);
    else resolveSingles(values, ids, from, to, { ...found, known });
    yield;
  }
  const { firstItems, records } = found;
  firstItems[values.size] = records.length;
  return {
    firstItems,
    records: records.finish(),
    revision: values.revision,
    idsRevision: ids.revision,
  };
}

interface Found {
  readonly firstItems: Uint32Array;
  readonly records: GrowableOffsets;
}

function resolveLists(
  values: DistinctValues,
  ids: DistinctValues,
  from: number,
  to: number,
  { firstItems, records }: Found,
): void {
  for (let code = from; code < to; code++) {
    firstItems[code] = records.length;
    for (const [start, end] of itemRanges(values, code, true)) {
      records.push(recordOf(ids, ids.find(values.bytes, start, end)));
    }
  }
}

/** Values that were resolved before, and ids that are the same, need no second look. */
function resolveSingles(
  values: DistinctValues,
  ids: DistinctValues,
  from: number,
  to: number,
  { firstItems, records, known }: Found & { readonly known: ResolvedItems | undefined },
): void {
  for (let code = from; code < to; code++) {
    firstItems[code] = records.length;
    if (known !== undefined && !values.hasChangedSince(code, known.revision)) {
      records.push(known.records[code - 1] ?? 0);
    } else if ((values.kind(code) & notPlain) === 0) {
      records.push(recordOf(ids, ids.findValue(values, code)));
    } else {
      for (const [start, end] of itemRanges(values, code, false)) {
        records.push(recordOf(ids, ids.find(values.bytes, start, end)));
      }
    }
  }
}

function recordOf(ids: DistinctValues, code: number): number {
  return code > 0 ? ids.firstRecord(code) : 0;
}

/** Puts the records of ids in other letter case in the places of those that are not there, and leaves out what leads nowhere. */
export function listTargets(
  { firstItems, records }: ResolvedItems,
  items: (code: number) => readonly ReferenceItem[],
): TargetLists {
  if (!records.includes(0)) return { starts: firstItems, records };
  const starts = new Uint32Array(firstItems.length);
  const found = new GrowableOffsets(records.length);
  for (let code = emptyCode; code < firstItems.length - 1; code++) {
    starts[code] = found.length;
    const end = firstItems[code + 1] ?? 0;
    let hasGap = false;
    for (let at = firstItems[code] ?? 0; at < end; at++) hasGap ||= records[at] === 0;
    for (let at = firstItems[code] ?? 0; at < end && !hasGap; at++) found.push(records[at] ?? 0);
    for (const { record, nearRecord = 0 } of hasGap ? items(code) : []) {
      if ((record ?? nearRecord) > 0) found.push(record ?? nearRecord);
    }
  }
  starts[starts.length - 1] = found.length;
  return { starts, records: found.finish() };
}

/** Asked about many thousands of codes: a copy of a part of the array would take ten times as long. */
export function targetsIn({ starts, records }: TargetLists, code: number): readonly number[] {
  const found: number[] = [];
  const end = starts[code + 1] ?? 0;
  for (let at = starts[code] ?? 0; at < end; at++) found.push(records[at] ?? 0);
  return found;
}

export function firstTargets({ starts, records }: TargetLists): Int32Array {
  const targets = new Int32Array(starts.length - 1);
  for (let code = emptyCode + 1; code < targets.length; code++) {
    const first = starts[code] ?? 0;
    if (first !== starts[code + 1]) targets[code] = records[first] ?? 0;
  }
  return targets;
}

export function unresolvedCodes({ firstItems, records }: ResolvedItems): readonly number[] {
  const codes: number[] = [];
  let code = emptyCode;
  for (let at = records.indexOf(0); at >= 0; at = records.indexOf(0, at + 1)) {
    while ((firstItems[code + 1] ?? Infinity) <= at) code++;
    if (codes.at(-1) !== code) codes.push(code);
  }
  return codes;
}
