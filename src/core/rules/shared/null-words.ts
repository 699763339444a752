import type { ColumnFact } from '../../spec/types';
import type { DistinctValue } from '../engine/distinct-value';

/** A longer field, blanks round the word included, is not looked at. */
export const longestNullField = 16;

/** Whether a whole field holds a program's word for "no value", such as `NULL` or `N/A`. `literal-null` speaks of those. */
export function holdsNullWord(value: DistinctValue, fact: ColumnFact | undefined): boolean {
  const { bytes, start, end } = value;
  if (value.isEmpty || end - start > longestNullField) return false;
  if (!value.isPlain || mayBeNullWord(bytes[start] ?? 0, bytes[end - 1] ?? 0)) {
    return isNullWord(value.text.trim(), fact);
  }
  return false;
}

/**
 * Whether a text is a word for "no value" in a column. Where the column takes any text or id, only spellings that nobody is
 * named by count: Null and None are family names.
 */
export function isNullWord(text: string, fact: ColumnFact | undefined): boolean {
  return isFree(fact) ? freeWords.includes(text) : inTypedField.test(text);
}

/** The words of a column that are written in one way each; undefined where a column has others too. */
export function nullWords(fact: ColumnFact | undefined): readonly string[] | undefined {
  return isFree(fact) ? freeWords : undefined;
}

function isFree(fact: ColumnFact | undefined): boolean {
  return fact === undefined || fact.type === 'string' || fact.type === 'id' || fact.type === 'guid';
}

const freeWords = [
  'null',
  'NULL',
  '(null)',
  '(NULL)',
  '<null>',
  '<NULL>',
  '\\N',
  'n/a',
  'N/A',
  '#N/A',
  'undefined',
  'NaN',
];
const inTypedField = /^(?:null|\(null\)|<null>|\\n|n\/?a|#n\/a|none|nil|undefined|nan)$/i;

/** By the first and last byte alone, so that no text is made of a million ids. */
function mayBeNullWord(first: number, last: number): boolean {
  return firstBytes[first] === 1 && lastBytes[last] === 1;
}

const firstBytes = marked('(<\\#NnUu');
const lastBytes = marked(')>LlAaEeDdNn');

function marked(characters: string): Uint8Array {
  const marks = new Uint8Array(256);
  for (const character of characters) marks[character.charCodeAt(0)] = 1;
  return marks;
}
