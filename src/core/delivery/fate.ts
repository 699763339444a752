/** What has become of a delivered file. `replaced`: there is another file of that name. */
export type Fate = 'there' | 'collected' | 'replaced';

/** A fate as a sentence. `after` says how long it was looked at, as in ` after 30 min`. */
export function describeFate(fate: Fate, path: string, after = ''): string {
  switch (fate) {
    case 'collected':
      return `"${path}" has been collected.`;
    case 'replaced':
      return `"${path}" has been replaced by another file.`;
    case 'there':
      return `"${path}" is still there${after}. Some consumers leave it there, others collect once a night.`;
  }
}
