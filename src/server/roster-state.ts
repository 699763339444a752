import { basename, join } from 'node:path';
import { modeOf } from '../core/model/roster-mode';
import type { RosterState } from '../core/protocol';
import type { Validation } from '../core/validate-roster';
import { uriOf } from './uris';

/** What the editor shows of a roster that has been checked. `uriOfFile` says how the editor names a path. */
export function rosterState(
  folder: string,
  { roster, totals }: Validation,
  configPath: string | undefined,
  uriOfFile: (path: string) => string,
): RosterState {
  return {
    uri: uriOf(folder),
    name: basename(folder),
    version: roster.version,
    mode: modeOf(roster),
    profile: roster.profile.id,
    files: roster.tables.map((table) => ({
      uri: uriOfFile(join(folder, table.file)),
      records: table.dataRecords,
    })),
    totals,
    ...(configPath === undefined ? {} : { configUri: uriOfFile(configPath) }),
  };
}
