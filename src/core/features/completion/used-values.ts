import { emptyCode, type DistinctValues } from '../../model/distinct-values';
import { textOf } from './completion-place';
import type { FieldContext, Offer } from './offer';

/** Columns with more values than this hold what is different from record to record, such as titles. */
const mostValues = 2000;
const mostOffers = 50;

/** The values that a column already has, the most frequent first; items of lists one by one. */
export function usedValues({ roster: { say }, table, place, fact }: FieldContext): readonly Offer[] {
  const values = table.values(place.column);
  if (values.size > mostValues) return [];
  // What is being written is there already.
  const own = textOf(table.bytes, place.start, place.end, place.isQuoted);
  const counts = countItems(values, fact.list === true);
  return [...counts]
    .filter(([text]) => !place.others.includes(text))
    .map(([text, count]): readonly [string, number] => [text, text === own ? count - 1 : count])
    .filter(([, count]) => count > 0)
    .sort((a, b) => b[1] - a[1])
    .slice(0, mostOffers)
    .map(([text, count]) => ({
      kind: 'value',
      label: text,
      words: count === 1 ? say('in {count} record', { count }) : say('in {count} records', { count }),
      documentation:
        count === 1
          ? say('{count} record of {file} has it.', { count, file: table.file })
          : say('{count} records of {file} have it.', { count, file: table.file }),
      value: text,
    }));
}

/** How many records have each item. */
function countItems(values: DistinctValues, isList: boolean): ReadonlyMap<string, number> {
  const byCode = new Uint32Array(values.size);
  for (const code of values.codes) byCode[code] = (byCode[code] ?? 0) + 1;
  const counts = new Map<string, number>();
  for (let code = emptyCode + 1; code < values.size; code++) {
    const text = values.text(code);
    const items = isList ? text.split(',').map((item) => item.trim()) : [text];
    for (const item of items) {
      if (item !== '') counts.set(item, (counts.get(item) ?? 0) + (byCode[code] ?? 0));
    }
  }
  return counts;
}
