import { splitList } from '../rules/shared/typed-items';
import type { ColumnFact } from '../spec/types';
import type { Direction, ValuesFact } from './conversion-facts';
import { gradeCodes, isGradeCode } from './grade-codes';
import { userIdOf, userIdsOf } from './user-ids';

/** One column in the version that values come from and in the one that they go to. */
export interface ColumnPair {
  readonly from: ColumnFact;
  readonly to: ColumnFact;
  readonly direction: Direction;
  readonly rule: ValuesFact | undefined;
  /** Whether the version that values come from leaves the letter case of `true` and `false` open. */
  readonly isCaseOpen: boolean;
  /** What values of one's own begin with in the version they come from, where it knows such. */
  readonly extensionPrefix: string | undefined;
}

/**
 * `same`: it is all there, and the way back gives the old text. `respelt`: it is all there, written as the new version wants it.
 * `less`: something of it is not there any more. `none`: there is no word for it.
 */
export type Outcome = 'same' | 'respelt' | 'less' | 'none';

export interface ConvertedValue {
  readonly text: string;
  readonly outcome: Outcome;
}

/** What a value becomes. A value that was wrong before stays as it is: what it should have been is not known. */
export function convertValue(value: string, pair: ColumnPair): ConvertedValue {
  if (value === '') return { text: '', outcome: 'same' };
  const text = forth(value, pair);
  if (text === '') return { text, outcome: 'none' };
  // The same word may say another thing in the other version, a text that is not one of a list never does.
  const isWord = pair.to.type === 'enumeration' && wasRight(value, pair);
  if (text === value && !isWord && pair.from.list !== true) return { text, outcome: 'same' };
  if (forth(text, reversed(pair)) === value) return { text, outcome: 'same' };
  return { text, outcome: isRespelling(value, text, pair) ? 'respelt' : 'less' };
}

function reversed({ from, to, direction, rule }: ColumnPair): ColumnPair {
  return {
    from: to,
    to: from,
    direction: direction === 'toNewer' ? 'toOlder' : 'toNewer',
    rule,
    isCaseOpen: false,
    extensionPrefix: undefined,
  };
}

function forth(value: string, pair: ColumnPair): string {
  const { from, to } = pair;
  if (from.format === undefined && to.format === 'user-ids') return userIdsOf(value, from.name);
  if (from.format === 'user-ids' && to.format === undefined) return userIdOf(value);
  if (to.format === 'grade') return forthGrade(value, pair);
  if (from.list !== true) return forthItem(value, pair) ?? '';
  const items = splitList(value).map(({ text }) => forthItem(text, pair));
  return items.filter((item) => item !== undefined).join(',');
}

function forthItem(item: string, pair: ColumnPair): string | undefined {
  const { from, to, direction, rule } = pair;
  if (from.type === 'date' && to.type === 'datetime')
    return dayPattern.test(item) ? `${item}${midnight}` : item;
  if (from.type === 'datetime' && to.type === 'date') return momentPattern.exec(item)?.[1] ?? item;
  if (pair.isCaseOpen && to.type === 'boolean')
    return /^(?:true|false)$/i.test(item) ? item.toLowerCase() : item;
  const mapped = rule?.[direction];
  if (mapped !== undefined && Object.hasOwn(mapped, item)) return mapped[item];
  if (to.type !== 'enumeration' || isAllowed(item, to) || !wasRight(item, pair)) return item;
  const replacement = [...(from.deprecatedValues ?? []), ...(to.deprecatedValues ?? [])].find(
    ({ value }) => value === item,
  )?.replacement;
  return replacement !== undefined && isAllowed(replacement, to) ? replacement : undefined;
}

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;
const momentPattern = /^(\d{4}-\d{2}-\d{2})T/;
const midnight = 'T00:00:00.000Z';

function isAllowed(item: string, { values }: ColumnFact): boolean {
  return values?.some(({ value }) => value === item) === true;
}

/** Whether the version that a value comes from knows it; what it does not know is a mistake, not another word. */
function wasRight(item: string, { from, extensionPrefix }: ColumnPair): boolean {
  const known = [...(from.values ?? []), ...(from.deprecatedValues ?? [])];
  if (known.some(({ value }) => value === item)) return true;
  return from.extensible === true && extensionPrefix !== undefined && item.startsWith(extensionPrefix);
}

/** Grades are codes only in a version with a vocabulary for them; one that takes a single grade gets the first. */
function forthGrade(value: string, { from, to }: ColumnPair): string {
  const codes = to.vocabulary?.values;
  const isList = to.list === true;
  const isFreeText = codes === undefined && !isList;
  if (isFreeText || (codes === undefined && from.list === true)) return value;
  const items = codes === undefined ? [value] : gradeCodes(value, new Set(codes.map((code) => code.value)));
  return isList ? items.join(',') : (items[0] ?? value);
}

/** Whether two texts that are not the same say the same. */
function isRespelling(value: string, text: string, { from, to }: ColumnPair): boolean {
  if (from.type === 'datetime' && to.type === 'date') return /T00:00(?::00(?:\.0+)?)?Z$/.test(value);
  if (to.type === 'boolean') return text === value.toLowerCase();
  if (to.format !== 'grade') return false;
  const codes = to.vocabulary?.values;
  if (codes === undefined) return true;
  const known = new Set(codes.map((code) => code.value));
  return gradeCodes(value, known).join(',') === text && isGradeCode(text, known);
}
