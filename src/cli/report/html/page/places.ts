import { make, type PageElement } from '../../../../page/dom';
import type { PageRow } from './page-data';

const atOnce = 100;

/** Draws the places of a cause as a table, a hundred at a time. */
export function drawPlaces(
  target: PageElement,
  rows: readonly PageRow[],
  texts: readonly string[],
  first = atOnce,
): void {
  const columns = columnsFor(rows, texts);
  const body = make('tbody', '');
  const more = make('button', 'more');
  more.setAttribute('type', 'button');
  let drawn = 0;

  function draw(count: number): void {
    for (const row of rows.slice(drawn, drawn + count)) {
      body.append(
        make('tr', '', ...columns.map((column) => make('td', column.className, ...column.cell(row)))),
      );
    }
    drawn = Math.min(drawn + count, rows.length);
    more.hidden = drawn >= rows.length;
    more.textContent = `Show more (${(rows.length - drawn).toLocaleString('en-US')} left)`;
  }

  more.addEventListener('click', () => {
    draw(atOnce);
  });
  draw(first);
  const head = make('thead', '', make('tr', '', ...columns.map(({ title }) => make('th', '', title))));
  target.replaceChildren(make('div', 'scroll', make('table', '', head, body)), more);
}

interface Column {
  readonly title: string;
  readonly className: string;
  readonly cell: (row: PageRow) => (PageElement | string)[];
}

/** The columns that have something to say about these rows. */
function columnsFor(rows: readonly PageRow[], texts: readonly string[]): readonly Column[] {
  const text = (number: number): string => texts[number] ?? '';
  const all: readonly (Column & { readonly isNeeded: (row: PageRow) => boolean })[] = [
    { title: 'Place', className: 'place', cell: (row) => [placeOf(row, text(row[0]))], isNeeded: () => true },
    {
      title: 'Record',
      className: 'number',
      cell: (row) => [row[3] > 0 ? row[3].toLocaleString('en-US') : ''],
      isNeeded: (row) => row[3] > 0,
    },
    { title: 'Column', className: '', cell: (row) => [text(row[4])], isNeeded: (row) => text(row[4]) !== '' },
    {
      title: 'Value',
      className: 'value',
      cell: (row) => [text(row[5])],
      isNeeded: (row) => text(row[5]) !== '',
    },
    {
      title: 'Details',
      className: 'details',
      cell: (row) => detailsOf(row, text),
      isNeeded: (row) => text(row[7]) !== '' || row.length > 8,
    },
  ];
  return all.filter(({ isNeeded }) => rows.some(isNeeded));
}

function placeOf([, line, column, , , , places]: PageRow, file: string): string {
  const place = line === 0 ? file : `${file}:${String(line)}:${String(column)}`;
  return places === 1 ? place : `${place} and ${(places - 1).toLocaleString('en-US')} more`;
}

function detailsOf(row: PageRow, text: (number: number) => string): PageElement[] {
  const [, , , , , , , message, ...related] = row;
  return [
    ...(text(message) === '' ? [] : [make('div', '', text(message))]),
    ...related.map((number) => make('div', 'related', text(number))),
  ];
}
