import type { EntryKind } from '../../../core/protocol';

/** What is graver comes first. */
export const kindsInOrder: readonly EntryKind[] = ['removed', 'renamed', 'added', 'changed'];

export const kindWords: Readonly<Record<EntryKind, string>> = {
  added: 'added',
  removed: 'removed',
  changed: 'changed',
  renamed: 'under a new id',
};

export const kindTitles: Readonly<Record<EntryKind, string>> = {
  added: 'Added',
  removed: 'Removed',
  changed: 'Changed',
  renamed: 'Same person under a new id',
};
