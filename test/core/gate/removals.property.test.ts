// No combination of removals above a limit passes without a reason, and none below all limits is stopped. What is over a limit is
// worked out here from the plain list of what happens to each record.
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { compareRosters } from '../../../src/core/compare/compare-rosters';
import { judge } from '../../../src/core/gate/judge';
import type { Thresholds } from '../../../src/core/gate/thresholds';
import { reasonsLeft, type GateReason } from '../../../src/core/gate/verdict';
import { CsvScanner } from '../../../src/core/csv/scan-csv';
import { readRoster } from '../../../src/core/model/roster';
import { resolveProfile } from '../../../src/core/spec/specification';
import { parseFixture } from '../../support/fixture';

const removals = ['left out', 'marked', 'broken', 'renamed'] as const;
const fates = ['kept', 'moved to the end', ...removals] as const;
type Fate = (typeof fates)[number];

interface Row {
  readonly id: string;
  /** By their numbers. */
  readonly schools: readonly number[];
  readonly fate: Fate;
}

interface File {
  readonly name: string;
  readonly header: string;
  readonly line: (row: Row) => string;
  readonly rows: readonly Row[];
}

const schoolNames = ['s0', 's1', 's2', 's3'];
const someFates = fc.constantFrom<Fate>(...fates);

/** What happens to the records of a school: to a share of them, in percent, one of the fates. */
const arbitrarySweep = fc.record({
  school: fc.nat(schoolNames.length - 1),
  share: fc.oneof(fc.constantFrom(0, 5, 10, 20, 24, 25, 26, 50, 100), fc.nat(100)),
  fate: someFates,
});

const arbitraryRows = (isList: boolean, prefix: string) =>
  fc
    .tuple(
      fc.array(fc.uniqueArray(fc.nat(schoolNames.length - 1), { minLength: 1, maxLength: isList ? 2 : 1 }), {
        maxLength: 60,
      }),
      fc.array(arbitrarySweep, { maxLength: 3 }),
      fc.array(fc.tuple(fc.nat(59), someFates), { maxLength: 4 }),
    )
    .map(([places, sweeps, single]) =>
      places.map((schools, index): Row => ({
        id: `${prefix}${String(index)}`,
        schools,
        fate: fateOf(schools, index, places.length, sweeps, single),
      })),
    );

const arbitraryThresholds: fc.Arbitrary<Partial<Thresholds>> = fc.oneof(
  fc.constant({}),
  fc.record({
    removed: fc.nat(100),
    removedOfSchool: fc.nat(100),
    newIds: fc.nat(100),
    few: fc.nat(6),
  }),
);

describe('the change gate, whatever is removed', () => {
  it('passes nothing above a limit, and stops nothing below all of them', () => {
    const scanner = new CsvScanner();
    let stopped = 0;
    let passed = 0;
    const property = fc.property(
      arbitraryRows(true, 'u'),
      arbitraryRows(false, 'k'),
      arbitraryRows(false, 'e'),
      fc.array(fc.boolean(), { minLength: schoolNames.length, maxLength: schoolNames.length }),
      arbitraryThresholds,
      (people, classes, enrollments, gone, limits) => {
        const files = [peopleFile(people), classesFile(classes), enrollmentsFile(enrollments)];
        // Half of the time no school is gone.
        const goneSchools =
          gone.every((each) => !each) || gone.filter(Boolean).length > 2 ? [] : schoolsWhere(gone);
        const read = (side: 'before' | 'after') =>
          readRoster(parseFixture(textOf(files, goneSchools, side)).input, {
            profile: resolveProfile('standard'),
            version: '1.1',
            scanner,
          });
        const verdict = judge(compareRosters({ before: read('before'), after: read('after') }), {
          thresholds: limits,
        });
        const expected = expectedReasons(files, goneSchools, {
          removed: 10,
          removedOfSchool: 25,
          changed: 75,
          newIds: 1,
          few: 3,
          ...limits,
        });
        assert.deepEqual(verdict.reasons.map(nameOf).sort(), [...expected].sort());
        if (expected.length === 0) passed++;
        else stopped++;
        const all = files.flatMap(({ rows }) => rows.filter(isRemoved)).length + goneSchools.length;
        assert.equal(verdict.counts.removed, all);
        assert.equal(reasonsLeft(verdict, { removals: all }).length, 0);
        if (expected.length > 0) assert.notEqual(reasonsLeft(verdict, { removals: all - 1 }).length, 0);
      },
    );
    fc.assert(property, { numRuns: 300 });
    assert.ok(stopped > 30 && passed > 30, `${String(stopped)} stopped, ${String(passed)} passed`);
  }).timeout(120_000);
});

