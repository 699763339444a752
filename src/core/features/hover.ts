import type { ByteRange } from '../csv/field';
import type { Roster } from '../model/roster';
import type { Table } from '../model/table';
import { versionsWithColumn } from '../spec/specification';
import type { ColumnFact } from '../spec/types';
import { describeColumn, escapeMarkdown, requiredText, valueMeaning } from './describe-column';
import { describeRecord } from './describe-record';
import { fieldAt, type FieldPlace } from './place-at';
import { referenceAt, type ReferencePlace } from './reference-at';
import { recordCard, type RecordLink } from './record-card';
import type { Say } from '../text/say';

/** What to show at a place, with the bytes that it speaks of. */
export interface HoverText {
  readonly markdown: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Explains the header or the field at a byte offset: what the column is, whether it needs a value and when, what is
 * allowed, what it refers to, and who is behind an id. Nothing for files that the specification does not name.
 */
export function hoverAt(
  roster: Roster,
  table: Table,
  offset: number,
  link: RecordLink,
): HoverText | undefined {
  const place = fieldAt(table, offset);
  const name = place === undefined ? undefined : table.header[place.column];
  if (place === undefined || name === undefined || table.fact === undefined || !table.readable)
    return undefined;
  const fact = table.columnFact(place.column);
  if (fact === undefined) return { ...rangeOf(place), markdown: unknownColumn(table, name, roster.say) };
  if (place.record === 0) return { ...rangeOf(place), markdown: describeColumn(table, fact, roster.say) };
  return hoverField(roster, table, fact, place, offset, link);
}

function hoverField(
  roster: Roster,
  table: Table,
  fact: ColumnFact,
  place: FieldPlace,
  offset: number,
  link: RecordLink,
): HoverText {
  const target = referenceAt(roster, table, place, offset);
  const lines = [`**${fact.name}** · ${requiredText(table, fact, roster.say)}`];
  if (target !== undefined) lines.unshift(targetText(roster, target, link));
  else if (isKey(fact))
    lines.unshift(recordCard(describeRecord(roster, table, place.record), link, roster.say));
  else lines.push(...valueMeaning(fact, table.text(place.record, place.column), roster.say));
  lines.push(escapeMarkdown(roster.say(fact.description)));
  return { ...rangeOf(target ?? place), markdown: lines.join('\n\n') };
}

function targetText(roster: Roster, { references, record }: ReferencePlace, link: RecordLink): string {
  const { target } = references;
  return record === undefined
    ? roster.say('Leads nowhere: no record of {file} has this id.', { file: target.file })
    : recordCard(describeRecord(roster, target, record), link, roster.say);
}

function unknownColumn(table: Table, name: string, say: Say): string {
  if (name.startsWith('metadata.')) {
    return `**${escapeMarkdown(name)}** · ${say('extension column')}\n\n${say('A column of your own. Consumers that do not know it pass over it.')}`;
  }
  const versions = table.fact === undefined ? [] : versionsWithColumn(table.fact.name, name);
  const where =
    versions.length === 0
      ? say('No version of OneRoster has it.')
      : say('In OneRoster {versions}.', { versions: versions.join(', ') });
  return `**${escapeMarkdown(name)}** · ${say('not a column of {file} in this version', { file: table.file })}\n\n${where}`;
}

/** Whether a column holds the records' own ids. */
function isKey(fact: ColumnFact): boolean {
  return fact.type === 'guid' && fact.required === true && fact.reference === undefined;
}

function rangeOf({ start, end }: ByteRange): ByteRange {
  return { start, end };
}
