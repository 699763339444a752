import type { FoldingRange } from 'vscode-languageserver/node';
import { foldableRuns } from '../../core/features/folding';
import { openTable, type OpenedTable } from './opened-table';
import type { ServerFeature } from './server-feature';

/** VS Code folds no more unless it is told to. */
const usualLimit = 5000;

/** Folds the neighbouring records of a school. */
export const folding: ServerFeature = {
  capabilities: { foldingRangeProvider: true },
  register(connection, sessions, editor) {
    connection.onFoldingRanges(async ({ textDocument }) => {
      const opened = await openTable(sessions, textDocument.uri);
      const limit = editor.capabilities.textDocument?.foldingRange?.rangeLimit ?? usualLimit;
      return opened === undefined ? null : ranges(opened, Math.min(limit, usualLimit));
    });
  },
};

function ranges({ roster, table, lines }: OpenedTable, limit: number): FoldingRange[] {
  return foldableRuns(roster, table, limit).map(({ first, last }) => ({
    startLine: lines.positionAt(table.range(first).start).line - 1,
    endLine: lines.positionAt(table.range(last).end).line - 1,
  }));
}
