import { noField, type DistinctValues } from '../../model/distinct-values';

/** The records that have a value, by its code and in the order of the file. The header is none of them. */
export interface RecordsByCode {
  of(code: number): Uint32Array;
}

/** Sorts the records of a column by their values, once for all codes. */
export function recordsByCode({ codes, size }: DistinctValues): RecordsByCode {
  const starts = new Uint32Array(size + 1);
  for (let record = 1; record < codes.length; record++) {
    const code = codes[record] ?? noField;
    if (code !== noField) starts[code + 1] = (starts[code + 1] ?? 0) + 1;
  }
  for (let code = 0; code < size; code++) starts[code + 1] = (starts[code + 1] ?? 0) + (starts[code] ?? 0);
  const next = starts.slice();
  const records = new Uint32Array(starts[size] ?? 0);
  for (let record = 1; record < codes.length; record++) {
    const code = codes[record] ?? noField;
    if (code === noField) continue;
    const at = next[code] ?? 0;
    records[at] = record;
    next[code] = at + 1;
  }
  return { of: (code) => records.subarray(starts[code], starts[code + 1]) };
}
