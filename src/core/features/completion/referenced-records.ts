import type { Roster } from '../../model/roster';
import type { Table } from '../../model/table';
import { describeColumn } from '../describe-column';
import { describeRecord } from '../describe-record';
import { recordCard, recordWords } from '../record-card';
import { findRecords } from './find-records';
import { nothing, type FieldContext, type Offer, type Offers } from './offer';
import { suitabilityIn } from './suitable-records';

/** As many as anybody reads through; who types on gets others. */
const most = 100;
/** Ids longer than this say nothing to anybody, so that the name stands first. */
const longId = 20;

/** The records that a reference may name, by name as well as id. */
export function referencedRecords(context: FieldContext): Offers {
  const { roster, table, place } = context;
  const references = roster.references(table, place.column);
  if (references === undefined) return nothing;
  const { target, targetColumn } = references;
  const suitability = suitabilityIn(roster, references, place.record);
  const found = findRecords(roster, target, targetColumn, place.typed, most, suitability);
  const offers: Offer[] = [];
  const taken = new Set(place.others);
  for (const record of found.records) {
    const id = target.text(record, targetColumn);
    if (taken.has(id) || (target === table && record === place.record)) continue;
    taken.add(id);
    offers.push(recordOffer(context, roster, target, record, id));
  }
  // What is typed on is to be looked for anew: an editor would take letters from anywhere in a name.
  return { offers, hasMore: found.hasMore || place.typed !== '' };
}

function recordOffer(
  { fact, place, table, request }: FieldContext,
  roster: Roster,
  target: Table,
  record: number,
  id: string,
): Offer {
  const description = describeRecord(roster, target, record);
  const words = recordWords(description);
  const [label, aside] = id.length > longId ? [words, id] : [id, words];
  return {
    kind: 'reference',
    label,
    words: aside,
    documentation: `${recordCard(description, request.link, roster.say)}\n\n${describeColumn(table, fact, roster.say)}`,
    value: id,
    // What was typed comes first: an editor may compare letter by letter, and knows nothing of accents.
    filter: `${place.typed} ${words} ${id}`.trimStart(),
  };
}
