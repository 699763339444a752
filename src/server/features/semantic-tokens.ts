import { SemanticTokensBuilder, type Range, type SemanticTokens } from 'vscode-languageserver/node';
import { tokensBetween, type TokenType } from '../../core/features/tokens';
import type { LineIndex } from '../../core/text/line-index';
import { rangeOfBytes } from '../to-lsp';
import { openTable, type OpenedTable } from './opened-table';
import type { ServerFeature } from './server-feature';

const tokenTypes: readonly TokenType[] = ['id', 'reference', 'date', 'choice', 'number', 'name', 'text'];

/**
 * Colours that the grammar cannot know: what kind of value each field holds. Only for the lines in view: a whole document of the
 * usual size would be hundreds of thousands, after each change.
 */
export const semanticTokens: ServerFeature = {
  capabilities: {
    semanticTokensProvider: {
      legend: { tokenTypes: [...tokenTypes], tokenModifiers: [] },
      full: false,
      range: true,
    },
  },
  register(connection, sessions) {
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
