import type { Roster } from '../../model/roster';
import type { ManifestFact, ManifestRowFact, ValueFact } from '../../spec/types';
import { csvField } from '../../edits/write-field';
import { escapeMarkdown } from '../describe-column';
import type { CompletionPlace } from './completion-place';
import type { Offer } from './offer';
import { snippetText } from './snippet';
import type { Say } from '../../text/say';

/** The properties that a manifest still lacks, in order. On an empty line each comes with the value that fits what is there. */
export function manifestProperties(
  roster: Roster,
  place: CompletionPlace,
  wholeRow: boolean,
): readonly Offer[] {
  const fact = roster.specification.manifest;
  const stated = new Set(
    roster.manifestRows.filter(({ record }) => record !== place.record).map(({ property }) => property),
  );
  const missing = fact?.rows.filter(({ property }) => !stated.has(property)) ?? [];
  const offers = missing.map((row) => propertyOffer(roster, row, wholeRow));
  return wholeRow ? [...allRows(offers, roster.say), ...offers] : offers;
}

function propertyOffer(roster: Roster, row: ManifestRowFact, wholeRow: boolean): Offer {
  const value = fittingValue(roster, row);
  const text = wholeRow ? `${row.property},${csvField(value ?? '')}` : row.property;
  return {
    kind: 'property',
    label: wholeRow && value !== undefined ? text : row.property,
    words: row.required ? roster.say('required') : roster.say('optional'),
    documentation: escapeMarkdown(roster.say(row.description)),
    value: text,
    snippet: value === undefined && wholeRow ? `${snippetText(row.property)},$0` : snippetText(text),
    filter: row.property,
  };
}

/** All missing rows at once. */
function allRows(offers: readonly Offer[], say: Say): readonly Offer[] {
  if (offers.length < 2) return [];
  const rows = offers.map(({ value }) => value);
  return [
    {
      kind: 'property',
      label: say('all {count} missing rows', { count: rows.length }),
      words: '',
      documentation: rows.map((row) => `- \`${row}\``).join('\n'),
      value: rows.join('\n'),
      snippet: rows.map(snippetText).join('\n'),
      filter: rows.join(' '),
    },
  ];
}

/** The values of the property in a row, the one that fits what is there first. */
export function manifestValues(roster: Roster, property: string): readonly Offer[] {
  const row = rowOf(roster.specification.manifest, property);
  if (row === undefined) return [];
  const fitting = fittingValue(roster, row);
  const values = [...(row.values ?? [])];
  values.sort((a, b) => Number(b.value === fitting) - Number(a.value === fitting));
  return values.map((value) => valueOffer(row, value, roster.say));
}

function valueOffer(row: ManifestRowFact, { value, description }: ValueFact, say: Say): Offer {
  const meaning = say(description);
  return {
    kind: 'value',
    label: value,
    words: meaning.replace(/\.$/, ''),
    documentation: `\`${value}\`: ${escapeMarkdown(meaning)}\n\n${escapeMarkdown(say(row.description))}`,
    value,
    filter: `${value} ${meaning}`,
  };
}

/** The value that says what is so: a file's mode, or that it is not there. */
function fittingValue(roster: Roster, { values, table }: ManifestRowFact): string | undefined {
  if (table === undefined) return values?.length === 1 ? values[0]?.value : undefined;
  if (!roster.hasFile(table)) return 'absent';
  return roster.table(table)?.mode ?? 'bulk';
}

function rowOf(fact: ManifestFact | undefined, property: string): ManifestRowFact | undefined {
  return fact?.rows.find((row) => row.property === property.trim());
}
