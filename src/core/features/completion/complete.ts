import { fieldCount } from '../../csv/field';
import { otherDelimiter } from '../../model/header';
import type { Roster } from '../../model/roster';
import type { Table } from '../../model/table';
import { bracedPairs } from './braced-pairs';
import { columnNames } from './column-names';
import { editOf, type CompletionPlace } from './completion-place';
import { dates } from './dates';
import { findPlace } from './find-place';
import { listedValues } from './listed-values';
import { manifestProperties, manifestValues } from './manifest-rows';
import { newRecord } from './new-record';
import {
  nothing,
  type Completion,
  type CompletionRequest,
  type FieldContext,
  type Offer,
  type Offers,
} from './offer';
import { referencedRecords } from './referenced-records';
import { usedValues } from './used-values';
import { years } from './years';

/** What may be written at a byte offset of a table, the likeliest first. */
export function completeAt(
  roster: Roster,
  table: Table,
  offset: number,
  request: CompletionRequest,
): Completion {
  const place = isMeant(roster, table) ? findPlace(table, offset) : undefined;
  if (place === undefined) return { items: [], hasMore: false };
  const { offers, hasMore } = offersAt(roster, table, place, request);
  return { items: offers.map((offer) => withEdit(place, offer)), hasMore };
}

function isMeant(roster: Roster, table: Table): boolean {
  return (
    table.fact !== undefined &&
    roster.foreignFormat === undefined &&
    otherDelimiter(table.header) === undefined
  );
}

function withEdit(place: CompletionPlace, offer: Offer): Completion['items'][number] {
  const { snippet } = offer;
  const edit = editOf(place, offer.value);
  if (snippet === undefined) return { ...offer, edit, also: place.also };
  const closed = place.isOpen ? `${snippet}"` : snippet;
  return { ...offer, snippet: closed, edit, also: place.also };
}

function offersAt(roster: Roster, table: Table, place: CompletionPlace, request: CompletionRequest): Offers {
  if (place.record === 0 || table.header.length === 0) {
    return request.character === '\n' ? nothing : columnNames(roster, table, place);
  }
  const isManifest = table === roster.manifest;
  if (isNewLine(table, place)) {
    return all(
      isManifest ? manifestProperties(roster, place, true) : [newRecord(roster, table, place, request)],
    );
  }
  if (isManifest) return all(manifestOffers(roster, table, place));
  const fact = table.columnFact(place.column);
  if (fact === undefined) return nothing;
  const context = { roster, table, place, fact, request };
  return isWanted(context) ? fieldOffers(context) : nothing;
}

/** Whether nothing but the beginning of a record stands in the line. */
function isNewLine(table: Table, { record, column }: CompletionPlace): boolean {
  if (record >= table.scan.recordCount) return true;
  return table.header.length > 1 && column === 0 && fieldCount(table.scan, record) === 1;
}

function manifestOffers(roster: Roster, table: Table, place: CompletionPlace): readonly Offer[] {
  if (place.column === 0) return manifestProperties(roster, place, false);
  return place.column === 1 ? manifestValues(roster, table.text(place.record, 0)) : [];
}

/** What nobody has asked for must not be in the way: a value in a field that is left blank, or at the end of a line. */
function isWanted({ table, place, fact, request }: FieldContext): boolean {
  const { character } = request;
  if (character === '\n') return false;
  if (character === ' ') return fact.reference !== undefined && place.typed.trim() !== '';
  const isAsked = character !== ',' || place.typed !== '' || place.others.length > 0;
  if (isAsked) return true;
  if (fact.required === 'delta') return table.mode === 'delta';
  return fact.required || place.column < table.header.length - 1;
}

function fieldOffers(context: FieldContext): Offers {
  const { fact } = context;
  if (fact.reference !== undefined) return referencedRecords(context);
  return all(valueOffers(context));
}

function valueOffers(context: FieldContext): readonly Offer[] {
  const { type, list, format, vocabulary } = context.fact;
  if (type === 'date' || type === 'datetime') return dates(context);
  if (type === 'year') return years(context);
  if (format === 'user-ids' || format === 'score-scale') return bracedPairs(context);
  const listed = listedValues(context);
  const isShared =
    list === true || format === 'grade' || format === 'subject-code' || vocabulary !== undefined;
  if (type !== 'string' || !isShared) return listed;
  const known = new Set(listed.map(({ value }) => value));
  return [...listed, ...usedValues(context).filter(({ value }) => !known.has(value))];
}

function all(offers: readonly Offer[]): Offers {
  return { offers, hasMore: false };
}
