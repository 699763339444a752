import { DocumentHighlightKind, type DocumentHighlight } from 'vscode-languageserver/node';
import { highlightsAt } from '../../core/features/highlights';
import { rangeOfBytes } from '../to-lsp';
import { offsetOf, openTable } from './opened-table';
import type { ServerFeature } from './server-feature';

/** So many are marked round the cursor: the editor makes something of each, at every move. */
const most = 500;

/** Marks the other places of an id in the same file. Elsewhere the editor marks equal words, as it does by itself. */
export const highlights: ServerFeature = {
  capabilities: { documentHighlightProvider: true },
  register(connection, sessions) {
    connection.onDocumentHighlight(async ({ textDocument, position }) => {
      const opened = await openTable(sessions, textDocument.uri);
      if (opened === undefined) return null;
      const { roster, table, lines } = opened;
      const found = highlightsAt(roster, table, offsetOf(opened, position), most);
      return (
        found?.map(({ start, end, isOwn }): DocumentHighlight => {
          const kind = isOwn ? DocumentHighlightKind.Write : DocumentHighlightKind.Read;
          return { range: rangeOfBytes(lines, start, end), kind };
        }) ?? null
      );
    });
  },
};
