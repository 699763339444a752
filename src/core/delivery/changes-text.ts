import { inEnglish, type Say } from '../text/say';
import type { ReceiptChanges } from './receipt';

/** `12 created, 3 changed, 1 removed`, all files together. */
export function changesText(changes: readonly ReceiptChanges[], say: Say = inEnglish): string {
  const total = (count: 'created' | 'changed' | 'removed') =>
    changes.reduce((sum, file) => sum + file[count], 0);
  return say('{created} created, {changed} changed, {removed} removed', {
    created: total('created'),
    changed: total('changed'),
    removed: total('removed'),
  });
}
