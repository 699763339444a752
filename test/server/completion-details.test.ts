// The finer points of what is offered: where it goes, what it leaves alone, and when nothing is offered.
import assert from 'node:assert/strict';
import { cleanRoster, completeMarked, completeRecord } from '../support/completion-client';

describe('what is offered', () => {
  const newRecord = async (file: string, change: (text: string) => string) => {
    const offered = await completeMarked(await cleanRoster('1.1', file, change));
    const [label = ''] = offered.labels;
    return { label, text: offered.accepted(label), offered };
  };
  const orgs = (...ids: readonly string[]) =>
    `sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\n${ids.map((id) => `${id},,,Oak Hill,school,,\n`).join('')}|`;

  describe('for a place', () => {
    it('takes the place of the whole item, whatever stands behind the cursor', async () => {
      const offered = await completeRecord('1.1', 'enrollments.csv', {
        userSourcedId: 'u-s|omebody',
        role: 'student',
      });
      assert.match(offered.accepted('u-stud1'), /,u-stud1,student,/);
    });

    it('leaves the blanks round an item of a list alone', async () => {
      const offered = await completeRecord('1.1', 'classes.csv', { termSourcedIds: '" sy-27 , t|x ,"' });
      assert.match(offered.accepted('t-fall'), /," sy-27 , t-fall ,",/);
    });

    it('closes a quote that nobody has closed', async () => {
      const offered = await completeRecord('1.1', 'classes.csv', {
        termSourcedIds: '"t-fall,|',
        subjects: 'Mathematics',
      });
      assert.match(offered.accepted('sy-27'), /,"t-fall,sy-27",Mathematics,/);
    });

    it('finds its way where an open quote has swallowed the fields behind it', async () => {
      const offered = await completeRecord('1.1', 'classes.csv', {
        schoolSourcedId: '"Elm|',
        subjects: '"Arts, visual"',
      });
      assert.match(offered.accepted('o-elm'), /,"o-elm",,"Arts, visual",/);
    });

    it('goes on behind a list whose quotes are closed', async () => {
      const offered = await completeRecord('1.1', 'classes.csv', {
        termSourcedIds: '"t-fall",|',
        subjects: 'Mathematics',
        periods: '1',
      });
      assert.match(offered.accepted('sy-27'), /,"t-fall,sy-27",Mathematics,,1/);
    });

    it('counts as the record has it where another field has commas without quotes', async () => {
      const offered = await completeRecord('1.1', 'academicSessions.csv', {
        sourcedId: 'x',
        title: 'Fall, first half',
        type: 'sem|',
        startDate: '2026-08-17',
        endDate: '2026-10-17',
        schoolYear: '2027',
      });
      assert.ok(offered.labels.includes('semester'));
      assert.match(offered.accepted('semester'), /Fall, first half,semester,2026-08-17/);
    });

    it('is where the cursor is, by UTF-16 units and behind a byte order mark', async () => {
      const marked = await cleanRoster('1.1', 'enrollments.csv', (text) => {
        const [header = '', first = ''] = text.split('\n');
        return `\ufeff${header}\r\n${first}\r\n😀é,,,k-math5-1,o-elm,oka|,student,,,\r\n`;
      });
      const offered = await completeMarked(marked);
      assert.equal(offered.accepted('u-stud1'), '😀é,,,k-math5-1,o-elm,u-stud1,student,,,');
    });

    it('keeps the quotes of a header', async () => {
      const offered = await completeMarked(
        await cleanRoster('1.1', 'orgs.csv', () => '"sourcedId","status","|"\n'),
      );
      assert.equal(offered.accepted('dateLastModified'), '"sourcedId","status","dateLastModified"');
      assert.match(
        offered.accepted('dateLastModified, …'),
        /^"sourcedId","status","dateLastModified","name",.*"$/,
      );
    });
  });

  describe('of references', () => {
    it('is what every word of a name fits, accents left aside, with what was typed to compare with', async () => {
      const marked = await cleanRoster('1.1', 'users.csv', (text) =>
        text.replace('June,Okafor', 'Zoë,"Núñez, the younger"').replace('u-par1,05,', 'nunez zo|,05,'),
      );
      const offered = await completeMarked(marked);
      // It is the record's own: nobody is an agent of oneself.
      assert.deepEqual(offered.labels, []);
      const other = await completeMarked(marked.replace('nunez zo|', '').replace('u-stud1,,', 'nunez zo|,,'));
      assert.deepEqual(other.labels, ['u-stud1']);
      assert.match(other.filterText('u-stud1'), /^nunez zo Zoë Núñez, the younger/);
      assert.equal(other.isIncomplete, true);
    });

    it('puts people of the same school first, and those who are gone last', async () => {
      const users = (text: string) =>
        [
          text,
          'u-a,tobedeleted,,true,o-elm,student,a,,Ann,Zed,,,,,,,,\n',
          'u-b,,,true,o-dist,student,b,,Ben,Zed,,,,,,,,\n',
          'u-c,,,true,o-elm,student,c,,Cleo,Zed,,,,,,,,\n',
        ].join('');
      const plain = await cleanRoster('1.1', 'users.csv', users);
      const marked = plain.replace(
        /(=== enrollments\.csv\n[^\n]*\n)/,
        '$1e-9,,,k-math5-1,o-elm,zed|,student,,,\n',
      );
      const offered = await completeMarked(marked);
      assert.deepEqual(offered.labels, ['u-c', 'u-b', 'u-a']);
    });

    it('is first what the record above names, where several are as likely', async () => {
      const plain = await cleanRoster(
        '1.1',
        'orgs.csv',
        (text) => `${text}o-oak,,,Oak Hill,school,,o-dist\n`,
      );
      const offered = async (school: string) =>
        completeMarked(
          plain.replace(
            /(=== classes\.csv\n[^\n]*\n)/,
            `$1k-8,,,Art,,,,,,${school},,,,\nk-9,,,Art,,,,,,|,,,,\n`,
          ),
        );
      assert.deepEqual((await offered('o-oak')).labels, ['o-oak', 'o-elm', 'o-dist']);
      assert.deepEqual((await offered('o-elm')).labels, ['o-elm', 'o-oak', 'o-dist']);
    });

    it('lets the name stand first where an id says nothing', async () => {
      const id = '0d7f2f0c-95f6-4a52-8a27-4a4d4e2b8d10';
      const marked = (
        await cleanRoster('1.1', 'enrollments.csv', (text) => `${text}e-9,,,k-math5-1,elm|,,,,,\n`)
      ).replaceAll('o-elm', id);
      const offered = await completeMarked(marked);
      assert.deepEqual(offered.lines.slice(0, 1), [`Elm Street School, school: ${id}`]);
      assert.match(offered.accepted('Elm Street School, school'), new RegExp(`,${id},`));
    });
  });

  describe('of values', () => {
    it('offers the grades of the specification, and in 1.0 those that are in use', async () => {
      const grades = await completeRecord('1.2', 'users.csv', { grades: '"05,|"' });
      assert.ok(grades.lines.some((line) => line.startsWith('KG: Kindergarten')));
      assert.ok(!grades.labels.includes('05'));
      const old = await completeRecord('1.0', 'classes.csv', { grade: '|' });
      assert.deepEqual(old.lines, ['05: in 1 record']);
    });

    it('offers the subjects that are in use, and quotes one that holds a comma', async () => {
      const offered = await completeMarked(
        await cleanRoster(
          '1.1',
          'courses.csv',
          (text) =>
            `${text}c-2,,,sy-27,Art,,,o-elm,Art,\nc-3,,,sy-27,Art,,,o-elm,Art,\nc-4,,,sy-27,Art,,,o-elm,|,\n`,
        ),
      );
      assert.deepEqual(offered.lines, ['Art: in 2 records', 'Mathematics: in 1 record']);
    });

    it('offers values of one’s own where the version has them', async () => {
      const offered = await completeRecord('1.2', 'orgs.csv', { type: '|' });
      assert.equal(offered.labels.at(-1), 'ext:…');
      assert.match(offered.accepted('ext:…'), /,ext:,/);
    });

    it('offers pairs in braces with the systems that are in use', async () => {
      const offered = await completeMarked(
        await cleanRoster(
          '1.1',
          'users.csv',
          (text) =>
            `${text.replace('m.rivera,,', 'm.rivera,"{Fed:1},{SIS:2}",')}u-9,,,true,o-elm,student,x,"{SIS:9},{|}",X,Y,,,,,,,,\n`,
        ),
        '{',
      );
      assert.deepEqual(offered.labels, ['{Fed:…}']);
      assert.match(offered.accepted('{Fed:…}'), /,"\{SIS:9\},\{Fed:\$1\\\}\$0",X,/);
    });

    it('offers the school years that are in use', async () => {
      const offered = await completeRecord('1.1', 'academicSessions.csv', { schoolYear: '|' });
      assert.equal(offered.lines[0], '2027: in 2 records');
    });

    it('offers no birthday', async () => {
      const offered = await completeRecord('1.1', 'demographics.csv', { birthDate: '|' });
      assert.deepEqual(offered.labels, []);
    });

    it('offers the dates of a session two references away', async () => {
      const offered = await completeRecord('1.2', 'enrollments.csv', {
        classSourcedId: 'k-math5-1',
        beginDate: '|',
      });
      assert.deepEqual(offered.lines.slice(0, 2), [
        '2026-08-17: start of Fall 2026',
        '2027-01-16: end of Fall 2026',
      ]);
    });
  });

  describe('unasked', () => {
    const afterComma = (file: string, column: string) => completeRecord('1.1', file, { [column]: '|' }, ',');

    it('is nothing in a column that a bulk file leaves blank, but for whom asks', async () => {
      assert.deepEqual((await afterComma('orgs.csv', 'status')).labels, []);
      assert.deepEqual((await completeRecord('1.1', 'orgs.csv', { status: '|' })).labels, [
        'active',
        'tobedeleted',
      ]);
    });

    it('is nothing at the end of a line that may be blank there, so that Enter ends it', async () => {
      assert.deepEqual((await afterComma('orgs.csv', 'parentSourcedId')).labels, []);
      assert.ok((await afterComma('orgs.csv', 'type')).labels.length > 0);
    });

    it('is nothing behind a blank in a text, in a title, behind closed quotes, or in an unknown file', async () => {
      assert.deepEqual((await completeRecord('1.1', 'orgs.csv', { type: 'a |' }, ' ')).labels, []);
      assert.deepEqual((await completeRecord('1.1', 'orgs.csv', { name: 'E|' })).labels, []);
      assert.deepEqual((await completeRecord('1.1', 'orgs.csv', { type: '"school"|' })).labels, []);
      const marked = await cleanRoster('1.1', 'orgs.csv', (text) => text);
      assert.deepEqual((await completeMarked(`${marked}\n=== other.csv\na,b\n1,|\n`)).labels, []);
    });
  });

  describe('for a new record', () => {
    it('counts on from the highest id, with its zeroes', async () => {
      assert.equal(
        (await newRecord('orgs.csv', () => orgs('sch-0099', 'sch-0007', 'sch-x'))).text.split(',')[0],
        '${1:sch-0100}',
      );
      assert.equal((await newRecord('orgs.csv', () => orgs('99', '98'))).text.split(',')[0], '${1:100}');
    });

    it('passes over ids that only look free', async () => {
      const text = orgs('a-1-x', 'a-2-x', 'a-9-x', 'A-10-x');
      assert.equal((await newRecord('orgs.csv', () => text)).text.split(',')[0], '${1:a-10-x}');
    });

    it('makes a GUID where ids are GUIDs, and none up where each looks different', async () => {
      const guids = ['0d7f2f0c-95f6-4a52-8a27-4a4d4e2b8d10', '1d7f2f0c-95f6-4a52-8a27-4a4d4e2b8d10'];
      const { text, label, offered } = await newRecord('orgs.csv', () => orgs(...guids));
      assert.match(text, /^\$\{1:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}/);
      assert.ok(!guids.some((guid) => text.includes(guid)));
      assert.match(offered.lines[0] ?? '', new RegExp(`^${label}: [0-9a-f-]{36}$`));
      const different = ['a-1-b', 'c-2-d', 'e-3-f', 'g'];
      assert.equal((await newRecord('orgs.csv', () => orgs(...different))).text.split(',')[0], '$1');
    });

    it('begins with the first id in a table without records', async () => {
      assert.equal((await newRecord('orgs.csv', () => orgs())).text.split(',')[0], '${1:sch-1}');
    });

    it('is offered where somebody has begun with the id, and takes its place', async () => {
      const { text, offered } = await newRecord('orgs.csv', () => orgs('o-1').replace('|', 'o-|'));
      assert.match(text, /^\$\{1:o-2\},,,\$2,/);
      assert.equal(offered.filterText('New organization').startsWith('o- '), true);
    });

    it('is offered on a blank line amid others', async () => {
      const { label, text } = await newRecord('orgs.csv', () =>
        orgs('o-1').replace('|', '|\no-2,,,Oak,school,,\n'),
      );
      assert.equal(label, 'New organization');
      assert.match(text, /^\$\{1:o-3\},,,/);
    });

    it('says in a delta file what was changed, and when', async () => {
      const marked = (
        await cleanRoster(
          '1.1',
          'orgs.csv',
          (text) => `${text.replaceAll(',,,', ',active,2026-08-14T06:30:00.000Z,')}|`,
        )
      ).replace('file.orgs,bulk', 'file.orgs,delta');
      const offered = await completeMarked(marked);
      assert.match(
        offered.accepted(offered.labels[0] ?? ''),
        /^\$\{1:[^}]*\},\$\{2\|active,tobedeleted\|\},\$\{3:\d{4}-\d\d-\d\dT[\d:.]+Z\},|^\$1,\$\{2\|active,tobedeleted\|\},\$\{3:\d{4}-\d\d-\d\dT[\d:.]+Z\},/,
      );
    });

    it('writes quotes where the record above has them', async () => {
      const quoted = (id: string) => `"${id}","","","Oak, Hill","school","","p-1"\n`;
      const { text } = await newRecord('orgs.csv', () =>
        orgs().replace('|', `${quoted('o-1')}${quoted('o-2')}|`),
      );
      assert.match(text, /^"\$\{1:o-3\}","","","\$2","\$\{3\|school,[^|]*\|\}","\$4","\$\{5:p-1\}"\$0$/);
    });

    it('leaves the id to a person where it is that of another record', async () => {
      const { text } = await newRecord('demographics.csv', (all) => `${all}|`);
      assert.match(text, /^\$\{?1/);
      assert.ok(!text.includes('u-stud'));
    });
  });
});
