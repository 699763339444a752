import { totalChanges, type TotalChanges } from './changes-text';
import type { Receipt } from './receipt';

/** How much a delivery was, all files together. */
export interface DeliveredAmounts {
  readonly records: number;
  /** Missing for a first delivery. */
  readonly changes?: TotalChanges;
}

export function deliveredAmounts({ files, changes }: Receipt): DeliveredAmounts {
  const records = recordsIn(files);
  return changes === undefined ? { records } : { records, changes: totalChanges(changes) };
}

/** How many records the files of a package have together. */
export function recordsIn(files: Receipt['files']): number {
  return files.reduce((sum, file) => sum + file.records, 0);
}
