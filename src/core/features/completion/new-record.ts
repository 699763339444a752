import { quote } from '../../csv/bytes';
import { csvField } from '../../edits/write-field';
import { emptyCode, noField } from '../../model/distinct-values';
import type { Table } from '../../model/table';
import type { ColumnFact } from '../../spec/types';
import { escapeMarkdown } from '../describe-column';
import type { CompletionPlace } from './completion-place';
import { nextId } from './next-id';
import type { CompletionRequest, Offer } from './offer';
import { choice, tabStop } from './snippet';
import type { Roster } from '../../model/roster';
import { phrase, type Say } from '../../text/say';

/** How far up a record is looked for that the new one may take after. */
const farthest = 20;

/**
 * A record to fill in, column by column: the next free id, a choice where the specification lists the values, and what the two
 * records above have in common.
 */
export function newRecord(
  { say }: Roster,
  table: Table,
  place: CompletionPlace,
  request: CompletionRequest,
): Offer {
  const above = recordAbove(table, place.record);
  const draft: Draft = { table, above, before: recordAbove(table, above), request, stops: 0 };
  const fields = table.header.map((_, column) => field(draft, column));
  const what = say(table.fact?.record ?? phrase('record'));
  const label = say('New {record}', { record: what });
  const id = fields.find(({ isKey }) => isKey)?.value ?? '';
  return {
    kind: 'record',
    label,
    words: id,
    documentation: documentation(table, what, id, say),
    value: fields.map(({ value }) => csvField(value)).join(','),
    snippet: `${fields.map(({ snippet }) => snippet).join(',')}$0`,
    filter: `${place.typed} ${label} ${id}`.trimStart(),
  };
}

interface Draft {
  readonly table: Table;
  /** The record that stands above, and the one before it, or 0. */
  readonly above: number;
  readonly before: number;
  readonly request: CompletionRequest;
  stops: number;
}

interface DraftField {
  readonly value: string;
  readonly snippet: string;
  readonly isKey: boolean;
}

function field(draft: Draft, column: number): DraftField {
  const { table } = draft;
  const fact = table.columnFact(column);
  if (fact?.required === 'delta' && table.mode === 'bulk') {
    return { value: '', snippet: quoted(draft, column, ''), isKey: false };
  }
  const isKey = fact !== undefined && isOwnId(table, fact);
  const texts = isKey ? [ownId(draft, column, fact)] : textsFor(draft, column, fact);
  const [value = ''] = texts;
  const number = ++draft.stops;
  if (texts.length > 1) return { value, snippet: quoted(draft, column, choice(number, texts)), isKey };
  const isDoubled = csvField(value) !== value;
  const stop = tabStop(number, isDoubled ? value.replaceAll('"', '""') : value);
  return { value, snippet: quoted(draft, column, stop, isDoubled), isKey };
}

/** In quotes where the value needs them, or the record above has them. */
function quoted({ table, above }: Draft, column: number, snippet: string, isNeeded = false): string {
  const isUsual = above > 0 && table.bytes[table.content(above, column).start - 1] === quote;
  return isNeeded || isUsual ? `"${snippet}"` : snippet;
}

/** Whether a column holds the ids of the table's own records. */
function isOwnId(table: Table, fact: ColumnFact): boolean {
  return table.fact?.columns[0] === fact && fact.type === 'guid' && fact.reference === undefined;
}

function ownId({ table, request }: Draft, column: number, fact: ColumnFact): string {
  return nextId(table, column, fact.example, request.newGuid);
}

/** What a field may well hold: several texts to choose from, one, or none. */
function textsFor(draft: Draft, column: number, fact: ColumnFact | undefined): readonly string[] {
  if (fact === undefined) return [];
  const repeated = repeatedAbove(draft, column);
  if (fact.required === 'delta') return [...deltaText(draft, fact)];
  const listed = fact.type === 'boolean' ? ['true', 'false'] : fact.values?.map(({ value }) => value);
  if (listed !== undefined && fact.list !== true) {
    if (!fact.required && repeated === undefined) return [];
    return repeated === undefined || !listed.includes(repeated)
      ? listed
      : [repeated, ...listed.filter((value) => value !== repeated)];
  }
  return repeated === undefined || isPersonal(fact) ? [] : [repeated];
}

/** In a delta file each record says whether it is there, and since when. */
function deltaText({ request }: Draft, fact: ColumnFact): readonly string[] {
  if (fact.values !== undefined) return fact.values.map(({ value }) => value);
  return [fact.type === 'datetime' ? request.now : request.now.slice(0, 10)];
}

/** Free texts are the record's own, even where two happen to be the same: names, titles, logins. */
function isPersonal({ type, list, format }: ColumnFact): boolean {
  if (type === 'string') return list !== true && format !== 'grade';
  return type === 'id';
}

/** What the two records above have in common in a column. */
function repeatedAbove({ table, above, before }: Draft, column: number): string | undefined {
  if (above === 0 || before === 0) return undefined;
  const values = table.values(column);
  const code = values.codes[above] ?? noField;
  if (code === emptyCode || code === noField || code !== values.codes[before]) return undefined;
  return values.text(code);
}

function recordAbove(table: Table, record: number): number {
  for (let at = Math.min(record, table.recordCount) - 1; at > Math.max(record - farthest, 0); at--) {
    if (table.isIntact(at)) return at;
  }
  return 0;
}

function documentation(table: Table, what: string, id: string, say: Say): string {
  const about = table.fact === undefined ? '' : escapeMarkdown(say(table.fact.description));
  const free =
    id === '' ? '' : say('`{id}` is the next id that no record of {file} has.', { id, file: table.file });
  return [say('A new {record}, field by field: Tab goes on to the next.', { record: what }), free, about]
    .filter((part) => part !== '')
    .join('\n\n');
}
