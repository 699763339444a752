import type { Location, LocationLink } from 'vscode-languageserver/node';
import { idAt } from '../../core/features/id-at';
import { ownPlaces } from '../../core/features/id-places';
import { Locator, offsetOf, openTable, type OpenedTable } from './opened-table';
import type { ServerFeature } from './server-feature';

/** From an id to the record that it stands for: Go to Definition, and Peek. */
export const definition: ServerFeature = {
  capabilities: { definitionProvider: true },
  register(connection, sessions, editor) {
    connection.onDefinition(async ({ textDocument, position }) => {
      const opened = await openTable(sessions, textDocument.uri);
      const links = opened === undefined ? undefined : linksAt(opened, offsetOf(opened, position));
      if (links === undefined) return null;
      return editor.capabilities.textDocument?.definition?.linkSupport === true
        ? links
        : links.map(toLocation);
    });
  },
};

function linksAt({ folder, roster, table }: OpenedTable, offset: number): LocationLink[] | undefined {
  const id = idAt(roster, table, offset);
  if (id === undefined) return undefined;
  const locator = new Locator(folder);
  const originSelectionRange = locator.range(table, id);
  return ownPlaces(id.of).map((place) => ({
    originSelectionRange,
    targetUri: locator.uri(place.table),
    targetRange: locator.range(place.table, place.table.range(place.record)),
    targetSelectionRange: locator.range(place.table, place),
  }));
}

function toLocation({ targetUri, targetSelectionRange }: LocationLink): Location {
  return { uri: targetUri, range: targetSelectionRange };
}
