import assert from 'node:assert/strict';
import { Explorer } from '../../../src/core/explorer/explorer';
import { mostListed } from '../../../src/core/explorer/list-records';
import type { PlaceOf } from '../../../src/core/explorer/record-nodes';
import type { ExplorerList, ExplorerNode, RecordSet } from '../../../src/core/explorer-protocol';
import { LiveRoster } from '../../../src/core/live-roster';
import { readRoster, type Roster } from '../../../src/core/model/roster';
import { resolveProfile, versions } from '../../../src/core/spec/specification';
import { allAtOnce } from '../../../src/core/steps';
import { encodeUtf8 } from '../../../src/core/text/utf8';
import { validateRoster } from '../../../src/core/validate-roster';
import { parseFixture } from '../../support/fixture';
import { smallRosters } from '../../support/small-rosters';

const placeOf: PlaceOf = ({ file }, offset) => ({ uri: file, line: 0, character: offset });
const found = { problems: [], totals: undefined };

interface Tree {
  list(of: ExplorerList): readonly ExplorerNode[];
  records(of: RecordSet, part?: { letter?: string; from?: number; count?: number }): readonly ExplorerNode[];
}

function treeOf(roster: Roster, problems: Parameters<Explorer['list']>[1]['found'] = found): Tree {
  const explorer = new Explorer(roster);
  const list = (of: ExplorerList) => explorer.list(of, { found: problems, targets: 1, placeOf });
  return {
    list,
    records: (of, part) => list({ kind: 'records', of, ...(part === undefined ? {} : { part }) }),
  };
}

function read(text: string): Roster {
  return readRoster(parseFixture(text).input, { profile: resolveProfile('standard') });
}

/** A node in a line. */
function shown(node: ExplorerNode): string {
  const more = node.children === undefined ? '' : ' >';
  switch (node.kind) {
    case 'group':
      return `${node.group} ${String(node.count)}${node.others === undefined ? '' : `+${String(node.others)}`}${more}`;
    case 'role':
      return `${typeof node.role === 'string' ? `(${node.role})` : node.role.role} ${String(node.count)}${more}`;
    case 'part':
      return `${node.names.join(' to ')} ${String(node.count)}${more}`;
    case 'file':
      return `${node.name} ${String(node.records)}${more}`;
    case 'record': {
      const counts = [
        ...(node.people === undefined ? [] : [`${String(node.people)} people`]),
        ...(node.classes === undefined ? [] : [`${String(node.classes)} classes`]),
      ];
      return [`${node.type} ${node.name}`, ...node.words, ...counts].join('; ') + more;
    }
  }
}

const lines = (nodes: readonly ExplorerNode[]) => nodes.map(shown);

for (const version of versions) {
  describe(`the tree of a roster, in ${version}`, () => {
    const roster = read(smallRosters[version]);
    const tree = treeOf(roster);

    it('begins with what people look for, and names the other files and the targets after that', () => {
      assert.deepEqual(lines(tree.list({ kind: 'groups' })), [
        'schools 2+1 >',
        'sessions 2 >',
        'courses 1 >',
        'classes 2 >',
        'people 3 >',
        `files ${version === '1.2' ? '2' : '1'} >`,
        'targets 1',
      ]);
      const files = version === '1.2' ? ['enrollments.csv 4', 'roles.csv 1'] : ['enrollments.csv 4'];
      assert.deepEqual(lines(tree.list({ kind: 'files' })).sort(), files);
    });

    it('lists schools with their people and classes, by name, and what is no school after them', () => {
      assert.deepEqual(lines(tree.records({ kind: 'table', table: 'orgs' })), [
        'school Grant High; 2 people; 1 classes >',
        `school Lincoln High; ${version === '1.2' ? '1' : '2'} people; 1 classes >`,
        'organization Byron District; district; 0 people; 0 classes',
      ]);
      assert.deepEqual(lines(tree.records({ kind: 'classes', table: 'orgs', id: 'org-1' })), [
        'class Algebra 1; 2 people >',
      ]);
    });

    it('lists sessions by time, courses with their classes, and classes with where they are', () => {
      assert.deepEqual(lines(tree.records({ kind: 'table', table: 'academicSessions' })), [
        'session Fall; term; 2026-08-01 to 2026-12-20',
        'session Spring; term; 2027-01-01 to 2027-06-01',
      ]);
      assert.deepEqual(lines(tree.records({ kind: 'table', table: 'courses' })), [
        'course Algebra; 2 classes >',
      ]);
      assert.deepEqual(lines(tree.records({ kind: 'classes', table: 'courses', id: 'k-1' })), [
        'class Algebra 1; Lincoln High; 2 people >',
        'class Algebra 2; Grant High; 2 people >',
      ]);
      assert.deepEqual(lines(tree.records({ kind: 'table', table: 'classes' })), [
        'class Algebra 1; Lincoln High; 2 people >',
        'class Algebra 2; Grant High; 2 people >',
      ]);
    });

    it('lists who is in a class, in other letter case, too, and whom nobody knows', () => {
      const members = tree.records({ kind: 'members', id: 'c-2' });
      assert.deepEqual(lines(members), ['person Byron, Zoë 😀; student', 'nobody u-77; student']);
      const [zoe, nobody] = members;
      assert(zoe?.kind === 'record' && nobody?.kind === 'record');
      assert.equal(zoe.sourcedId, 'u-1');
      assert.equal(zoe.place.uri, 'users.csv');
      assert.equal(zoe.enrollment?.uri, 'enrollments.csv');
      assert.equal(nobody.place.uri, 'enrollments.csv');
    });

    it('lists people by role', () => {
      const roles = tree.list({ kind: 'roles' });
      const expected =
        version === '1.2' ? ['student 1 >', '(none) 2 >'] : ['guardian 1 >', 'student 1 >', 'teacher 1 >'];
      assert.deepEqual(lines(roles).sort(), [...expected].sort());
      const list = roles.find(({ id }) => id === 'role:student')?.children;
      assert.ok(list);
      assert.deepEqual(lines(tree.list(list)), ['person Byron, Zoë 😀; Lincoln High']);
    });

    it('leads to the id of a record', () => {
      const [first] = tree.records({ kind: 'table', table: 'classes' });
      assert(first?.kind === 'record');
      const table = roster.table('classes');
      assert.ok(table);
      assert.deepEqual(first.place, { uri: 'classes.csv', line: 0, character: table.content(1, 0).start });
    });
  });
}

