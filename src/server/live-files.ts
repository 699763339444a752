import type { LiveRoster } from '../core/live-roster';
import type { RosterEntry } from '../core/model/roster-input';
import { readRosterFile } from '../node/read-roster-input';
import { isKnown } from './is-known';
import type { OpenDocument } from './open-document';
import { withText } from './open-documents';

// How the files of a live roster are kept as they are on disk and in open documents.

/** Files that are other than they are known, and those that are gone. */
export interface ChangedEntries {
  readonly replaced: readonly RosterEntry[];
  readonly gone: readonly string[];
}

/** Reads files again, and finds those that are not as they are known. What was typed comes before what is on disk. */
export async function changedEntries(
  live: LiveRoster,
  folder: string,
  names: readonly string[],
  documents: ReadonlyMap<string, OpenDocument>,
): Promise<ChangedEntries> {
  const replaced: RosterEntry[] = [];
  const removed: string[] = [];
  for (const name of names) {
    const onDisk = await readRosterFile(folder, name);
    if (onDisk === undefined) removed.push(name);
    else {
      const document = documents.get(name);
      const entry = document?.isDirty === true ? withText(onDisk, document) : onDisk;
      if (!isKnown(live, entry)) replaced.push(entry);
    }
  }
  const gone = removed.filter((name) => live.roster.input.entries.some(({ path }) => path === name));
  return { replaced, gone };
}

/** Makes the live roster the keeper of a document's text. Returns false where a file is not a part of it, or is known otherwise. */
export function mirrorDocument(live: LiveRoster, name: string, document: OpenDocument): boolean {
  const table = live.roster.tables.find(({ file }) => file === name);
  const entry = live.roster.input.entries.find(({ path }) => path === name);
  if (table === undefined || entry === undefined) return false;
  if (!isKnown(live, withText(entry, document))) return false;
  document.mirrorBy(() => {
    const now = live.roster.tables.find(({ file }) => file === name);
    return now === undefined ? new Uint8Array() : now.bytes.slice(now.textStart);
  });
  return true;
}
