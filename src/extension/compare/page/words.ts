import type { EntryKind } from '../../../core/protocol';
import { say } from '../../../page/say';

/** What is graver comes first. */
export const kindsInOrder: readonly EntryKind[] = ['removed', 'renamed', 'added', 'changed'];

/** `12 removed`: so many records of a kind. */
export function kindCount(kind: EntryKind, count: number): string {
  switch (kind) {
    case 'added':
      return say('{count} added', { count });
    case 'removed':
      return say('{count} removed', { count });
    case 'changed':
      return say('{count} changed', { count });
    case 'renamed':
      return say('{count} under a new id', { count });
  }
}

export const kindTitles: Readonly<Record<EntryKind, string>> = {
  added: say('Added'),
  removed: say('Removed'),
  changed: say('Changed'),
  renamed: say('Same person under a new id'),
};
