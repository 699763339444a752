import type { ComparedEntry, Side } from '../../../core/protocol';
import type { FromPage } from '../page-messages';
import { button } from './host';
import { make, type PageElement } from '../../../page/dom';
import { say } from '../../../page/say';

type FieldChange = ComparedEntry['fields'][number];

/** A record in the list: who or what it is, a way to it, and its fields with another value. */
export function entryItem(
  entry: ComparedEntry,
  file: string,
  tell: (message: FromPage) => void,
): PageElement {
  const { name, id, idBefore, details, by, fields } = entry;
  const side: Side = entry.after === undefined ? 'before' : 'after';
  const ids = idBefore === undefined ? id : `${idBefore} → ${id}`;
  const title = link(entry, side, name === '' ? id : name, file, tell);
  const other =
    entry.before !== undefined && side === 'after' ? [link(entry, 'before', undefined, file, tell)] : [];
  const words = [...details, ...(by === undefined ? [] : [say('the same {by}', { by: by.join(', ') })])];
  return make(
    'li',
    '',
    title,
    ...(name === id ? [] : [make('code', '', ids)]),
    make('span', 'details', words.join(', ')),
    ...other,
    ...(fields.length === 0 ? [] : [fieldTable(fields, name === '' ? id : name)]),
  );
}

/** Leads to the record in one of the two files. */
function link(
  entry: ComparedEntry,
  side: Side,
  name: string | undefined,
  file: string,
  tell: (message: FromPage) => void,
): PageElement {
  const { line = 1 } = entry[side] ?? {};
  const element = button(`link ${side}`, name ?? say('before'), () =>
    tell({ type: 'open', side, file, line }),
  );
  element.setAttribute(
    'title',
    side === 'before'
      ? say('Before: {file}, line {line}', { file, line: String(line) })
      : say('{file}, line {line}', { file, line: String(line) }),
  );
  if (name === undefined)
    element.setAttribute(
      'aria-label',
      say('{entry} before, line {line}', { entry: entry.name, line: String(line) }),
    );
  return element;
}

function fieldTable(fields: readonly FieldChange[], entry: string): PageElement {
  const head = [say('Field'), say('Before'), say('After')].map((word) => {
    const cell = make('th', '', word);
    cell.setAttribute('scope', 'col');
    return cell;
  });
  const rows = fields.map(({ field, before, after, nameBefore, nameAfter }) => {
    const name = make('th', '', field);
    name.setAttribute('scope', 'row');
    return make('tr', '', name, value('before', before, nameBefore), value('after', after, nameAfter));
  });
  const table = make('table', '', make('thead', '', make('tr', '', ...head)), make('tbody', '', ...rows));
  table.setAttribute('aria-label', say('Changed fields of {entry}', { entry }));
  return table;
}

function value(side: Side, text: string, name: string | undefined): PageElement {
  if (text === '') return make('td', `${side} empty`, say('empty'));
  const named = name === undefined || name === text ? [] : [make('span', 'details', name)];
  return make('td', side, make('code', '', text), ...named);
}
