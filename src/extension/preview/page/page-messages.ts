import type { FoundPeople } from '../../../core/preview/find-people';
import type { Preview } from '../../../core/preview/preview';

// What the page and the extension say to each other. Plain data.

export type ToPage =
  | { readonly type: 'preview'; readonly name: string; readonly preview: Preview }
  | { readonly type: 'found'; readonly text: string; readonly found: FoundPeople }
  | { readonly type: 'failed'; readonly message: string };

export type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'refresh' }
  | { readonly type: 'export' }
  | { readonly type: 'mapping' }
  | { readonly type: 'find'; readonly text: string }
  | { readonly type: 'open'; readonly table: 'users' | 'orgs'; readonly record: number };