describe('a node of the tree', () => {
  const head = 'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId';

  it('has the id of its record, and another one where two records have one id or none', () => {
    const tree = treeOf(
      read(`=== orgs.csv\n${head}\na,,,One,school,,\na,,,Two,school,,\n,,,Three,school,,\n`),
    );
    const nodes = tree.records({ kind: 'table', table: 'orgs' });
    assert.deepEqual(
      nodes.map(({ id }) => id),
      ['r:a', 'n:3', 'n:2'],
    );
  });

  it('says that its record is to be deleted', () => {
    const tree = treeOf(read(`=== orgs.csv\n${head}\na,tobedeleted,2026-01-01,One,school,,\n`));
    assert.deepEqual(lines(tree.records({ kind: 'table', table: 'orgs' })), [
      'school One; tobedeleted; 0 people; 0 classes',
    ]);
  });

  it('has a name also where the record has none, and leaves out blank records', () => {
    const tree = treeOf(read(`=== orgs.csv\n${head}\na,,,,school,,\n\n,,,,school,,\n`));
    assert.deepEqual(lines(tree.records({ kind: 'table', table: 'orgs' })), [
      'school a; 0 people; 0 classes',
      'school Record 4; 0 people; 0 classes',
    ]);
  });

  it('is not there for a file that is not there, and leads nowhere in one that cannot be read', () => {
    const tree = treeOf(read('=== orgs.csv\nsourcedId;name;type\na;One;school\n'));
    assert.deepEqual(lines(tree.list({ kind: 'groups' })), ['schools 1', 'targets 1']);
    assert.deepEqual(tree.records({ kind: 'table', table: 'orgs' }), []);
    assert.deepEqual(tree.records({ kind: 'members', id: 'x' }), []);
    assert.deepEqual(tree.list({ kind: 'roles' }), []);
  });

  it('has the problems of its record, its list, its file, and says where there are more', () => {
    const text = `=== orgs.csv\n${head}\na,,,One,skool,,\nb,,,Two,school,,\nc,,,Three,skool,,\n`;
    const { roster, problems, totals } = validateRoster(parseFixture(text).input, {
      profile: resolveProfile('standard'),
    });
    const tree = treeOf(roster, { problems, totals });
    const nodes = tree.records({ kind: 'table', table: 'orgs' });
    const errorsOf = (name: string) =>
      nodes.find((node) => node.kind === 'record' && node.name === name)?.problems.error;
    assert.equal(errorsOf('One'), 1);
    assert.equal(errorsOf('Two'), 0);
    const [schools] = tree.list({ kind: 'groups' });
    const total = problems.reduce((sum, { file, severity, count }) => {
      return file === 'orgs.csv' && severity === 'error' ? sum + count : sum;
    }, 0);
    assert.equal(schools?.problems.error, total);
    assert.equal(schools.problems.isAtLeast, undefined);
    const rule = problems.find(({ file }) => file === 'orgs.csv')?.rule ?? '';
    const more = { ...totals, byRule: { ...totals.byRule, [rule]: 5000 } };
    const [atLeast] = treeOf(roster, { problems, totals: more }).list({ kind: 'groups' });
    assert.equal(atLeast?.problems.isAtLeast, true);
  });
});

