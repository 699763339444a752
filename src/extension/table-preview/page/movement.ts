/** A cell of the grid. The header is row -1, and column 0 shows the records' numbers. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** How far the grid goes. */
export interface Extent {
  readonly rows: number;
  readonly columns: number;
  /** How many rows fit into the view. */
  readonly page: number;
}

/** The cell that a key leads to, as in other grids; undefined where the key means nothing. */
export function moved(from: Cell, key: string, isControl: boolean, extent: Extent): Cell | undefined {
  const { row, column } = from;
  const lastColumn = extent.columns - 1;
  const to: Readonly<Record<string, Cell>> = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    PageUp: { row: Math.max(row - extent.page, Math.min(row, 0)), column },
    PageDown: { row: row + extent.page, column },
    Home: { row: isControl ? 0 : row, column: 0 },
    End: { row: isControl ? extent.rows - 1 : row, column: lastColumn },
  };
  const cell = to[key];
  if (cell === undefined) return undefined;
  return {
    row: Math.max(Math.min(cell.row, extent.rows - 1), -1),
    column: Math.max(Math.min(cell.column, lastColumn), 0),
  };
}
