import type { EntryKind } from '../../../core/protocol';
import { say } from '../../../page/say';

/** What is graver comes first. */
export const kindsInOrder: readonly EntryKind[] = ['removed', 'renamed', 'added', 'changed'];

export const kindWords: Readonly<Record<EntryKind, string>> = {
  added: 'added',
  removed: 'removed',
  changed: 'changed',
  renamed: say('under a new id'),
};

export const kindTitles: Readonly<Record<EntryKind, string>> = {
  added: say('Added'),
  removed: say('Removed'),
  changed: say('Changed'),
  renamed: say('Same person under a new id'),
};
