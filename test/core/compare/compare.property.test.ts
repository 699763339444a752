// Rosters written in other ways are the same, and what is changed in one is found: that, and nothing else.
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { compareRosters } from '../../../src/core/compare/compare-rosters';
import { entriesOf, entryKinds } from '../../../src/core/compare/entries';
import { summarize } from '../../../src/core/compare/summary';
import { CsvScanner } from '../../../src/core/csv/scan-csv';
import { readRoster } from '../../../src/core/model/roster';
import { resolveProfile } from '../../../src/core/spec/specification';
import { encodeUtf8 } from '../../../src/core/text/utf8';

/** Values of the columns by name; the key comes first. */
type Row = readonly [string, string, string, string];
const columns = ['sourcedId', 'title', 'courseCode', 'orgSourcedId'];

const value = fc.oneof(
  fc.constantFrom('', 'a', 'A', ' a', '"', '""', 'a"b', 'a,b', 'a\nb', 'ä', '漢字', '0', '00'),
  fc.string({ maxLength: 12 }).map((text) => text.replace(/[\r\0]/g, '')),
);

const rows = fc
  .uniqueArray(
    fc.tuple(
      fc.nat(40).map((number) => `c${String(number)}`),
      value,
      value,
      value,
    ),
    {
      selector: ([id]) => id,
      maxLength: 30,
    },
  )
  .map((all): readonly Row[] => all);

/** How a file is written. */
const dialect = fc.record({
  quoteAll: fc.boolean(),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  mark: fc.boolean(),
  lastLineEnd: fc.boolean(),
  order: fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
  seed: fc.nat(),
});

type Dialect = typeof dialect extends fc.Arbitrary<infer T> ? T : never;

const scanner = new CsvScanner();

describe('comparing rosters, whatever they hold', () => {
  it('finds nothing where the same is written in another way', () => {
    fc.assert(
      fc.property(rows, dialect, dialect, (all, one, other) => {
        const comparison = compare(write(all, one), write(all, other));
        assert.equal(summarize(comparison).isSame, true);
      }),
      { numRuns: 300 },
    );
  });

  it('finds what is different, and the reverse the other way round', () => {
    fc.assert(
      fc.property(rows, rows, dialect, dialect, (old, later, one, other) => {
        const [texts, reversed] = [
          [write(old, one), write(later, other)],
          [write(later, other), write(old, one)],
        ] as const;
        assert.deepEqual(found(...texts), expected(old, later));
        assert.deepEqual(found(...reversed), expected(later, old));
      }),
      { numRuns: 300 },
    );
  });
});

function compare(before: string, after: string) {
  const read = (text: string) =>
    readRoster(
      { name: 'x', kind: 'folder', entries: [{ path: 'courses.csv', content: { bytes: encodeUtf8(text) } }] },
      { profile: resolveProfile('standard'), version: '1.1', scanner },
    );
  return compareRosters({ before: read(before), after: read(after) });
}

function found(before: string, after: string): readonly string[] {
  const comparison = compare(before, after);
  const entries = comparison.tables.flatMap((table) =>
    entryKinds.flatMap((kind) => entriesOf(comparison, table, kind)),
  );
  return entries
    .map(({ kind, id, fields }) => {
      const changes = fields.map(({ field, before, after }) =>
        JSON.stringify([field, plain(before), plain(after)]),
      );
      return [kind, id, ...changes.sort()].join(' ');
    })
    .sort();
}

function expected(before: readonly Row[], after: readonly Row[]): readonly string[] {
  const [old, later] = [
    new Map(before.map((row) => [row[0], row])),
    new Map(after.map((row) => [row[0], row])),
  ];
  const gone = before.filter(([id]) => !later.has(id)).map(([id]) => `removed ${id}`);
  const others = after.flatMap((row) => {
    const [id] = row;
    const earlier = old.get(id);
    if (earlier === undefined) return [`added ${id}`];
    const changes = columns.flatMap((field, place) => {
      const [left = '', right = ''] = [earlier[place], row[place]];
      return left === right ? [] : [JSON.stringify([field, left, right])];
    });
    return changes.length === 0 ? [] : [['changed', id, ...changes.sort()].join(' ')];
  });
  return [...gone, ...others].sort();
}

/** Line ends inside values are written as the file's own. */
function plain(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

function write(all: readonly Row[], { quoteAll, lineEnd, mark, lastLineEnd, order, seed }: Dialect): string {
  const line = (fields: readonly string[]) =>
    order.map((place) => field(fields[place] ?? '', quoteAll, lineEnd)).join(',');
  const shuffled = [...all].sort((a, b) => rank(a[0], seed) - rank(b[0], seed));
  const text = [columns, ...shuffled].map(line).join(lineEnd);
  return `${mark ? '\ufeff' : ''}${text}${lastLineEnd ? lineEnd : ''}`;
}

function field(text: string, quoteAll: boolean, lineEnd: string): string {
  const needsQuotes = quoteAll || /[",\n]/.test(text);
  return needsQuotes ? `"${text.replaceAll('"', '""').replaceAll('\n', lineEnd)}"` : text;
}

/** A number that puts ids in another order for each seed. */
function rank(id: string, seed: number): number {
  return Array.from(`${id}${String(seed)}`).reduce(
    (hash, letter) => (hash * 31 + letter.charCodeAt(0)) % 1_000_003,
    7,
  );
}
