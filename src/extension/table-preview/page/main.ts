// The script of a table's preview: shows the part of a table that is in view, and asks for it as the view changes.
import type { TableWindow } from '../../../core/features/table-window';
import type { FromPage, ToPage } from '../messages';
import { byId, connectEditor, make, pageWindow, type PageElement } from './dom';
import { Grid } from './grid';
import { moved } from './movement';

/** How long a filter is left alone while it is typed, in milliseconds. */
const pause = 80;

const editor = connectEditor();
const grid = new Grid();
const filter = byId('filter');
const only = byId('only');

/** Asks for what is in view, one at a time: what changes meanwhile is asked for afterwards. */
class Asking {
  #isWaiting = false;
  #isStale = false;

  ask(): void {
    if (this.#isWaiting) {
      this.#isStale = true;
      return;
    }
    this.#isWaiting = true;
    this.#isStale = false;
    send({ type: 'window', filter: filter.value, onlyProblems: only.checked, ...grid.wanted });
  }

  /** Says that an answer has come. */
  answered(): void {
    this.#isWaiting = false;
    if (this.#isStale || !grid.isComplete) this.ask();
  }
}

const asking = new Asking();

function send(message: FromPage): void {
  editor.postMessage(message);
}

function take(message: ToPage): void {
  if (message.type === 'changed') asking.ask();
  else if (message.window === undefined) showNotes(['This file is no table of a roster any more.']);
  else {
    showWindow(message.window);
    asking.answered();
  }
}

function showWindow(window: TableWindow): void {
  const { total, matching, problems } = window;
  grid.show(window);
  const all = total.toLocaleString('en-US');
  const some = matching.toLocaleString('en-US');
  byId('count').textContent = matching === total ? `${all} records` : `${some} of ${all} records`;
  showNotes(problems.map(({ severity, message }) => `${severity}: ${message}`));
}

function showNotes(notes: readonly string[]): void {
  const list = byId('notes');
  list.hidden = notes.length === 0;
  list.replaceChildren(...notes.map((note) => make('li', '', note)));
}

function connectFilter(): void {
  let timer: number | undefined;
  const changed = () => {
    editor.setState({ filter: filter.value, only: only.checked });
    grid.scrollToTop();
    asking.ask();
  };
  filter.addEventListener('input', () => {
    pageWindow.clearTimeout(timer);
    timer = pageWindow.setTimeout(changed, pause);
  });
  only.addEventListener('change', changed);
  filter.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' && event.key !== 'Enter' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    byId('grid').focus();
  });
  byId('bar').addEventListener('submit', (event) => event.preventDefault());
}

function connectGrid(): void {
  const element = byId('grid');
  let isDrawing = false;
  const viewChanged = () => {
    if (isDrawing) return;
    isDrawing = true;
    pageWindow.requestAnimationFrame(() => {
      isDrawing = false;
      grid.draw();
      if (!grid.isComplete) asking.ask();
    });
  };
  element.addEventListener('scroll', viewChanged);
  pageWindow.addEventListener('resize', viewChanged);
  element.addEventListener('keydown', (event) => {
    const isControl = event.ctrlKey || event.metaKey;
    if (event.key === '/' || (isControl && event.key.toLowerCase() === 'f')) {
      event.preventDefault();
      filter.focus();
      return;
    }
    if (event.key === 'Enter') reveal(false);
    const cell = moved(grid.active, event.key, isControl, grid.extent);
    if (cell === undefined) return;
    event.preventDefault();
    grid.activate(cell);
  });
  element.addEventListener('click', ({ target }) => {
    const cell = target.closest('[data-column]');
    if (cell === null) return;
    grid.activate({ row: rowOf(cell), column: Number(cell.dataset['column']) });
    reveal(true);
  });
}

function rowOf(cell: PageElement): number {
  return Number(/^cell-(-?\d+)-/.exec(cell.id)?.[1] ?? -1);
}

/** Shows the active cell in the text. */
function reveal(preserveFocus: boolean): void {
  const { row, column } = grid.active;
  const shown = grid.rowAt(row);
  if (shown === undefined) return;
  const place = column === 0 ? {} : { column: column - 1 };
  send({ type: 'reveal', record: shown.record - 1, ...place, preserveFocus });
}

/** A page that was out of sight is made anew. */
function restore(): void {
  const state = editor.getState();
  if (typeof state !== 'object' || state === null) return;
  if ('filter' in state && typeof state.filter === 'string') filter.value = state.filter;
  if ('only' in state && typeof state.only === 'boolean') only.checked = state.only;
}

restore();
connectFilter();
connectGrid();
pageWindow.addEventListener('message', ({ data }) => take(data as ToPage));
asking.ask();
