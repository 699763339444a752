// What is offered while a roster is written, at the place of a `|`.
import assert from 'node:assert/strict';
import { specification, versions } from '../../src/core/spec/specification';
import { cleanRoster, completeMarked, completeRecord } from '../support/completion-client';

describe('completion', () => {
  for (const version of versions) {
    describe(`in OneRoster ${version}`, () => {
      const columns =
        specification(version)
          .table('orgs')
          ?.columns.map(({ name }) => name) ?? [];
      const terms = version === '1.0' ? 'termSourcedId' : 'termSourcedIds';

      it('offers the column names that a header lacks, those that follow first', async () => {
        const [, second = '', third = '', ...rest] = columns;
        const offered = await completeMarked(
          await cleanRoster(version, 'orgs.csv', () => `sourcedId,${second},|\n`),
          ',',
        );
        assert.deepEqual(
          offered.labels.filter((label) => !label.endsWith('…')),
          [third, ...rest],
        );
        assert.equal(offered.accepted(third), `sourcedId,${second},${third}`);
        assert.match(offered.documentation('name'), /^\*\*name\*\* · text · required/);
        assert.equal(offered.accepted(`${third}, …`), `sourcedId,${second},${[third, ...rest].join(',')}`);
      });

      it('offers a whole header in an empty file', async () => {
        const offered = await completeMarked(await cleanRoster(version, 'orgs.csv', () => '|'));
        assert.equal(offered.labels[0], 'sourcedId, …');
        assert.equal(offered.accepted('sourcedId, …'), columns.join(','));
      });

      it('offers the values of a list with their meaning', async () => {
        const offered = await completeRecord(version, 'classes.csv', { classType: 'h|' });
        assert.deepEqual(offered.labels.slice(0, 2), ['homeroom', 'scheduled']);
        assert.match(offered.lines[0] ?? '', /^homeroom: \w+/);
        assert.match(offered.accepted('homeroom'), /,homeroom,/);
        assert.equal(offered.labels.includes('ext:…'), version === '1.2');
      });

      it('offers true and false', async () => {
        const offered = await completeRecord(version, 'enrollments.csv', { primary: '|' });
        assert.deepEqual(offered.labels, ['true', 'false']);
        assert.match(offered.documentation('true'), /primary|main/i);
      });

      it('offers people, classes and schools by name and by id', async () => {
        const byName = await completeRecord(version, 'enrollments.csv', { userSourcedId: 'oka|' });
        assert.deepEqual([...byName.labels].sort(), ['u-par1', 'u-stud1']);
        const kind = version === '1.2' ? 'person' : 'student';
        assert.ok(byName.lines.some((line) => line.startsWith(`u-stud1: June Okafor, ${kind}`)));
        assert.match(byName.accepted('u-stud1'), /,u-stud1,/);
        assert.match(
          byName.documentation('u-stud1'),
          /\*\*June Okafor\*\* .*\[users\.csv, record 3\]\(file:/,
        );
        const byId = await completeRecord(version, 'enrollments.csv', { userSourcedId: 'u-te|' });
        assert.deepEqual(byId.labels, ['u-teach1']);
        const byTitle = await completeRecord(version, 'enrollments.csv', { classSourcedId: 'first gr|' });
        assert.deepEqual(byTitle.labels, ['k-math5-1']);
      });

      it('puts the school first where a school is meant', async () => {
        const offered = await completeRecord(version, 'classes.csv', { schoolSourcedId: '|' }, ',');
        assert.deepEqual(offered.lines, [
          'o-elm: Elm Street School, school',
          `o-dist: Cedar Valley Schools, ${version === '1.0' ? 'local' : 'district'}`,
        ]);
      });

      it('goes on item by item inside quotes, and offers nothing twice', async () => {
        const offered = await completeRecord(version, 'classes.csv', { [terms]: '"t-fall,20|"' });
        assert.deepEqual(offered.labels, ['sy-27']);
        assert.match(offered.accepted('sy-27'), /,"t-fall,sy-27"/);
      });

      it('puts a list in quotes when a comma makes it one', async () => {
        const offered = await completeRecord(version, 'classes.csv', { [terms]: 't-fall,|' }, ',');
        assert.deepEqual(offered.labels, ['sy-27']);
        assert.match(offered.accepted('sy-27'), /,"t-fall,sy-27",/);
      });

      it('offers the dates of the session that a record is about, and today', async () => {
        const file = version === '1.0' ? 'academicSessions.csv' : 'enrollments.csv';
        const about: Record<string, string> =
          version === '1.0' ? { parentSourcedId: 'sy-27' } : { classSourcedId: 'k-math5-1' };
        const offered = await completeRecord(version, file, { ...about, endDate: '|' });
        const [first] = offered.lines;
        assert.equal(
          first,
          version === '1.0' ? '2027-06-12: end of 2026-2027' : '2027-01-16: end of Fall 2026',
        );
        assert.match(offered.lines.at(-1) ?? '', /^\d{4}-\d\d-\d\d: today$/);
      });

      it('offers a new record with the next free id, and a tab stop for each column', async () => {
        const offered = await completeMarked(
          await cleanRoster(version, 'enrollments.csv', (text) => `${text}|`),
          '\n',
        );
        assert.deepEqual(offered.lines, ['New enrollment: e-3']);
        const roles = version === '1.0' ? '' : '${5|administrator,proctor,student,teacher|}';
        assert.equal(
          offered.accepted('New enrollment'),
          version === '1.0'
            ? '${1:e-3},${2:k-math5-1},${3:o-elm},$4,${5|student,teacher,parent,guardian,relative,aide,administrator|},$6,$7,$8$0'
            : `\${1:e-3},,,\${2:k-math5-1},\${3:o-elm},$4,${roles},$6,\${7:2026-08-17},\${8:2027-01-16}$0`,
        );
        assert.match(offered.documentation('New enrollment'), /`e-3` is the next id that no record/);
      });
    });
  }
});
