import {
  SemanticTokensBuilder,
  type Connection,
  type Hover,
  type Range,
  type SemanticTokens,
  type SemanticTokensLegend,
} from 'vscode-languageserver/node';
import { hoverAt } from '../core/features/hover';
import { tokensBetween, type TokenType } from '../core/features/tokens';
import type { Roster } from '../core/model/roster';
import type { Table } from '../core/model/table';
import { linesOf } from '../core/csv/scan-lines';
import type { LineIndex } from '../core/text/line-index';
import { join } from 'node:path';
import type { RosterSessions } from './roster-sessions';
import { rangeOfBytes } from './to-lsp';
import { splitUri, uriOf } from './uris';

const tokenTypes: readonly TokenType[] = ['id', 'reference'];

export const semanticTokensLegend: SemanticTokensLegend = { tokenTypes: [...tokenTypes], tokenModifiers: [] };

/** Answers the editor's questions about a place in a roster. */
export function registerFeatures(connection: Connection, sessions: RosterSessions): void {
  connection.onHover(async ({ textDocument, position }) => {
    const opened = await openTable(sessions, textDocument.uri);
    if (opened === undefined) return null;
    const offset = opened.lines.offsetAt({ line: position.line + 1, column: position.character + 1 });
    return hover(opened, offset);
  });
  connection.languages.semanticTokens.on(async ({ textDocument }) => {
    const opened = await openTable(sessions, textDocument.uri);
    return opened === undefined ? { data: [] } : tokens(opened, 0, opened.table.scan.bytes.length);
  });
  connection.languages.semanticTokens.onRange(async ({ textDocument, range }) => {
    const opened = await openTable(sessions, textDocument.uri);
    return opened === undefined ? { data: [] } : tokens(opened, ...bytesOf(opened.lines, range));
  });
}

interface OpenedTable {
  readonly folder: string;
  readonly roster: Roster;
  readonly table: Table;
  readonly lines: LineIndex;
}

async function openTable(sessions: RosterSessions, uri: string): Promise<OpenedTable | undefined> {
  const place = splitUri(uri);
  const session = place === undefined ? undefined : sessions.ofFile(join(place.folder, place.name));
  if (place === undefined || session === undefined) return undefined;
  const roster = await session.current();
  const table = roster.tables.find((each) => each.file === place.name);
  return table === undefined
    ? undefined
    : { folder: place.folder, roster, table, lines: linesOf(table.scan) };
}

function hover({ folder, roster, table, lines }: OpenedTable, offset: number): Hover | null {
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
