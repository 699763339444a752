import type { Table } from '../model/table';
import { versionsWithColumn } from '../spec/specification';
import type { ColumnFact } from '../spec/types';
import { phrase, type Say } from '../text/say';

/** The whole of what is known of a column, as Markdown. */
export function describeColumn(table: Table, fact: ColumnFact, say: Say): string {
  const versions = table.fact === undefined ? [] : versionsWithColumn(table.fact.name, fact.name);
  const paragraphs = [
    `**${fact.name}** · ${typeText(fact, say)} · ${requiredText(table, fact, say)}`,
    escapeMarkdown(say(fact.description)),
    ...valuesText(fact, say),
    ...(fact.reference === undefined
      ? []
      : [
          say('Refers to `{column}` of `{file}`.', {
            column: fact.reference.column,
            file: `${fact.reference.table}.csv`,
          }),
        ]),
    say('Example: `{example}`', { example: fact.example.replaceAll('`', "'") }),
    ...(fact.note === undefined ? [] : [escapeMarkdown(say(fact.note))]),
    say('In OneRoster {versions}.', { versions: versions.join(', ') }),
  ];
  return paragraphs.join('\n\n');
}

/** Whether and when a column needs a value. */
export function requiredText(table: Table, fact: ColumnFact, say: Say): string {
  if (fact.required === true) return say('required');
  if (fact.required === false) return say('optional');
  return table.mode === 'delta'
    ? say('required in this delta file')
    : say('left blank in this bulk file (filled in delta files)');
}

/** What the value of a field means, where the specification says so. */
export function valueMeaning(fact: ColumnFact, value: string, say: Say): readonly string[] {
  const known = [
    ...(fact.values ?? []),
    ...(fact.deprecatedValues ?? []),
    ...(fact.vocabulary?.values ?? []),
  ];
  const items = fact.list === true ? value.split(',').map((item) => item.trim()) : [value];
  return items.flatMap((item) => {
    const found = known.find((each) => each.value === item);
    return found === undefined ? [] : [`\`${found.value}\`: ${escapeMarkdown(say(found.description))}`];
  });
}

/** Keeps a text from being read as Markdown or HTML: names come from the file. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-!|<>~&]/g, '\\$&').replace(/\s*\n\s*/g, ' ');
}

const typeNames: Readonly<Record<ColumnFact['type'], string>> = {
  guid: phrase('id'),
  string: phrase('text'),
  enumeration: phrase('one of a list'),
  boolean: phrase('true or false'),
  date: phrase('date (YYYY-MM-DD)'),
  datetime: phrase('time (2026-08-14T06:30:00.000Z)'),
  year: phrase('year (YYYY)'),
  integer: phrase('whole number'),
  decimal: phrase('number'),
  id: phrase('id of another system'),
};

function typeText(fact: ColumnFact, say: Say): string {
  const base = fact.reference === undefined ? typeNames[fact.type] : phrase('reference');
  return fact.list === true ? say('{type}; several are separated by commas', { type: say(base) }) : say(base);
}

function valuesText(fact: ColumnFact, say: Say): readonly string[] {
  if (fact.values === undefined) return [];
  const lines = fact.values.map(
    ({ value, description }) => `- \`${value}\`: ${escapeMarkdown(say(description))}`,
  );
  const own = fact.extensible === true ? [`- \`ext:…\`: ${say('a value of your own')}`] : [];
  return [`${say('Allowed values:')}\n\n${[...lines, ...own].join('\n')}`];
}
