import type { Connection } from 'vscode-languageserver/node';
import { contentRange, recordAt } from '../../core/csv/field';
import { alignRecords } from '../../core/features/align-columns';
import { findRecords as recordsOf } from '../../core/features/find-records';
import { fieldAt } from '../../core/features/place-at';
import { columnsOf, missingColumnsOf } from '../../core/features/table-columns';
import {
  alignment,
  columnFields,
  fieldPlace,
  findRecords,
  tableColumns,
  type Alignment,
  type AlignmentParams,
  type ColumnFields,
  type ColumnFieldsParams,
  type FieldPlaceParams,
  type TableColumns,
  type TableColumnsParams,
  type TableRequest,
  type TextRange,
} from '../../core/table-protocol';
import type { RosterSessions } from '../roster-sessions';
import { rangeOfBytes } from '../to-lsp';
import { offsetOf, openTable, type OpenedTable } from './opened-table';
import type { ServerFeature } from './server-feature';

/** Where the columns and records of a table are. */
export const tablePlaces: ServerFeature = {
  capabilities: {},
  register(connection, sessions) {
    answer(connection, sessions, tableColumns, columnsAt);
    answer(connection, sessions, columnFields, fieldsOfColumns);
    answer(connection, sessions, findRecords, ({ roster, table }, { query, most }) =>
      recordsOf(roster, table, query, most),
    );
    answer(connection, sessions, fieldPlace, placeOfField);
    answer(connection, sessions, alignment, alignLines);
  },
};

/** Answers a request about a table with what a function says of it, or with null where there is none. */
export function answer<P extends { readonly uri: string }, T>(
  connection: Connection,
  sessions: RosterSessions,
  { method }: TableRequest<P, T>,
  say: (opened: OpenedTable, params: P) => T,
): void {
  connection.onRequest(method, async (params: P): Promise<T | null> => {
    const opened = await openTable(sessions, params.uri);
    return opened === undefined ? null : say(opened, params);
  });
}

function columnsAt(opened: OpenedTable, { place }: TableColumnsParams): TableColumns {
  const { roster, table } = opened;
  const columns = columnsOf(roster, table);
  const current = fieldAt(table, offsetOf(opened, place))?.column ?? 0;
  return {
    columns,
    missing: missingColumnsOf(roster, table),
    current: Math.min(current, Math.max(columns.length - 1, 0)),
  };
}

function fieldsOfColumns(opened: OpenedTable, { places, most }: ColumnFieldsParams): ColumnFields {
  const { table, lines } = opened;
  const { scan } = table;
  const columns = [...new Set(places.map((place) => fieldAt(table, offsetOf(opened, place))?.column ?? 0))];
  columns.sort((a, b) => a - b);
  const ranges: number[] = [];
  let total = 0;
  for (let record = 1; record < scan.recordCount; record++) {
    for (const column of columns) {
      if (column >= scan.countOf(record) || table.isBlank(record)) continue;
      if (++total > most) continue;
      const { start, end } = contentRange(scan, record, column);
      const range = rangeOfBytes(lines, start, end);
      ranges.push(range.start.line, range.start.character, range.end.line, range.end.character);
    }
  }
  return { names: columns.map((column) => table.header[column] ?? ''), total, ranges };
}

function placeOfField({ table, lines }: OpenedTable, { record, column }: FieldPlaceParams): TextRange | null {
  if (record >= table.recordCount) return null;
  const { start, end } = column === undefined ? table.range(record) : table.content(record, column);
  return rangeOfBytes(lines, start, end);
}

function alignLines({ table, lines }: OpenedTable, { firstLine, lastLine }: AlignmentParams): Alignment {
  const { scan } = table;
  const recordOf = (line: number) => recordAt(scan, lines.offsetAt({ line: line + 1, column: 1 }));
  const padding = alignRecords(table, recordOf(firstLine), recordOf(lastLine)).flatMap(
    ({ offset, cells }) => {
      const { line, column } = lines.positionAt(offset);
      return [line - 1, column - 1, cells];
    },
  );
  return { padding };
}
