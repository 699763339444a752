import assert from 'node:assert/strict';
import { compareRosters } from '../../../src/core/compare/compare-rosters';
import { judge, type JudgeOptions } from '../../../src/core/gate/judge';
import { isOver, usualThresholds } from '../../../src/core/gate/thresholds';
import { reasonsLeft, type GateVerdict } from '../../../src/core/gate/verdict';
import { readRoster } from '../../../src/core/model/roster';
import { resolveProfile } from '../../../src/core/spec/specification';
import type { OneRosterVersion } from '../../../src/core/spec/types';
import { parseFixture } from '../../support/fixture';

const orgs = `=== orgs.csv
sourcedId,name,type,parentSourcedId
d,Great District,district,
n,North High,school,d
s,South High,school,d
`;
const users = 'sourcedId,status,dateLastModified,orgSourcedIds,role,username,givenName,familyName';

describe('the change gate', () => {
  it('lets a delivery pass that changes little, and counts per file and per school', () => {
    const verdict = judged(
      roster(people('n', 20), people('s', 20)),
      roster(people('n', 20).slice(1), [...people('s', 20), ...people('new', 1, 's')]),
    );
    assert.deepEqual(verdict.reasons, []);
    const [, users] = verdict.counts.files;
    assert.deepEqual(users, {
      file: 'users.csv',
      recordName: 'person',
      before: 40,
      after: 40,
      created: 1,
      changed: 0,
      removed: 1,
    });
    assert.deepEqual(
      verdict.counts.schools.map(({ name, files }) => [
        name,
        files.map(({ removed, created }) => [removed, created]),
      ]),
      [
        ['North High', [[1, 0]]],
        ['South High', [[0, 1]]],
      ],
    );
  });

  it('stops where more of a file would be removed than may, and says how much that is', () => {
    const before = roster(people('n', 50), people('s', 50));
    assert.deepEqual(codes(judged(before, roster(people('n', 45), people('s', 45)))), []);
    const verdict = judged(before, roster(people('n', 45), people('s', 44)));
    assert.deepEqual(
      verdict.reasons.map((reason) => ({ ...reason, sentence: undefined })),
      [
        {
          code: 'removed',
          message: '11 % of users.csv would be removed: 11 of 100 people. Up to 10 % may go.',
          file: 'users.csv',
          count: 11,
          total: 100,
          limit: 10,
          sentence: undefined,
        },
      ],
    );
  });

  it('says 100 % only where all would be removed', () => {
    const messages = (left: number) => {
      const verdict = judged(roster(people('n', 400)), roster(people('n', left)));
      return verdict.reasons.map(({ message }) => message).join('\n');
    };
    assert.match(messages(2), /99\.5 % of users\.csv would be removed: 398 of 400 people/);
    assert.match(messages(8), /98 % of users\.csv would be removed: 392 of 400 people/);
    assert.doesNotMatch(messages(1), /100 %/);
  });

  it('stops where one school would lose more than a school may, however large the rest is', () => {
    const rest = people('n', 400);
    const verdict = judged(roster(rest, people('s', 20)), roster(rest, people('s', 14)));
    assert.deepEqual(codes(verdict), ['removed-of-school']);
    assert.equal(
      verdict.reasons[0]?.message,
      'South High (s) would lose 30 % of its records in users.csv: 6 of 20 people. Up to 25 % of a school may go.',
    );
  });

  it('stops where a school is gone, a file has only its header left, or is gone', () => {
    const before = roster(people('n', 50), people('s', 2));
    const without = before.replace('s,South High,school,d\n', '');
    assert.deepEqual(codes(judged(before, without)), ['school-gone']);
    assert.match(
      judged(before, without).reasons[0]?.message ?? '',
      /^South High \(s\) is gone, with records it had: 2 in users\.csv\.$/,
    );
    assert.deepEqual(codes(judged(before, `${orgs}=== users.csv\n${users}\n`))[0], 'emptied');
    assert.match(judged(before, orgs).reasons[0]?.message ?? '', /^users\.csv is gone; it had 52 people\.$/);
    assert.match(
      judged(before, `${orgs}=== users.csv\n`).reasons[0]?.message ?? '',
      /would have no record any more/,
    );
    const noOrgs = judged(before, before.slice(before.indexOf('=== users')));
    assert.deepEqual(codes(noOrgs), ['emptied'], 'the schools are not told one by one');
  });

  it('counts people who are marked as deleted, whose record is broken, or who come under a new id', () => {
    const before = roster(people('n', 50), people('s', 50));
    const half = (change: (line: string) => string) =>
      roster(
        people('n', 50).map((line, index) => (index < 12 ? change(line) : line)),
        people('s', 50),
      );
    assert.deepEqual(
      codes(
        judged(
          before,
          half((line) => line.replace(',,', ',tobedeleted,')),
        ),
      ),
      ['removed'],
    );
    assert.deepEqual(
      codes(
        judged(
          before,
          half((line) => `${line},more`),
        ),
      ),
      ['removed'],
    );
    const renamed = judged(
      before,
      half((line) => `x${line}`),
    );
    assert.deepEqual(codes(renamed), ['removed', 'new-ids']);
    assert.equal(renamed.counts.renamed, 12);
    assert.match(
      renamed.reasons[1]?.message ?? '',
      /^12 % of the people come under a new id: 12 of 100 people/,
    );
  });

  it('stops where nearly all records would have other values, but not for the date of the last change', () => {
    const before = roster(people('n', 50), people('s', 50));
    const dated = before.replace(/^(n\d+|s\d+),,,/gm, '$1,,2026-01-01T00:00:00.000Z,');
    assert.deepEqual(codes(judged(before, dated)), []);
    assert.deepEqual(codes(judged(before, before.replace(/,student,/g, ',guardian,'))), ['changed']);
    const lost = before.replace(',givenName,familyName', '').replace(/,Given\d*,Family\d*$/gm, '');
    assert.deepEqual(codes(judged(before, lost)), ['changed'], 'values that are gone with their column');
  });

  it('lets a few go whatever their share, as long as they are not more than half', () => {
    const before = roster(people('n', 5));
    assert.deepEqual(codes(judged(before, roster(people('n', 4)))), []);
    assert.deepEqual(codes(judged(before, roster(people('n', 3)))), []);
    assert.deepEqual(codes(judged(before, roster(people('n', 2)))), ['removed', 'removed-of-school']);
    assert.deepEqual(codes(judged(before, roster(people('n', 4)), { thresholds: { few: 0 } })), ['removed']);
    const limits = { ...usualThresholds, few: 3 };
    assert.deepEqual(
      [
        isOver(3, 30, 10, limits),
        isOver(4, 40, 10, limits),
        isOver(4, 39, 10, limits),
        isOver(0, 0, 10, limits),
      ],
      [false, false, true, false],
    );
  });

  it('does not take a move to another school for a removal', () => {
    const moved = people('s', 20).map((line) => line.replace(',s,', ',n,'));
    const verdict = judged(roster(people('n', 20), people('s', 20)), roster(people('n', 20), moved));
    assert.deepEqual(codes(verdict), []);
    const [north, south] = ['n', 's'].map(
      (id) => verdict.counts.schools.find((school) => school.id === id)?.files[0],
    );
    assert.deepEqual([north?.before, north?.after, south?.before, south?.after], [20, 40, 20, 0]);
  });

  it('takes what a delta leaves out for kept, and what it marks as deleted for removed', () => {
    const manifest = (mode: string) =>
      `=== manifest.csv\npropertyName,value\noneroster.version,1.1\nfile.users,${mode}\n`;
    const before = manifest('bulk') + roster(people('n', 50), people('s', 50));
    const delta = (count: number) =>
      manifest('delta') +
      roster(people('n', count).map((line) => line.replace(',,,', ',tobedeleted,2026-01-01T00:00:00.000Z,')));
    assert.deepEqual(codes(judged(before, delta(10))), []);
    const verdict = judged(before, delta(14));
    assert.deepEqual(codes(verdict), ['removed', 'removed-of-school']);
    assert.equal(verdict.reasons[0]?.total, 100);
    assert.deepEqual(codes(judged(delta(4), before)), ['not-comparable']);
  });

  it('does not take an export of the whole for a delta because its columns of changes are filled', () => {
    const filled = (lines: readonly string[]) =>
      lines.map((line) => line.replace(',,,', ',active,2026-01-01T00:00:00.000Z,'));
    const verdict = judged(roster(filled(people('n', 50))), roster(filled(people('n', 30))));
    assert.deepEqual(codes(verdict), ['removed', 'removed-of-school']);
  });

  it('finds the schools of people in 1.2 by their roles', () => {
    const file = (count: number) => `${orgs}=== users.csv
sourcedId,enabledUser,username,givenName,familyName,userMasterIdentifier
${numbers(40)
  .slice(40 - count)
  .map((n) => `u${n},true,u${n},A,B,m${n}\n`)
  .join('')}=== roles.csv
sourcedId,userSourcedId,roleType,role,orgSourcedId
${numbers(40)
  .map((n) => `r${n},u${n},primary,student,${Number(n) < 8 ? 's' : 'n'}\n`)
  .join('')}`;
    const verdict = judged(file(40), file(36), {}, '1.2');
    assert.deepEqual(codes(verdict), ['removed-of-school']);
    assert.equal(verdict.reasons[0]?.school, 's');
  });

  it('stops where what would be removed cannot be told', () => {
    const before = roster(people('n', 5));
    const verdict = judged(before, `${orgs}=== users.csv unreadable\n`);
    assert.deepEqual(codes(verdict), ['not-comparable']);
    assert.match(
      verdict.reasons[0]?.message ?? '',
      /users\.csv cannot be compared .*: users\.csv cannot be read\./,
    );
    assert.deepEqual(codes(judged(before, before.replace('sourcedId,status', 'id,status'))), [
      'not-comparable',
    ]);
    const notes = '=== notes.csv\ntext\n';
    assert.deepEqual(codes(judged(`${before}${notes}a\n`, `${before}${notes}b\n`)), []);
  });

  it('asks at the first delivery, and stops on days on which nothing is delivered', () => {
    assert.deepEqual(codes(judge(undefined)), ['first-delivery']);
    const before = roster(people('n', 5));
    const blackouts = [{ from: '2026-12-20', until: '2027-01-04', reason: 'winter break' }];
    const on = (today: string) => judged(before, before, { blackouts, today });
    assert.deepEqual(codes(on('2026-12-19')), []);
    assert.deepEqual(codes(on('2026-12-20')), ['blackout']);
    assert.equal(
      on('2027-01-04').reasons[0]?.message,
      'Nothing is to be delivered from 2026-12-20 to 2027-01-04 (winter break).',
    );
    assert.deepEqual(codes(on('2027-01-05')), []);
  });

  it('is content where somebody has agreed to as many removals, but to nothing else', () => {
    const verdict = judged(
      roster(people('n', 50), people('s', 50)),
      roster(people('n', 50).slice(20), people('s', 50)),
    );
    assert.deepEqual(codes(verdict), ['removed', 'removed-of-school']);
    assert.equal(verdict.counts.removed, 20);
    assert.equal(reasonsLeft(verdict, { removals: 19 }).length, 2);
    assert.equal(reasonsLeft(verdict, {}).length, 2);
    assert.deepEqual(reasonsLeft(verdict, { removals: 20 }), []);
    const first = judge(undefined);
    assert.equal(reasonsLeft(first, { removals: 1_000 }).length, 1);
    assert.deepEqual(reasonsLeft(first, { first: true }), []);
  });
});

function codes(verdict: GateVerdict): readonly string[] {
  return verdict.reasons.map(({ code }) => code);
}

function judged(
  before: string,
  after: string,
  options: JudgeOptions = {},
  version: OneRosterVersion = '1.1',
): GateVerdict {
  const read = (text: string) =>
    readRoster(parseFixture(text).input, { profile: resolveProfile('standard'), version });
  return judge(compareRosters({ before: read(before), after: read(after) }), options);
}

function roster(...groups: readonly (readonly string[])[]): string {
  return `${orgs}=== users.csv\n${[users, ...groups.flat()].join('\n')}\n`;
}

function people(prefix: string, count: number, school = prefix): readonly string[] {
  return numbers(count).map((n) => `${prefix}${n},,,${school},student,${prefix}.${n},Given${n},Family${n}`);
}

function numbers(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => String(index));
}
