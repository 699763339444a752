import type { Location } from 'vscode-languageserver/node';
import { findUses, type FoundUses } from '../../core/features/find-uses';
import { idAt } from '../../core/features/id-at';
import { ownPlaces } from '../../core/features/id-places';
import { Locator, offsetOf, openTable, type OpenedTable } from './opened-table';
import type { ServerFeature } from './server-feature';
import type { Say } from '../../core/text/say';

/** Nobody looks through more, and a school may have hundreds of thousands. */
const most = 1000;

/** From an id to all places of the roster that hold it. */
export const references: ServerFeature = {
  capabilities: { referencesProvider: true },
  register(connection, sessions, editor) {
    connection.onReferences(async ({ textDocument, position, context }) => {
      const opened = await openTable(sessions, textDocument.uri);
      const found = opened === undefined ? undefined : findAt(opened, offsetOf(opened, position), context);
      if (found?.uses.isCapped === true) editor.tell('information', cappedMessage(found.uses, found.say));
      return found?.locations ?? null;
    });
  },
};

interface Found {
  readonly uses: FoundUses;
  readonly locations: Location[];
  readonly say: Say;
}

function findAt(
  { folder, roster, table }: OpenedTable,
  offset: number,
  { includeDeclaration }: { readonly includeDeclaration: boolean },
): Found | undefined {
  const id = idAt(roster, table, offset);
  if (id === undefined) return undefined;
  const locator = new Locator(folder);
  const uses = findUses(roster, id.of, most);
  const own = includeDeclaration ? ownPlaces(id.of) : [];
  const locations = [...own, ...uses.places].map((place) => locator.location(place.table, place));
  return { uses, locations, say: roster.say };
}

function cappedMessage({ places, records, files }: FoundUses, say: Say): string {
  const counts = { records, files: files.length, places: places.length };
  return files.length === 1
    ? say('{records} records in {files} file refer to this one; {places} places are listed.', counts)
    : say(
        '{records} records in {files} files refer to this one; {places} places are listed, some of each file.',
        counts,
      );
}
