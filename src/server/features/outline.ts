import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver/node';
import { outline, type OutlineEntry } from '../../core/features/outline';
import type { LineIndex } from '../../core/text/line-index';
import { rangeOfBytes } from '../to-lsp';
import { openTable } from './opened-table';
import type { ServerFeature } from './server-feature';

const kinds: Readonly<Record<OutlineEntry['kind'], SymbolKind>> = {
  table: SymbolKind.Array,
  column: SymbolKind.Field,
  record: SymbolKind.Object,
  group: SymbolKind.Namespace,
};

/** The columns and records of a table: the outline, the breadcrumbs, Go to Symbol, and the header that stays in view. */
export const outlineFeature: ServerFeature = {
  capabilities: { documentSymbolProvider: true },
  register(connection, sessions) {
    connection.onDocumentSymbol(async ({ textDocument }) => {
      const opened = await openTable(sessions, textDocument.uri);
      const root = opened === undefined ? undefined : outline(opened.roster, opened.table);
      return opened === undefined || root === undefined ? null : [toSymbol(root, opened.lines)];
    });
  },
};

function toSymbol(entry: OutlineEntry, lines: LineIndex): DocumentSymbol {
  const { name, detail, kind, start, end, selection, children } = entry;
  return {
    name,
    detail,
    kind: kinds[kind],
    range: rangeOfBytes(lines, start, end),
    selectionRange: rangeOfBytes(lines, selection.start, selection.end),
    ...(children.length === 0 ? {} : { children: children.map((child) => toSymbol(child, lines)) }),
  };
}
