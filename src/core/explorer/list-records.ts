import type { ExplorerNode, ListPart, PartNode, RecordSet } from '../explorer-protocol';
import type { Table } from '../model/table';
import { letterReader, noLetter } from './name-order';
import type { CountedProblems } from './problem-counts';
import { listedName, type RecordNodes } from './record-nodes';
import type { FoundSet } from './record-sets';
import type { Say } from '../text/say';

/** A longer list is taken apart: more is nothing that people look through, and an editor gets slow. */
export const mostListed = 200;
/** How many records a stretch of a long list has, unless that would be too many stretches. */
const stretch = 100;
/** Scripts with more letters are not taken apart by them. */
const mostLetters = 60;

/** Lists the records of a set, or the parts that it has to be taken apart into. */
export function listRecords(
  set: RecordSet,
  found: FoundSet,
  part: ListPart,
  context: ListContext,
): readonly ExplorerNode[] {
  const { table, isByName, records } = found;
  const { letter, from = 0 } = part;
  if (part.from === undefined && letter === undefined && isByName && records.length > mostListed) {
    const parts = byLetter(set, table, records, context.problems);
    if (parts.length > 1 && parts.length <= mostLetters) return parts;
  }
  const all = context.sorted(set, letter);
  const sorted = all.subarray(from, from + (part.count ?? all.length));
  if (sorted.length > mostListed) return stretches(found, set, sorted, part, context);
  return [...sorted].map((record) => context.nodes.of(set, table, record));
}

/** What lists are made with. */
export interface ListContext {
  readonly say: Say;
  readonly nodes: RecordNodes;
  readonly problems: CountedProblems;
  /** Keeps an order as long as it holds: who looks at one stretch of a list looks at others. */
  readonly sorted: (set: RecordSet, letter: string | undefined) => Uint32Array;
}

/** The records of a set in order; of those, where a letter is given, the ones whose names begin with it. */
export function sortSet(found: FoundSet, letter: string | undefined): Uint32Array {
  if (letter === undefined) return found.sort(found.records);
  const letterOf = letterReader(found.table);
  return found.sort(found.records.filter((record) => letterOf(record) === letter));
}

function byLetter(
  set: RecordSet,
  table: Table,
  records: Uint32Array,
  problems: CountedProblems,
): readonly PartNode[] {
  const letterOf = letterReader(table);
  const counts = new Map<string, number>();
  const concerned = new Map<string, number[]>();
  const hasProblems = problems.recordsOf(table);
  for (const record of records) {
    const letter = letterOf(record);
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
    if (hasProblems.has(record)) concerned.set(letter, [...(concerned.get(letter) ?? []), record]);
  }
  return [...counts]
    .sort(([a], [b]) => Number(a === noLetter) - Number(b === noLetter) || (a < b ? -1 : 1))
    .map(([letter, count]) => ({
      kind: 'part',
      id: `l:${letter}`,
      names: [letter],
      count,
      problems: problems.ofRecords(table, concerned.get(letter) ?? []),
      children: { kind: 'records', of: set, part: { letter } },
    }));
}

function stretches(
  { table }: FoundSet,
  set: RecordSet,
  sorted: Uint32Array,
  { letter, from: first = 0 }: ListPart,
  { problems, say }: ListContext,
): readonly PartNode[] {
  let size = stretch;
  while (sorted.length / size > mostListed) size *= stretch;
  const parts: PartNode[] = [];
  for (let start = 0; start < sorted.length; start += size) {
    const records = sorted.subarray(start, start + size);
    const from = first + start;
    const part = { ...(letter === undefined ? {} : { letter }), from, count: records.length };
    parts.push({
      kind: 'part',
      id: `s:${String(from)}+${String(size)}`,
      names: [listedName(table, records[0] ?? 0, say), listedName(table, records.at(-1) ?? 0, say)],
      count: records.length,
      problems: problems.ofRecords(table, records),
      children: { kind: 'records', of: set, part },
    });
  }
  return parts;
}
