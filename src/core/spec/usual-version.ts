import type { OneRosterVersion, ProfileFact } from './types';

/** The version that a consumer's new roster has unless another is named: 1.1, which nearly all read, or the newest that it reads. */
export function usualVersion({ versions }: Pick<ProfileFact, 'versions'>): OneRosterVersion {
  return versions.includes('1.1') ? '1.1' : (versions.at(-1) ?? '1.1');
}
