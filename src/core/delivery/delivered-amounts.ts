import type { Receipt } from './receipt';

/** How much a delivery was, all files together. */
export interface DeliveredAmounts {
  readonly records: number;
  /** Missing for a first delivery. */
  readonly changes?: { readonly created: number; readonly changed: number; readonly removed: number };
}

export function deliveredAmounts({ files, changes }: Receipt): DeliveredAmounts {
  const total = (count: 'created' | 'changed' | 'removed') =>
    (changes ?? []).reduce((sum, file) => sum + file[count], 0);
  const records = files.reduce((sum, file) => sum + file.records, 0);
  if (changes === undefined) return { records };
  const [created, changed, removed] = [total('created'), total('changed'), total('removed')];
  return { records, changes: { created, changed, removed } };
}
