import type { PersonRow, Preview } from '../../../core/preview/preview';
import { reasonText } from '../../../core/preview/preview-texts';
import { host } from './host';
import { make, type PageElement } from '../../../page/dom';
import { number, say } from '../../../page/say';

type Cell = PageElement | string | number;

/** A table that says to a screen reader what it is about. */
export function table(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
): PageElement {
  const headRow = make('tr', '', ...head.map((text) => withAttribute(make('th', '', text), 'scope', 'col')));
  const body = rows.map((cells) => make('tr', '', ...cells.map(cellOf)));
  return make(
    'table',
    '',
    make('caption', 'unseen', caption),
    make('thead', '', headRow),
    make('tbody', '', ...body),
  );
}

function cellOf(cell: Cell): PageElement {
  if (typeof cell === 'number') return make('td', 'number', number(cell));
  return make('td', '', cell);
}

/** An id that leads to its record. */
export function recordLink(text: string, from: 'users' | 'orgs', record: number): PageElement | string {
  if (record === 0) return text;
  const button = make(
    'button',
    'link',
    text === '' ? say('record {record}', { record: String(record) }) : text,
  );
  button.setAttribute('title', say('Open record {record} of {from}.csv', { record: String(record), from }));
  button.addEventListener('click', () => host.postMessage({ type: 'open', table: from, record }));
  return button;
}

export function peopleTable(caption: string, people: readonly PersonRow[]): PageElement {
  const hasDetail = people.some(({ detail }) => detail !== undefined);
  const head = [
    say('Person'),
    say('Name'),
    say('Role'),
    say('School'),
    say('Location'),
    say('Why'),
    ...(hasDetail ? [say('Also')] : []),
  ];
  const rows = people.map(({ record, sourcedId, name = '', role, school, location, reason, detail = '' }) => [
    recordLink(sourcedId, 'users', record),
    name,
    role || '–',
    school || '–',
    location || say('none'),
    reasonText(reason, say),
    ...(hasDetail ? [detail] : []),
  ]);
  return table(caption, head, rows);
}

export function locationTable({ locations }: Preview): PageElement {
  const rows = locations.map(({ name, isDefault, people, roles }) => [
    name === undefined ? say('no location') : isDefault ? say('{name} (default location)', { name }) : name,
    people,
    Object.entries(roles)
      .map(([role, count]) => `${role || say('no role')} ${number(count)}`)
      .join(', '),
  ]);
  return table(say('Locations'), [say('Location'), say('People'), say('Roles')], rows);
}

export function roleTable({ roles }: Preview): PageElement {
  const rows = roles.map(({ role, mappedTo, people }) => [
    role || say('no role'),
    mappedTo ?? say('no mapping'),
    people,
  ]);
  return table(say('Roles'), [say('Role in the roster'), say('Role there'), say('People')], rows);
}

export function schoolTable({ schools }: Preview): PageElement {
  const rows = schools.map(({ record, sourcedId, name, location, people }) => [
    recordLink(sourcedId, 'orgs', record),
    name,
    location ?? say('no mapping'),
    people,
  ]);
  return table(
    say('Schools'),
    [say('School'), say('Name'), say('Location'), say('People who belong there first')],
    rows,
  );
}

function withAttribute(element: PageElement, name: string, value: string): PageElement {
  element.setAttribute(name, value);
  return element;
}
