import type { Table } from '../model/table';
import { versionsWithColumn } from '../spec/specification';
import type { ColumnFact } from '../spec/types';

/** The whole of what is known of a column, as Markdown. */
export function describeColumn(table: Table, fact: ColumnFact): string {
  const versions = table.fact === undefined ? [] : versionsWithColumn(table.fact.name, fact.name);
  const paragraphs = [
    `**${fact.name}** · ${typeText(fact)} · ${requiredText(table, fact)}`,
    escapeMarkdown(fact.description),
    ...valuesText(fact),
    ...(fact.reference === undefined
      ? []
      : [`Refers to \`${fact.reference.column}\` of \`${fact.reference.table}.csv\`.`]),
    `Example: \`${fact.example.replaceAll('`', "'")}\``,
    ...(fact.note === undefined ? [] : [escapeMarkdown(fact.note)]),
    `In OneRoster ${versions.join(', ')}.`,
  ];
  return paragraphs.join('\n\n');
}

/** Whether and when a column needs a value. */
export function requiredText(table: Table, fact: ColumnFact): string {
  if (fact.required === true) return 'required';
  if (fact.required === false) return 'optional';
  return table.mode === 'delta'
    ? 'required in this delta file'
    : 'left blank in this bulk file (filled in delta files)';
}

/** What the value of a field means, where the specification says so. */
export function valueMeaning(fact: ColumnFact, value: string): readonly string[] {
  const known = [
    ...(fact.values ?? []),
    ...(fact.deprecatedValues ?? []),
    ...(fact.vocabulary?.values ?? []),
  ];
  const items = fact.list === true ? value.split(',').map((item) => item.trim()) : [value];
  return items.flatMap((item) => {
    const found = known.find((each) => each.value === item);
    return found === undefined ? [] : [`\`${found.value}\`: ${escapeMarkdown(found.description)}`];
  });
}

/** Keeps a text from being read as Markdown or HTML: names come from the file. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-!|<>~&]/g, '\\$&').replace(/\s*\n\s*/g, ' ');
}

const typeNames: Readonly<Record<ColumnFact['type'], string>> = {
  guid: 'id',
  string: 'text',
  enumeration: 'one of a list',
  boolean: 'true or false',
  date: 'date (YYYY-MM-DD)',
  datetime: 'time (2026-08-14T06:30:00.000Z)',
  year: 'year (YYYY)',
  integer: 'whole number',
  decimal: 'number',
  id: 'id of another system',
};

function typeText(fact: ColumnFact): string {
  const base = fact.reference === undefined ? typeNames[fact.type] : 'reference';
  return fact.list === true ? `list of ${base === 'text' ? 'texts' : `${base}s`}, separated by commas` : base;
}

function valuesText(fact: ColumnFact): readonly string[] {
  if (fact.values === undefined) return [];
  const lines = fact.values.map(({ value, description }) => `- \`${value}\`: ${escapeMarkdown(description)}`);
  const own = fact.extensible === true ? ['- `ext:…`: a value of your own'] : [];
  return [`Allowed values:\n\n${[...lines, ...own].join('\n')}`];
}
