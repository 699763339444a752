import type { LiveRoster } from '../core/live-roster';
import type { RosterEntry } from '../core/model/roster-input';

/** Whether a live roster has a file with just this content. */
export function isKnown(live: LiveRoster, { path, content }: RosterEntry): boolean {
  const table = live.roster.tables.find(({ file }) => file === path);
  return table !== undefined && 'bytes' in content && areEqual(table.bytes, content.bytes);
}

function areEqual(left: Uint8Array, right: Uint8Array): boolean {
  return Buffer.from(left.buffer, left.byteOffset, left.length).equals(right);
}
