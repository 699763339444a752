import { severityWords } from './severity-words';
import type { TableWindow } from '../../../core/features/table-window';
import type { FromPage, ToPage } from '../messages';
import { byId, make, pageWindow, type PageElement, type PageEvent } from '../../../page/dom';
import { type Editor } from './host';
import { Grid } from './grid';
import { moved } from './movement';
import { counted, say } from '../../../page/say';

/** How long a filter is left alone while it is typed, in milliseconds. */
const pause = 80;

/** The page: a filter, the grid, and what is said of them. */
export class PreviewPage {
  readonly #editor: Editor;
  readonly #grid = new Grid();
  readonly #filter = byId('filter');
  readonly #only = byId('only');
  /** Whether an answer is on its way, and whether something has changed since it was asked for. */
  #isWaiting = false;
  #isStale = false;
  #isDrawing = false;
  #timer: number | undefined;

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  start(): void {
    this.#restore();
    this.#listenToFilter();
    this.#listenToGrid();
    pageWindow.addEventListener('message', ({ data }) => this.#take(data as ToPage));
    this.#ask();
  }

  /** A page that was out of sight is made anew. */
  #restore(): void {
    const state = this.#editor.getState();
    if (typeof state !== 'object' || state === null) return;
    if ('filter' in state && typeof state.filter === 'string') this.#filter.value = state.filter;
    if ('only' in state && typeof state.only === 'boolean') this.#only.checked = state.only;
  }

  #listenToFilter(): void {
    this.#filter.addEventListener('input', () => {
      pageWindow.clearTimeout(this.#timer);
      this.#timer = pageWindow.setTimeout(() => this.#filterChanged(), pause);
    });
    this.#only.addEventListener('change', () => this.#filterChanged());
    this.#filter.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' && event.key !== 'Enter' && event.key !== 'ArrowDown') return;
      event.preventDefault();
      byId('grid').focus();
    });
    byId('bar').addEventListener('submit', (event) => event.preventDefault());
  }

  #listenToGrid(): void {
    const grid = byId('grid');
    grid.addEventListener('scroll', () => this.#viewChanged());
    pageWindow.addEventListener('resize', () => this.#viewChanged());
    grid.addEventListener('keydown', (event) => this.#pressed(event));
    grid.addEventListener('click', ({ target }) => {
      const cell = target.closest('[data-column]');
      if (cell === null) return;
      this.#grid.activate({ row: rowOf(cell), column: Number(cell.dataset['column']) });
      this.#reveal(true);
    });
  }

  #filterChanged(): void {
    this.#editor.setState({ filter: this.#filter.value, only: this.#only.checked });
    this.#grid.scrollToTop();
    this.#ask();
  }

  #viewChanged(): void {
    if (this.#isDrawing) return;
    this.#isDrawing = true;
    pageWindow.requestAnimationFrame(() => {
      this.#isDrawing = false;
      this.#grid.draw();
      if (!this.#grid.isComplete) this.#ask();
    });
  }

  #pressed(event: PageEvent): void {
    const isControl = event.ctrlKey || event.metaKey;
    if (event.key === '/' || (isControl && event.key.toLowerCase() === 'f')) {
      event.preventDefault();
      this.#filter.focus();
      return;
    }
    if (event.key === 'Enter') this.#reveal(false);
    const cell = moved(this.#grid.active, event.key, isControl, this.#grid.extent);
    if (cell === undefined) return;
    event.preventDefault();
    this.#grid.activate(cell);
  }

  /** Asks for what is in view, one at a time: what changes meanwhile is asked for afterwards. */
  #ask(): void {
    if (this.#isWaiting) {
      this.#isStale = true;
      return;
    }
    this.#isWaiting = true;
    this.#isStale = false;
    const view = { filter: this.#filter.value, onlyProblems: this.#only.checked };
    this.#send({ type: 'window', ...view, ...this.#grid.wanted });
  }

  #take(message: ToPage): void {
    if (message.type === 'changed') {
      this.#ask();
      return;
    }
    this.#isWaiting = false;
    if (message.type === 'failed') return;
    if (message.window === undefined) showNotes([say('This file is no table of a roster any more.')]);
    else this.#show(message.window);
    if (this.#isStale || (message.window !== undefined && !this.#grid.isComplete)) this.#ask();
  }

  #show(window: TableWindow): void {
    const { total, matching, problems } = window;
    this.#grid.show(window);
    byId('count').textContent =
      matching === total
        ? counted(total, 'record')
        : say('{some} of {all} records', { some: matching, all: total });
    showNotes(problems.map(({ severity, message }) => `${severityWords[severity]}: ${message}`));
  }

  /** Shows the active cell in the text. */
  #reveal(preserveFocus: boolean): void {
    const { row, column } = this.#grid.active;
    const shown = this.#grid.rowAt(row);
    if (shown === undefined) return;
    const place = column === 0 ? {} : { column: column - 1 };
    this.#send({ type: 'reveal', record: shown.record - 1, ...place, preserveFocus });
  }

  #send(message: FromPage): void {
    this.#editor.postMessage(message);
  }
}

function showNotes(notes: readonly string[]): void {
  const list = byId('notes');
  list.hidden = notes.length === 0;
  list.replaceChildren(...notes.map((note) => make('li', '', note)));
}

/** The row that a cell belongs to; the header is row -1. */
function rowOf(cell: PageElement): number {
  return Number(/^cell-(-?\d+)-/.exec(cell.id)?.[1] ?? -1);
}
