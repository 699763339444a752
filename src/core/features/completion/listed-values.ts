import { escapeMarkdown } from '../describe-column';
import { specification, versions } from '../../spec/specification';
import type { ColumnFact, ValueFact } from '../../spec/types';
import type { Table } from '../../model/table';
import type { FieldContext, Offer } from './offer';
import { phrase, type Say } from '../../text/say';

/** The values of a column that has a list of them, each with its meaning: of an enumeration, a boolean, a published vocabulary. */
export function listedValues({ table, fact, roster, place }: FieldContext): readonly Offer[] {
  const offers = valuesOf(table, fact)
    .filter(({ value }) => !place.others.includes(value))
    .map((value) => valueOffer(fact, value, roster.say));
  const prefix = fact.extensible === true ? roster.specification.extensionValues?.prefix : undefined;
  return prefix === undefined ? offers : [...offers, ownValue(fact, prefix, roster.say)];
}

function valuesOf(table: Table, fact: ColumnFact): readonly ValueFact[] {
  if (fact.type === 'boolean') return booleans;
  return fact.values ?? fact.vocabulary?.values ?? vocabularyOfAnotherVersion(table, fact);
}

const booleans: readonly ValueFact[] = [
  { value: 'true', description: phrase('Yes.') },
  { value: 'false', description: phrase('No.') },
];

/** The grades of 1.2 are those of 1.1, which its documents do not repeat. */
function vocabularyOfAnotherVersion(table: Table, fact: ColumnFact): readonly ValueFact[] {
  if (fact.format !== 'grade') return [];
  for (const version of versions) {
    const other = specification(version).tables.find(({ name }) => name === table.fact?.name);
    const values = other?.columns.find(({ name }) => name === fact.name)?.vocabulary?.values;
    if (values !== undefined) return values;
  }
  return [];
}

function valueOffer(fact: ColumnFact, { value, description }: ValueFact, say: Say): Offer {
  const whole = say(description);
  const meaning = whole.replace(/\.$/, '');
  return {
    kind: 'value',
    label: value,
    words: meaning,
    documentation: `\`${value}\`: ${escapeMarkdown(whole)}\n\n${escapeMarkdown(say(fact.description))}`,
    value,
    filter: `${value} ${meaning}`,
  };
}

function ownValue(fact: ColumnFact, prefix: string, say: Say): Offer {
  return {
    kind: 'value',
    label: `${prefix}…`,
    words: say('a value of your own'),
    documentation: `\`${prefix}…\`: ${say('A value of your own. Consumers that do not know it may refuse it.')}\n\n${escapeMarkdown(say(fact.description))}`,
    value: prefix,
    filter: prefix,
  };
}
