import { grouped } from '../text/counted';
import type { ReceiptChanges } from './receipt';

/** `12 created, 3 changed, 1 removed`, all files together. */
export function changesText(changes: readonly ReceiptChanges[]): string {
  const total = (count: 'created' | 'changed' | 'removed') =>
    grouped(changes.reduce((sum, file) => sum + file[count], 0));
  return `${total('created')} created, ${total('changed')} changed, ${total('removed')} removed`;
}
