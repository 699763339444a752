import { inEnglish, type Say } from '../text/say';
import type { ReceiptChanges } from './receipt';

/** How many records were created, changed and removed, all files together. */
export type TotalChanges = Readonly<Record<'created' | 'changed' | 'removed', number>>;

export function totalChanges(changes: readonly ReceiptChanges[]): TotalChanges {
  const total = (count: keyof TotalChanges) => changes.reduce((sum, file) => sum + file[count], 0);
  return { created: total('created'), changed: total('changed'), removed: total('removed') };
}

/** `12 created, 3 changed, 1 removed` */
export function changesText({ created, changed, removed }: TotalChanges, say: Say = inEnglish): string {
  return say('{created} created, {changed} changed, {removed} removed', { created, changed, removed });
}