function fateOf(
  schools: readonly number[],
  index: number,
  total: number,
  sweeps: readonly { readonly school: number; readonly share: number; readonly fate: Fate }[],
  single: readonly (readonly [number, Fate])[],
): Fate {
  const own = single.find(([place]) => place === index);
  if (own !== undefined) return own[1];
  const sweep = sweeps.find(({ school }) => schools.includes(school));
  return sweep !== undefined && index * 100 < sweep.share * total ? sweep.fate : 'kept';
}

function schoolsWhere(gone: readonly boolean[]): readonly number[] {
  return [...gone.keys()].filter((place) => gone[place]);
}

function isRemoved({ fate }: Row): boolean {
  return removals.some((each) => each === fate);
}

/** `code file school` of each reason that there has to be. */
function expectedReasons(
  files: readonly File[],
  gone: readonly number[],
  limits: Thresholds,
): readonly string[] {
  const isOver = (count: number, total: number, percent: number) =>
    total > 0 && count / total > percent / 100 && (count > limits.few || count / total > 0.5);
  const reasons: string[] = [];
  if (isOver(gone.length, schoolNames.length, limits.removed)) reasons.push('removed orgs.csv ');
  reasons.push(...gone.map((place) => `school-gone  s${String(place)}`));
  for (const { name, rows } of files) {
    const removed = rows.filter(isRemoved);
    const isEmptied = rows.length > 0 && rows.every((row) => isRemoved(row) && row.fate !== 'renamed');
    if (isEmptied) reasons.push(`emptied ${name} `);
    else if (isOver(removed.length, rows.length, limits.removed)) reasons.push(`removed ${name} `);
    for (const place of schoolNames.keys()) {
      if (gone.includes(place)) continue;
      const own = rows.filter(({ schools }) => schools.includes(place));
      if (isOver(own.filter(isRemoved).length, own.length, limits.removedOfSchool)) {
        reasons.push(`removed-of-school ${name} s${String(place)}`);
      }
    }
  }
  const people = files[0]?.rows ?? [];
  const renamed = people.filter(({ fate }) => fate === 'renamed').length;
  if (isOver(renamed, people.length, limits.newIds)) reasons.push('new-ids  ');
  return reasons;
}

function nameOf({ code, file = '', school = '' }: GateReason): string {
  return `${code} ${file} ${school}`;
}

function peopleFile(rows: readonly Row[]): File {
  return {
    name: 'users.csv',
    header: 'sourcedId,status,orgSourcedIds,role,username,givenName,familyName',
    line: ({ id, schools }) =>
      `,"${schools.map((place) => `s${String(place)}`).join(',')}",student,name-${id},Given,Family`,
    rows,
  };
}

function classesFile(rows: readonly Row[]): File {
  return {
    name: 'classes.csv',
    header: 'sourcedId,status,title,schoolSourcedId',
    line: ({ schools }) => `,Title,s${String(schools[0])}`,
    rows,
  };
}

function enrollmentsFile(rows: readonly Row[]): File {
  return {
    name: 'enrollments.csv',
    header: 'sourcedId,status,schoolSourcedId,role',
    line: ({ schools }) => `,s${String(schools[0])},student`,
    rows,
  };
}

function textOf(files: readonly File[], gone: readonly number[], side: 'before' | 'after'): string {
  const there = [...schoolNames.keys()].filter((place) => side === 'before' || !gone.includes(place));
  const orgs = there.map((place) => `s${String(place)},School ${String(place)},school`);
  const sections = [
    ['=== orgs.csv', 'sourcedId,name,type', ...orgs],
    ...files.map((file) => [`=== ${file.name}`, file.header, ...linesOf(file, side)]),
  ];
  return sections.map((lines) => `${lines.join('\n')}\n`).join('');
}

function linesOf({ rows, line }: File, side: 'before' | 'after'): readonly string[] {
  if (side === 'before') return rows.map((row) => `${row.id},${line(row)}`);
  const last: string[] = [];
  const lines = rows.flatMap((row) => {
    const text = line(row);
    switch (row.fate) {
      case 'kept':
        return [`${row.id},${text}`];
      case 'moved to the end':
        last.push(`${row.id},${text}`);
        return [];
      case 'left out':
        return [];
      case 'marked':
        return [`${row.id},tobedeleted${text}`];
      case 'broken':
        return [`${row.id},${text},too,many`];
      case 'renamed':
        return [`new-${row.id},${text}`];
    }
  });
  return [...lines, ...last];
}
