import { specification, versions } from '../../spec/specification';
import type { ColumnFact, DeprecatedValueFact, OneRosterVersion } from '../../spec/types';

/** What a column's fields may hold, where the facts list it: the values of an enumeration, or `true` and `false`. */
export interface AllowedValues {
  readonly values: ReadonlySet<string>;
  /** What a value of one's own begins with, where the column allows them. */
  readonly prefix: string | undefined;
}

/** The values that a column allows, or undefined where it has no list of them. */
export function allowedValues(fact: ColumnFact, version: OneRosterVersion): AllowedValues | undefined {
  if (fact.type === 'boolean') return { values: new Set(['true', 'false']), prefix: undefined };
  if (fact.values === undefined) return undefined;
  const extension = fact.extensible === true ? specification(version).extensionValues : null;
  return { values: new Set(fact.values.map(({ value }) => value)), prefix: extension?.prefix };
}

/** Whether a text is one of the allowed values, or one's own behind the prefix. */
export function isAllowed({ values, prefix }: AllowedValues, text: string): boolean {
  if (values.has(text)) return true;
  return prefix !== undefined && text.startsWith(prefix) && text.slice(prefix.length).trim() !== '';
}

/** The allowed value that a text is but for its letter case, or undefined. */
export function inRightCase({ values, prefix }: AllowedValues, text: string): string | undefined {
  const wanted = text.toLowerCase();
  const own =
    prefix !== undefined && wanted.startsWith(prefix) ? prefix + text.slice(prefix.length) : undefined;
  if (own !== undefined && own.length > (prefix ?? '').length) return own;
  return [...values].find((value) => value.toLowerCase() === wanted);
}

/** The fact of a value that a column's version only tolerates, in any letter case, or undefined: `deprecated-value` speaks of it. */
export function deprecatedValue(fact: ColumnFact, text: string): DeprecatedValueFact | undefined {
  const wanted = text.toLowerCase();
  return fact.deprecatedValues?.find(({ value }) => value.toLowerCase() === wanted);
}

/** What replaces a value that some version has given up in a column of that name, or undefined. */
export function replacementOf(column: string, text: string): string | undefined {
  const wanted = text.toLowerCase();
  for (const version of versions) {
    for (const table of specification(version).tables) {
      const fact = table.columns.find(({ name }) => name === column);
      const given = fact?.deprecatedValues?.find(({ value }) => value.toLowerCase() === wanted);
      if (given !== undefined) return given.replacement;
    }
  }
  return undefined;
}