describe('the tree of a large roster', () => {
  const families = [
    'Abbott',
    'Ångström',
    'Byron',
    'Çelik',
    'Noether',
    'O’Neil',
    'Šimić',
    'Zuse',
    '渡辺',
    '',
    '2nd',
  ];
  const header =
    'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,givenName,familyName';
  const people = 150_000;
  const rows = Array.from({ length: people }, (_, at) => {
    const role = at % 50 === 0 ? 'teacher' : at % 1000 === 1 ? 'wizard' : at % 1000 === 2 ? '' : 'student';
    const family = families[at % families.length] ?? '';
    return `u-${String(at)},,,true,o-1,${role},n${String(at)},Given${String(at % 1009)},${family}`;
  });
  const orgs = '=== orgs.csv\nsourcedId,status,dateLastModified,name,type\no-1,,,One,school\n';
  const tree = treeOf(read(`${orgs}=== users.csv\n${header}\n${rows.join('\n')}\n`));
  const studentList: RecordSet = { kind: 'role', role: { role: 'student' } };

  it('takes people apart by role and by letter, so that no list is long', () => {
    assert.deepEqual(lines(tree.list({ kind: 'roles' })).slice(1), [
      'teacher 3000 >',
      '(other) 150 >',
      '(none) 150 >',
    ]);
    assert.deepEqual(
      tree.records(studentList).map((node) => node.kind === 'part' && node.names[0]),
      ['A', 'B', 'C', 'G', 'N', 'O', 'S', 'Z', '渡', '#'],
    );
  });

  it('leads to everybody, in lists that an editor can show', () => {
    const countIn = (of: ExplorerList): number => {
      const nodes = tree.list(of);
      assert.ok(nodes.length <= mostListed, `${String(nodes.length)} nodes below ${JSON.stringify(of)}`);
      assert.equal(new Set(nodes.map(({ id }) => id)).size, nodes.length);
      let count = 0;
      for (const [index, node] of nodes.entries()) {
        assert(node.kind === 'role' || node.kind === 'part' || node.kind === 'record');
        const { children } = node;
        if (node.kind === 'record') count++;
        // Of the stretches of a letter, one is looked into.
        else if (node.id.startsWith('s:') && index > 0) count += node.count;
        else count += children === undefined ? 0 : countIn(children);
      }
      return count;
    };
    assert.equal(countIn({ kind: 'roles' }), people);
  });

  it('lists a stretch by name, its ends in its title', () => {
    const [first] = tree.records(studentList, { letter: 'B' });
    assert(first?.kind === 'part' && first.children?.kind === 'records');
    const list = tree.list(first.children);
    const names = list.map((node) => (node.kind === 'record' ? node.name : ''));
    assert.deepEqual(names, [...names].sort());
    assert.deepEqual(first.names, [names[0], names.at(-1)]);
    assert.equal(first.count, list.length);
  });
});

describe('the tree of a roster that is edited', () => {
  const open = () => {
    const { input } = parseFixture(smallRosters['1.1']);
    const live = allAtOnce(LiveRoster.open(input, { profile: resolveProfile('standard') }));
    const edit = (file: string, from: string, to: string) => {
      const table = live.roster.tables.find((each) => each.file === file);
      const start = Buffer.from(table?.bytes ?? []).indexOf(from);
      assert.ok(start > 0);
      live.edit(file, [{ start, end: start + from.length, text: encodeUtf8(to) }]);
    };
    return { live, edit };
  };

  it('follows the edit, and keeps the ids of what stays', () => {
    const { live, edit } = open();
    const { roster } = live;
    const tree = treeOf(roster);
    const before = tree.records({ kind: 'members', id: 'c-1' });
    assert.equal(before.length, 2);
    edit('enrollments.csv', 'c-2,org-2,U-1', 'c-1,org-2,u-3');
    assert.equal(live.roster, roster);
    const after = tree.records({ kind: 'members', id: 'c-1' });
    assert.deepEqual(lines(after), [...lines(before), 'person Noether, Emmy; student']);
    assert.deepEqual(
      after.slice(0, 2).map(({ id }) => id),
      before.map(({ id }) => id),
    );
  });

  it('has names and their order as they are by now', () => {
    const { live, edit } = open();
    const tree = treeOf(live.roster);
    const names = () => lines(tree.records({ kind: 'table', table: 'classes' }));
    assert.match(names()[0] ?? '', /^class Algebra 1;/);
    edit('classes.csv', 'Algebra 1', 'Zoology 1');
    assert.match(names()[1] ?? '', /^class Zoology 1;/);
    edit('users.csv', 'org-1,student', 'org-1,teacher');
    assert.deepEqual(lines(tree.list({ kind: 'roles' })).sort(), ['guardian 1 >', 'teacher 2 >']);
  });
});
