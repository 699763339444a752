import type { Roster } from '../../model/roster';
import type { DetectedVersion } from '../../spec/detect-version';

/**
 * The files that are of another version than the manifest says, which `version-mismatch` reports. None where the manifest
 * does not say a version, or where another one was asked for.
 */
export function conflictingFiles({ detected, version }: Roster): NonNullable<DetectedVersion['contradicts']> {
  if (detected.basis !== 'manifest' || detected.version !== version) return [];
  return detected.contradicts ?? [];
}
