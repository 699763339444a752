import { join } from 'node:path';
import type { Hover } from 'vscode-languageserver/node';
import { linesOf } from '../../core/csv/scan-lines';
import { hoverAt } from '../../core/features/hover';
import { rangeOfBytes } from '../to-lsp';
import { uriOf } from '../uris';
import { offsetOf, openTable, type OpenedTable } from './opened-table';
import type { ServerFeature } from './server-feature';

/** What a column means, and who is behind an id. */
export const hover: ServerFeature = {
  capabilities: { hoverProvider: true },
  register(connection, sessions) {
    connection.onHover(async ({ textDocument, position }) => {
      const opened = await openTable(sessions, textDocument.uri);
      return opened === undefined ? null : hoverIn(opened, offsetOf(opened, position));
    });
  },
};

function hoverIn({ folder, roster, table, lines }: OpenedTable, offset: number): Hover | null {
  const text = hoverAt(roster, table, offset, (label, file, record) => {
    const target = roster.tables.find((each) => each.file === file);
    const start = target?.scan.recordStarts[record - 1];
    if (target === undefined || start === undefined) return label;
    const { line } = (target === table ? lines : linesOf(target.scan)).positionAt(start);
    return `[${label}](${uriOf(join(folder, file))}#L${String(line)})`;
  });
  if (text === undefined) return null;
  const range = rangeOfBytes(lines, text.start, text.end);
  return { contents: { kind: 'markdown', value: text.markdown }, range };
}
