import { severityWords } from './severity-words';
import type { TableProblem } from '../../../core/features/table-problems';
import type { TableRow, TableWindow } from '../../../core/features/table-window';
import type { Severity } from '../../../core/spec/types';
import { make, type PageElement } from '../../../page/dom';
import { number, say } from '../../../page/say';

const signs: Readonly<Record<Severity, string>> = { error: '✖', warning: '⚠', information: 'ℹ' };
const severities: readonly Severity[] = ['error', 'warning', 'information'];

/** What is wrong with a cell, in one text; empty where nothing is. Column 0 stands for all of the record. */
export function messageOf(row: TableRow, column: number): string {
  return problemsOf(row, column)
    .map(({ severity, message }) => `${severityWords[severity]}: ${message}`)
    .join('\n');
}

function problemsOf({ problems }: TableRow, column: number): readonly TableProblem[] {
  return column === 0 ? problems : problems.filter((problem) => problem.column === column - 1);
}

/** Fills the header. */
export function drawHeader(head: PageElement, { header, kinds }: TableWindow): void {
  const cells = header.cells.map((name, index) => cellFor(header, index + 1, 'columnheader', kinds, name));
  head.replaceChildren(cellFor(header, 0, 'columnheader', kinds, say('Record')), ...cells);
}

/** A record as a row of the grid; `index` is its place among those that the filter lets through. */
export function rowFor(row: TableRow, index: number, { kinds }: TableWindow): PageElement {
  const element = make('div', 'row');
  element.setAttribute('role', 'row');
  element.setAttribute('aria-rowindex', String(index + 2));
  element.append(cellFor(row, 0, 'rowheader', kinds, number(row.record)));
  for (const [column, text] of row.cells.entries()) {
    element.append(cellFor(row, column + 1, 'gridcell', kinds, text));
  }
  for (const cell of element.querySelectorAll('[data-column]'))
    cell.id = cellId(index, cell.dataset['column']);
  return element;
}

/** The id of a cell; the header is row -1. */
export function cellId(row: number, column: number | string | undefined): string {
  return `cell-${String(row)}-${String(column)}`;
}

function cellFor(
  row: TableRow,
  column: number,
  role: string,
  kinds: TableWindow['kinds'],
  text: string,
): PageElement {
  const problems = problemsOf(row, column);
  const worst = severities.find((severity) => problems.some((problem) => problem.severity === severity));
  const kind = column === 0 ? 'record' : (kinds[column - 1] ?? 'unknown');
  const cell = make('div', `cell ${kind}${worst === undefined ? '' : ` problem ${worst}`}`);
  if (worst !== undefined) {
    const sign = make('span', 'sign', signs[worst]);
    sign.setAttribute('aria-hidden', 'true');
    cell.append(sign);
    cell.title = messageOf(row, column);
    cell.setAttribute('aria-invalid', 'true');
    cell.setAttribute('aria-description', cell.title);
  }
  // A cell is one line high.
  cell.append(text.replace(/\r\n|\r|\n/g, '↵'));
  cell.setAttribute('role', role);
  cell.setAttribute('aria-colindex', String(column + 1));
  cell.dataset['column'] = String(column);
  if (row.record === 1) cell.id = cellId(-1, column);
  return cell;
}
