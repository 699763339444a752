import { GrowableOffsets } from '../csv/growable-offsets';

/** The records, the header left out, that have another code than the one before, or one of another group where there are groups. */
export function findRunStarts(codes: Uint32Array, groups?: Uint32Array): Uint32Array {
  const starts = new GrowableOffsets(1024);
  let last: number | undefined = -1;
  for (let record = 1; record < codes.length; record++) {
    const code = codes[record] ?? 0;
    const found = groups === undefined ? code : groups[code];
    if (found === last) continue;
    starts.push(record);
    last = found;
  }
  return starts.finish();
}
