// What a conversion keeps to: a clean roster stays clean, and there and back everything is as it was but for what is noted.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { convertRoster, type Conversion } from '../../src/core/convert/convert-roster';
import type { ConversionNote } from '../../src/core/convert/notes';
import { readRoster, type Roster } from '../../src/core/model/roster';
import { resolveProfile, versions } from '../../src/core/spec/specification';
import { checkRoster } from '../../src/core/validate-roster';
import { cleanRoster } from './clean-roster';
import { dialects, writeSheet } from './dialect';
import { today } from './world';

const runs = Number(process.env['ONEROSTER_PROPERTY_RUNS'] ?? '1') * 8;

const pairs = versions.flatMap((from) =>
  versions.filter((to) => to !== from).map((to) => [from, to] as const),
);

describe('a clean roster that is converted', () => {
  for (const [from, to] of pairs) {
    const options = fc.record({
      seed: fc.noShrink(fc.nat()),
      size: fc.integer({ min: 1, max: 3 }),
      mode:
        from === '1.0' || to === '1.0'
          ? fc.constantFrom('bulk', 'delta')
          : fc.constantFrom('bulk', 'delta', 'mixed'),
      isPartial: fc.boolean(),
      hasMetadata: fc.boolean(),
    });
    it(`from ${from} to ${to} has no problem, and comes back but for what is noted`, () => {
      fc.assert(
        fc.property(options, dialects, (choice, dialect) => {
          const entries = cleanRoster({ version: from, ...choice }).map(
            (sheet) => writeSheet(sheet, dialect).entry,
          );
          const roster = readRoster(
            { name: 'made-up', kind: 'folder', entries },
            { profile: resolveProfile('standard'), asOf: today },
          );
          const there = convertRoster(roster, to);
          checkClean(there);
          const back = convertRoster(there.roster, from);
          checkClean(back);
          compare(roster, back.roster, [...there.notes, ...back.notes]);
        }),
        { numRuns: runs },
      );
    });
  }
});

/** The problems that stay are those that a note has announced. */
function checkClean({ roster, notes, to }: Conversion): void {
  const { problems } = checkRoster(roster);
  const isOpen = (column: string) => notes.some((note) => note.kind === 'open' && note.column === column);
  const left = problems.filter(({ rule }) => {
    if (rule === 'subject-code-count') return !isOpen('subjectCodes');
    if (rule === 'unknown-grade') return !isOpen('grade') && !isOpen('grades');
    // A version that demands a file, and has nothing to put into it, can only have its header.
    return !(to === '1.0' && rule === 'no-records');
  });
  assert.equal(roster.version, to);
  assert.deepEqual(
    left.map(({ rule, file, message }) => `${rule} ${file} ${message}`),
    [],
    notes.map(({ message, file }) => `${file}: ${message}`).join('\n'),
  );
}

type Records = ReadonlyMap<string, Readonly<Record<string, string>>>;

/** Every field is as it was, unless a note names its column, and every record is there, unless notes name its file. */
function compare(before: Roster, after: Roster, notes: readonly ConversionNote[]): void {
  for (const table of before.tables) {
    if (table.fact?.name === 'manifest') continue;
    const file = table.file;
    const own = notes.filter((note) => note.file === file);
    if (own.some(({ reason }) => reason === 'noTable')) continue;
    const old = recordsOf(before, file);
    const now = recordsOf(after, file);
    const mayGo = own.some(
      ({ reason }) => reason.endsWith('LeftOut') || reason === 'keyLost' || reason === 'noOwnRecord',
    );
    const names = new Set(own.flatMap(({ column }) => (column === undefined ? [] : [column])));
    for (const [key, record] of old) {
      const found = now.get(key);
      if (found === undefined) {
        assert.ok(mayGo, `${file}: ${key} is gone\n${own.map(({ message }) => message).join('\n')}`);
        continue;
      }
      for (const [column, value] of Object.entries(record)) {
        if (names.has(column) || isRenamed(names, column)) continue;
        assert.equal(found[column], value, `${file}: ${column} of ${key}`);
      }
    }
  }
}

/** A note of the way back names the column as the other version does. */
function isRenamed(names: ReadonlySet<string>, column: string): boolean {
  const pairs = [
    ['userId', 'userIds'],
    ['grade', 'grades'],
    ['agents', 'agentSourcedIds'],
    ['birthdate', 'birthDate'],
    ['termSourcedId', 'termSourcedIds'],
    ['schoolYearId', 'schoolYearSourcedId'],
    ['gradingPeriodSourcedId', 'academicSessionSourcedId'],
  ];
  return pairs.some((pair) => pair.includes(column) && pair.some((name) => names.has(name)));
}

function recordsOf(roster: Roster, file: string): Records {
  const table = roster.tables.find((each) => each.file === file);
  const records = new Map<string, Readonly<Record<string, string>>>();
  for (let record = 1; record < (table?.recordCount ?? 0); record++) {
    const fields = (table?.header ?? []).map(
      (name, column) => [name, table?.text(record, column) ?? ''] as const,
    );
    records.set(fields[0]?.[1] ?? '', Object.fromEntries(fields));
  }
  return records;
}
