import { inEnglish, type Say } from '../text/say';
/** What has become of a delivered file. `replaced`: there is another file of that name. */
export type Fate = 'there' | 'collected' | 'replaced';

/** A fate as a sentence. `after` says how long it was looked at, as in ` after 30 min`. */
export function describeFate(fate: Fate, path: string, after = '', say: Say = inEnglish): string {
  switch (fate) {
    case 'collected':
      return say('"{path}" has been collected.', { path });
    case 'replaced':
      return say('"{path}" has been replaced by another file.', { path });
    case 'there':
      return say(
        '"{path}" is still there{after}. Some consumers leave it there, others collect once a night.',
        { path, after },
      );
  }
}
