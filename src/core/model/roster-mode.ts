import type { Roster } from './roster';
import type { TableMode } from './table';

/** How a roster is sent: its files whole, as changes, or (`mixed`) some in each way. */
export type RosterMode = TableMode | 'mixed';

/** How the files of a roster are meant, taken together. */
export function modeOf(roster: Roster): RosterMode {
  const data = roster.tables.filter((table) => table.fact !== undefined && table.fact.name !== 'manifest');
  const modes = new Set(data.map((table) => table.mode));
  if (modes.size > 1) return 'mixed';
  return modes.has('delta') ? 'delta' : 'bulk';
}
