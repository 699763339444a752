import type { TableRow, TableWindow } from '../../../core/features/table-window';
import { byId, type PageElement } from '../../../page/dom';
import type { Cell, Extent } from './movement';
import { cellId, drawHeader, messageOf, rowFor } from './rows';
import { rowPlace, scrollTopFor, topRow, totalHeight, type Scrolled } from './scrolling';
import { number, say } from '../../../page/say';

const rowHeight = 24;
/** So many rows are wanted above and below the view, so that a little scrolling shows no gap. */
const spare = 30;

/** The rows that the view needs. */
export interface Wanted {
  readonly first: number;
  readonly count: number;
}

/** The grid as it is drawn: the rows in view of however many, and a cell that the keyboard is at. */
export class Grid {
  readonly #grid = byId('grid');
  readonly #head = byId('head');
  readonly #space = byId('space');
  #window: TableWindow | undefined;
  #active: Cell = { row: 0, column: 0 };

  get active(): Cell {
    return this.#active;
  }

  get extent(): Extent {
    const rows = this.#window?.matching ?? 0;
    const columns = (this.#window?.header.cells.length ?? 0) + 1;
    return { rows, columns, page: Math.max(Math.floor(this.#viewHeight / rowHeight) - 1, 1) };
  }

  /** The rows that should be there, round those in view. */
  get wanted(): Wanted {
    const first = Math.max(Math.floor(topRow(this.#list, this.#grid.scrollTop)) - spare, 0);
    return { first, count: Math.ceil(this.#viewHeight / rowHeight) + 2 * spare };
  }

  /** Whether all rows in view are there. */
  get isComplete(): boolean {
    const { first = 0, rows = [], matching = 0 } = this.#window ?? {};
    const top = Math.floor(topRow(this.#list, this.#grid.scrollTop));
    const end = Math.min(top + Math.ceil(this.#viewHeight / rowHeight) + 1, matching);
    return this.#window !== undefined && top >= first && end <= first + rows.length;
  }

  /** Takes over another part of the table. */
  show(window: TableWindow): void {
    this.#window = window;
    this.#grid.setAttribute('aria-rowcount', String(window.matching + 1));
    this.#grid.setAttribute('aria-colcount', String(window.header.cells.length + 1));
    const digits = Math.max(number(window.total).length, say('Record').length);
    const widths = [digits, ...window.widths].map((width) => `${String(width + 3)}ch`);
    this.#grid.style.setProperty('--columns', widths.join(' '));
    drawHeader(this.#head, window);
    const { row, column } = this.#active;
    const { rows, columns } = this.extent;
    this.#active = { row: Math.min(row, rows - 1), column: Math.min(column, columns - 1) };
    this.draw();
  }

  /** Draws the rows that are there at the places where they are in view. */
  draw(): void {
    const window = this.#window;
    if (window === undefined) return;
    const list = this.#list;
    this.#space.style.setProperty('height', `${String(totalHeight(list))}px`);
    const { scrollTop } = this.#grid;
    const rows = window.rows.map((row, offset) => {
      const element = rowFor(row, window.first + offset, window);
      element.style.setProperty('top', `${String(rowPlace(list, scrollTop, window.first + offset))}px`);
      return element;
    });
    this.#space.replaceChildren(...rows);
    this.#mark();
  }

  scrollToTop(): void {
    this.#grid.scrollTop = 0;
    this.#active = { row: 0, column: this.#active.column };
  }

  /** Makes a cell the active one and scrolls it into view. */
  activate(cell: Cell): void {
    this.#active = cell;
    const list = this.#list;
    const top = topRow(list, this.#grid.scrollTop);
    const visible = this.#viewHeight / rowHeight;
    if (cell.row >= 0 && cell.row < top) this.#grid.scrollTop = scrollTopFor(list, cell.row);
    if (cell.row + 1 > top + visible) this.#grid.scrollTop = scrollTopFor(list, cell.row + 1 - visible);
    this.#mark();
    this.#scrollAcross(cell);
  }

  /** The row at a place; undefined where it is not there yet. */
  rowAt(index: number): TableRow | undefined {
    return index < 0 ? this.#window?.header : this.#window?.rows[index - this.#window.first];
  }

  get #list(): Scrolled {
    return { rows: this.#window?.matching ?? 0, rowHeight, viewHeight: this.#viewHeight };
  }

  get #viewHeight(): number {
    return Math.max(this.#grid.clientHeight - this.#head.offsetHeight, rowHeight);
  }

  #mark(): void {
    for (const cell of this.#grid.querySelectorAll('[aria-selected]')) cell.removeAttribute('aria-selected');
    const { row, column } = this.#active;
    const id = cellId(row, column);
    this.#cell(row, column)?.setAttribute('aria-selected', 'true');
    this.#grid.setAttribute('aria-activedescendant', id);
    const shown = this.rowAt(row);
    byId('message').textContent = shown === undefined ? '' : messageOf(shown, column);
  }

  #cell(row: number, column: number): PageElement | undefined {
    const [cell] = this.#grid.querySelectorAll(`#${cellId(row, column)}`);
    return cell;
  }

  /** The first column stays in sight, and covers what is under it. */
  #scrollAcross({ row, column }: Cell): void {
    const cell = this.#cell(row, column);
    const fixed = this.#cell(-1, 0)?.offsetWidth ?? 0;
    if (cell === undefined || column === 0) return;
    const left = cell.offsetLeft - fixed;
    const right = cell.offsetLeft + cell.offsetWidth - this.#grid.clientWidth;
    if (this.#grid.scrollLeft > left) this.#grid.scrollLeft = left;
    else if (this.#grid.scrollLeft < right) this.#grid.scrollLeft = right;
  }
}
