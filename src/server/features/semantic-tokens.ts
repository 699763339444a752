import { SemanticTokensBuilder, type Range, type SemanticTokens } from 'vscode-languageserver/node';
import { tokensBetween, type TokenType } from '../../core/features/tokens';
import type { LineIndex } from '../../core/text/line-index';
import { rangeOfBytes } from '../to-lsp';
import { openTable, type OpenedTable } from './opened-table';
import type { ServerFeature } from './server-feature';

const tokenTypes: readonly TokenType[] = ['id', 'reference'];

/** Colours that the grammar cannot know: those of ids and references. */
export const semanticTokens: ServerFeature = {
  capabilities: {
    semanticTokensProvider: {
      legend: { tokenTypes: [...tokenTypes], tokenModifiers: [] },
      full: true,
      range: true,
    },
  },
  register(connection, sessions) {
    connection.languages.semanticTokens.on(async ({ textDocument }) => {
      const opened = await openTable(sessions, textDocument.uri);
      return opened === undefined ? { data: [] } : tokens(opened, 0, opened.table.scan.bytes.length);
    });
    connection.languages.semanticTokens.onRange(async ({ textDocument, range }) => {
      const opened = await openTable(sessions, textDocument.uri);
      return opened === undefined ? { data: [] } : tokens(opened, ...bytesOf(opened.lines, range));
    });
  },
};

function tokens({ table, lines }: OpenedTable, start: number, end: number): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  for (const token of tokensBetween(table, start, end)) {
    const range = rangeOfBytes(lines, token.start, token.end);
    if (range.start.line !== range.end.line) continue;
    const length = range.end.character - range.start.character;
    builder.push(range.start.line, range.start.character, length, tokenTypes.indexOf(token.type), 0);
  }
  return builder.build();
}

function bytesOf(lines: LineIndex, range: Range): readonly [number, number] {
  const start = lines.offsetAt({ line: range.start.line + 1, column: 1 });
  return [start, lines.offsetAt({ line: range.end.line + 1, column: range.end.character + 1 })];
}
