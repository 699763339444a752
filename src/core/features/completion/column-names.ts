import type { Roster } from '../../model/roster';
import type { Table } from '../../model/table';
import { describeColumn, requiredText } from '../describe-column';
import type { ColumnFact } from '../../spec/types';
import type { CompletionPlace } from './completion-place';
import type { Offer, Offers } from './offer';
import { snippetText } from './snippet';
import type { Say } from '../../text/say';

/** The column names that a header still lacks: those that come after the one before the cursor first, in the order of the specification. */
export function columnNames(roster: Roster, table: Table, place: CompletionPlace): Offers {
  const known = table.fact?.columns ?? [];
  const there = new Set(table.header.filter((_, index) => index !== place.column));
  const missing = known.filter(({ name }) => !there.has(name));
  const before = lastKnown(table, known, place.column);
  const after = missing.filter((fact) => known.indexOf(fact) > before);
  const inOrder = [...after, ...missing.filter((fact) => !after.includes(fact))];
  const names = inOrder.map((fact) => nameOffer(table, fact, roster.say));
  const all = allOffer(after, place, roster.say);
  const isFirst = table.header.length <= 1;
  const ofTable = isFirst ? [...all, ...names] : [...names, ...all];
  return { offers: [...ofTable, ...ownColumn(roster)], hasMore: false };
}

/** Where the nearest column before one stands in the specification, or -1. */
function lastKnown(table: Table, known: readonly ColumnFact[], column: number): number {
  const places = table.header
    .slice(0, column)
    .map((name) => known.findIndex((fact) => fact.name === name))
    .filter((at) => at >= 0);
  return places.at(-1) ?? -1;
}

function nameOffer(table: Table, fact: ColumnFact, say: Say): Offer {
  return {
    kind: 'column',
    label: fact.name,
    words: requiredText(table, fact, say),
    documentation: describeColumn(table, fact, say),
    value: fact.name,
  };
}

/** All that follow at once, which a header begins or ends with. */
function allOffer(after: readonly ColumnFact[], place: CompletionPlace, say: Say): readonly Offer[] {
  if (after.length < 2) return [];
  const names = after.map(({ name }) => name);
  const between = place.isQuoted ? '","' : ',';
  return [
    {
      kind: 'column',
      label: `${names[0] ?? ''}, …`,
      words: say('all {count} columns from here on', { count: names.length }),
      documentation: `${say('{count} columns, in the order of the specification:', { count: names.length })}\n\n${names.map((name) => `- \`${name}\``).join('\n')}`,
      value: names.join(','),
      snippet: names.map(snippetText).join(between),
    },
  ];
}

function ownColumn({ specification, say }: Roster): readonly Offer[] {
  const { prefix, note } = specification.extensionColumns;
  return [
    {
      kind: 'column',
      label: `${prefix}…`,
      words: say('a column of your own'),
      documentation: say(note),
      value: prefix,
      filter: prefix,
    },
  ];
}
