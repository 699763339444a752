import type { Hover } from 'vscode-languageserver/node';
import { hoverAt } from '../../core/features/hover';
import { rangeOfBytes } from '../to-lsp';
import { hoverMapping, isConfig } from './config-mapping';
import { offsetOf, openTable, type OpenedTable } from './opened-table';
import { recordLinks } from './record-link';
import type { ServerFeature } from './server-feature';

/** What a column means, and who is behind an id, in the configuration too. */
export const hover: ServerFeature = {
  capabilities: { hoverProvider: true },
  register(connection, sessions) {
    connection.onHover(async ({ textDocument, position }) => {
      if (isConfig(textDocument.uri)) {
        return hoverMapping(sessions, textDocument.uri, position);
      }
      const opened = await openTable(sessions, textDocument.uri);
      return opened === undefined ? null : hoverIn(opened, offsetOf(opened, position));
    });
  },
};

function hoverIn(opened: OpenedTable, offset: number): Hover | null {
  const text = hoverAt(opened.roster, opened.table, offset, recordLinks(opened));
  if (text === undefined) return null;
  const range = rangeOfBytes(opened.lines, text.start, text.end);
  return { contents: { kind: 'markdown', value: text.markdown }, range };
}
