import type { Roster } from '../../model/roster';
import type { Table } from '../../model/table';
import { describeRecord } from '../describe-record';
import { recordCard } from '../record-card';
import { escapeMarkdown } from '../describe-column';
import type { FieldContext, Offer } from './offer';
import type { Say } from '../../text/say';

// What these columns mean has nothing to do with the dates of a session, or with today.
const changeColumns: readonly string[] = ['dateLastModified'];
const longPastColumns: readonly string[] = ['birthDate', 'birthdate'];

/** How many references away a session may be: an enrollment's class has it. */
const furthest = 2;

/** Dates that a field may well hold: today, and the dates of the sessions and the work that the record is about. */
export function dates(context: FieldContext): readonly Offer[] {
  const { roster, table, place, fact, request } = context;
  if (longPastColumns.includes(fact.name)) return [];
  if (fact.type === 'datetime') return [now(context)];
  const today = roster.asOf ?? request.now.slice(0, 10);
  const todays: Offer = {
    kind: 'date',
    label: today,
    words: roster.say('today'),
    documentation: escapeMarkdown(roster.say(fact.description)),
    value: today,
    filter: `${today} ${roster.say('today')}`,
  };
  if (changeColumns.includes(fact.name)) return [todays];
  const related = relatedOffers(context, relatedDates(roster, table, place.record));
  return /^(?:start|begin|end)/i.test(fact.name) ? [...related, todays] : [todays, ...related];
}

function now({ fact, request, roster: { say } }: FieldContext): Offer {
  return {
    kind: 'date',
    label: request.now,
    words: say('now'),
    documentation: escapeMarkdown(say(fact.description)),
    value: request.now,
    filter: `${request.now} ${say('now')} ${say('today')}`,
  };
}

/** A date in a record that another one is about. */
interface RelatedDate {
  readonly table: Table;
  readonly record: number;
  readonly column: string;
  readonly date: string;
}

function relatedOffers(
  { roster, fact, request }: FieldContext,
  found: readonly RelatedDate[],
): readonly Offer[] {
  const end = isEnd(fact.name);
  const inOrder = [...found].sort(
    (a, b) => Number(isEnd(a.column) !== end) - Number(isEnd(b.column) !== end),
  );
  const byDate = new Map<string, Offer>();
  for (const { table, record, column, date } of inOrder) {
    const description = describeRecord(roster, table, record);
    const words = wordsFor(column, description.name, roster.say);
    const known = byDate.get(date);
    const all = known === undefined ? words : `${known.words}; ${words}`;
    const card = `${escapeMarkdown(words)}\n\n${recordCard(description, request.link, roster.say)}`;
    byDate.set(date, {
      kind: 'date',
      label: date,
      words: all,
      documentation: known === undefined ? card : `${known.documentation}\n\n${card}`,
      value: date,
      filter: `${date} ${all}`,
    });
  }
  return [...byDate.values()];
}

function wordsFor(column: string, name: string, say: Say): string {
  if (/^(?:start|begin)/.test(column)) return say('start of {name}', { name });
  return column.startsWith('end')
    ? say('end of {name}', { name })
    : say('{column} of {name}', { column, name });
}

function isEnd(column: string): boolean {
  return /^(?:end|due)/.test(column);
}

/** The dates of the records that a record refers to, or of those that these refer to. */
function relatedDates(roster: Roster, table: Table, record: number): readonly RelatedDate[] {
  const found: RelatedDate[] = [];
  const seen = new Set<string>();
  let near: readonly (readonly [Table, number])[] = [[table, record]];
  for (let step = 0; step < furthest; step++) {
    near = near.flatMap(([from, at]) => targetsOf(roster, from, at));
    for (const [target, at] of near) {
      const key = `${target.file} ${String(at)}`;
      if (seen.has(key)) continue;
      seen.add(key);
      found.push(...datesIn(target, at));
    }
  }
  return found;
}

function targetsOf(roster: Roster, table: Table, record: number): readonly (readonly [Table, number])[] {
  return [...table.header.keys()].flatMap((column) => {
    const references = roster.references(table, column);
    return (references?.targets(record) ?? []).map((at) => [references?.target ?? table, at] as const);
  });
}

/** Dates that a table has in every record; when it was changed is none of them. */
function datesIn(table: Table, record: number): readonly RelatedDate[] {
  return table.header.flatMap((name, index) => {
    const fact = table.columnFact(index);
    const date = fact?.type === 'date' && fact.required === true ? table.text(record, index).trim() : '';
    const isDate = /^\d{4}-\d\d-\d\d$/.test(date) && !longPastColumns.includes(name);
    return isDate ? [{ table, record, column: name, date }] : [];
  });
}
