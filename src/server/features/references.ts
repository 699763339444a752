import type { Location } from 'vscode-languageserver/node';
import { findUses, type FoundUses } from '../../core/features/find-uses';
import { idAt } from '../../core/features/id-at';
import { ownPlaces } from '../../core/features/id-places';
import { Locator, offsetOf, openTable, type OpenedTable } from './opened-table';
import type { ServerFeature } from './server-feature';

/** Nobody looks through more, and a school may have hundreds of thousands. */
const most = 1000;

/** From an id to all places of the roster that hold it. */
export const references: ServerFeature = {
  capabilities: { referencesProvider: true },
  register(connection, sessions, editor) {
    connection.onReferences(async ({ textDocument, position, context }) => {
      const opened = await openTable(sessions, textDocument.uri);
      const found = opened === undefined ? undefined : findAt(opened, offsetOf(opened, position), context);
      if (found?.uses.isCapped === true) editor.say('information', cappedMessage(found.uses));
      return found?.locations ?? null;
    });
  },
};

interface Found {
  readonly uses: FoundUses;
  readonly locations: Location[];
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
  return { uses, locations };
}

function cappedMessage({ places, records, files }: FoundUses): string {
  const [listed, all] = [places.length, records].map((count) => count.toLocaleString('en-US'));
  return `${all ?? ''} records in ${String(files.length)} ${files.length === 1 ? 'file' : 'files'} refer to this one; ${listed ?? ''} places are listed, some of each file.`;
}
