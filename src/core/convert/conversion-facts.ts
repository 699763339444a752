import older from '../../../schemas/conversions/1.0-1.1.json';
import newer from '../../../schemas/conversions/1.1-1.2.json';
import type { TableName } from '../spec/catalog.generated';
import { versions } from '../spec/specification';
import type { OneRosterVersion } from '../spec/types';

/** Which of two neighbouring versions a conversion leads to. */
export type Direction = 'toNewer' | 'toOlder';

/** A column that has another name in the newer version. */
export interface RenamedColumn {
  readonly table: TableName;
  readonly older: string;
  readonly newer: string;
}

export interface ColumnPlace {
  readonly table: TableName;
  readonly column: string;
}

/** What stands for values that the older version has no word for; the last is for all that no other is for. */
export interface OtherwiseFact {
  readonly value: string;
  /** Only for records that one of these columns names. */
  readonly namedBy?: readonly ColumnPlace[];
}

/** Values that say the same in other words. The column goes by its newer name. */
export interface ValuesFact extends ColumnPlace {
  readonly toNewer?: Readonly<Record<string, string>>;
  readonly toOlder?: Readonly<Record<string, string>>;
  readonly otherwise?: readonly OtherwiseFact[];
}

/** What a column of the newer version gets where the older has nothing to put there. */
export type FilledFact = ColumnPlace &
  (
    | { readonly value: string }
    /** Worked out by `derived-values.ts`. */
    | { readonly derived: 'school-year' | 'top-organization' }
    /** The field of the record that another column names. */
    | { readonly derived: 'from-reference'; readonly reference: string; readonly field: string }
    /** The id of a record that is added for it. */
    | {
        readonly record: {
          readonly table: TableName;
          readonly values: { readonly sourcedId: string } & Readonly<Record<string, string>>;
        };
      }
  );

/** A column that the newer version wants filled beside another, and that nothing can be put into. */
export interface ExpectedFact extends ColumnPlace {
  readonly beside: string;
}

/** A list and a value of the older version that are records of a table of their own in the newer: a person's roles. */
export interface SplitFact {
  readonly table: TableName;
  readonly into: TableName;
  readonly list: string;
  readonly value: string;
  /** The columns of the new records. */
  readonly columns: {
    readonly key: string;
    readonly owner: string;
    readonly item: string;
    readonly value: string;
    readonly rank: string;
  };
  /** The rank of all of the new records. */
  readonly rank: string;
  /** The column of the newer table whose item is the one whose value counts most. */
  readonly preferredItem: string;
  /** The columns that the new records have from the old. */
  readonly copied: readonly string[];
  /** Values that depend on a column of the record that the item names. */
  readonly byItem: readonly {
    readonly value: string;
    readonly column: string;
    readonly values: Readonly<Record<string, string>>;
    readonly otherwise: string;
  }[];
  readonly toOlder: Readonly<Record<string, string>>;
  /** For values that the older version has no word for. */
  readonly otherwise: string;
}

/** What changed between two neighbouring versions, as far as the tables of the two do not say it. */
export interface ConversionFact {
  readonly older: OneRosterVersion;
  readonly newer: OneRosterVersion;
  /** Whether the older version does not settle the letter case of `true` and `false`. */
  readonly leavesCaseOpen?: true;
  readonly renamed: readonly RenamedColumn[];
  readonly values: readonly ValuesFact[];
  readonly filled: readonly FilledFact[];
  readonly expected: readonly ExpectedFact[];
  readonly split?: SplitFact;
}

// The shape of the files is checked against schemas/meta/conversion.schema.json by test/repo/schemas.test.ts.
export const conversionFacts = [older, newer] as unknown as readonly ConversionFact[];

/** One step of a conversion, between neighbouring versions. */
export interface ConversionStep {
  readonly fact: ConversionFact;
  readonly direction: Direction;
  readonly from: OneRosterVersion;
  readonly to: OneRosterVersion;
}

/** The steps from one version to another, in order; none between the same. */
export function stepsBetween(from: OneRosterVersion, to: OneRosterVersion): readonly ConversionStep[] {
  const start = versions.indexOf(from);
  const end = versions.indexOf(to);
  const between = (fact: ConversionFact) =>
    versions.indexOf(fact.older) >= Math.min(start, end) &&
    versions.indexOf(fact.newer) <= Math.max(start, end);
  const facts = conversionFacts.filter(between);
  if (start <= end) {
    return facts.map((fact) => ({ fact, direction: 'toNewer', from: fact.older, to: fact.newer }));
  }
  return facts
    .map((fact) => ({ fact, direction: 'toOlder' as const, from: fact.newer, to: fact.older }))
    .reverse();
}

/** What a column of the version that a step leads to is called in the version that it comes from. */
export function sourceName({ fact, direction }: ConversionStep, table: TableName, column: string): string {
  const isNewer = direction === 'toNewer';
  const found = fact.renamed.find(
    (each) => each.table === table && (isNewer ? each.newer : each.older) === column,
  );
  if (found === undefined) return column;
  return isNewer ? found.older : found.newer;
}

/** The column's name in the newer of the two versions, by which the facts call it. */
export function newerName(step: ConversionStep, table: TableName, targetColumn: string): string {
  return step.direction === 'toNewer' ? targetColumn : sourceName(step, table, targetColumn);
}
