import { emptyCode, noField } from '../model/distinct-values';
import { recordAt } from '../csv/field';
import type { References } from '../model/references';
import type { Roster } from '../model/roster';
import type { Table } from '../model/table';
import { describeRecord } from './describe-record';
import { recordCard, type RecordLink } from './record-card';

/** The name behind an id, to be shown after it. */
export interface NameHint {
  /** The byte behind the id. */
  readonly offset: number;
  readonly name: string;
  /** As Markdown. */
  readonly documentation: string;
}

/** A long title must not push everything else out of view; its end is in the documentation. */
const mostCharacters = 40;

/** More records than these are on no screen. */
const mostRecords = 500;

/** The names behind the ids in the records that the bytes `start` to `end` touch, from top to bottom. */
export function nameHints(
  roster: Roster,
  table: Table,
  start: number,
  end: number,
  link: RecordLink,
): readonly NameHint[] {
  if (!table.readable || table.fact === undefined) return [];
  const columns = [...table.header.keys()].flatMap((column) => roster.references(table, column) ?? []);
  if (columns.length === 0) return [];
  const first = Math.max(recordAt(table.scan, start), 1);
  const last = Math.min(recordAt(table.scan, end), first + mostRecords - 1);
  const hints: NameHint[] = [];
  for (let record = first; record <= last; record++) {
    if (!table.isIntact(record)) continue;
    for (const references of columns) hints.push(...hintsIn(roster, references, record, link));
  }
  return hints;
}

function hintsIn(
  roster: Roster,
  references: References,
  record: number,
  link: RecordLink,
): readonly NameHint[] {
  const { table, column, target, values } = references;
  const code = values.codes[record] ?? noField;
  if (code === emptyCode || code === noField) return [];
  // Items are placed at the value's first occurrence; here it may be another.
  const shift = table.content(record, column).start - values.start(code);
  return references.items(code).flatMap((item) => {
    const found = item.record ?? item.nearRecord;
    if (found === undefined) return [];
    const description = describeRecord(roster, target, found);
    return [
      {
        offset: item.end + shift,
        name: shortened(description.name),
        documentation: recordCard(description, link, roster.say),
      },
    ];
  });
}

function shortened(name: string): string {
  const characters = Array.from(name);
  if (characters.length <= mostCharacters) return name;
  return `${characters
    .slice(0, mostCharacters - 1)
    .join('')
    .trimEnd()}…`;
}
