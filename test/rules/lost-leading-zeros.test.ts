import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['lost-leading-zeros'];

describe('lost-leading-zeros', () => {
  const table = (ids: readonly string[]) => `=== users.csv\nsourcedId,identifier\n${ids.join(',\n')},\n`;
  const numbers = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => String(from + index));

  it('accepts ids of one length, of many lengths, and such as are no numbers', () => {
    check(table(numbers(604_863, 30)), { only, version: '1.1' });
    check(
      table(['1', '02', '345', '6789', '12345', '678901', '01234567', '89', '4711', '12', '123', '55555']),
      {
        only,
        version: '1.1',
      },
    );
    check(table([...numbers(604_863, 30).map((id) => `u-${id}`), '77']), { only, version: '1.1' });
  });

  it('accepts numbers that have grown longer', () => {
    check(table(numbers(99_998, 60)), { only, version: '1.1' });
  });

  it('marks an id that is shorter than nearly all others', () => {
    const { problems } = check(table([...numbers(604_863, 30), '[[10482|lost-leading-zeros]]']), {
      only,
      version: '1.1',
    });
    assert.equal(problems[0]?.severity, 'warning');
    assert.equal(problems[0].data['suggestion'], '010482');
  });

  it('needs fewer others where they begin with zeros', () => {
    check(table(['001201', '001202', '010482', '[[1203|lost-leading-zeros]]']), { only, version: '1.1' });
    check(table(['601201', '601202', '610482', '1203']), { only, version: '1.1' });
  });

  it('looks at the numbers that people and schools are known by, and at no texts', () => {
    const rows = numbers(0, 12).map(
      (n) => `o${n},${n === '3' ? '62271003456' : `0622710034${n.padStart(2, '0')}`},${n}`,
    );
    const marked = rows.join('\n').replace(',62271003456,', ',[[62271003456|lost-leading-zeros]],');
    check(`=== orgs.csv\nsourcedId,identifier,name\n${marked}\n`, { only, version: '1.1' });
  });

  it('is an error where a reference leads nowhere by it, at the side that has lost the zeros', () => {
    const { problems } = check(
      `
=== users.csv
sourcedId,identifier
[[123|lost-leading-zeros]],
00456,
789,
=== enrollments.csv
sourcedId,userSourcedId
e1,00123
e2,[[456|lost-leading-zeros]]
e3,456
e4,00123
e5,789
`,
      { only, version: '1.1' },
    );
    assert.deepEqual(
      problems.map(({ severity, count, data, related }) => [
        severity,
        count,
        data['suggestion'],
        related.map(({ file, line }) => [file, line]),
      ]),
      [
        ['error', 2, '00456', [['users.csv', 3]]],
        ['error', 1, '00123', [['enrollments.csv', 2]]],
      ],
    );
  });

  it('marks the item of a list', () => {
    check(
      `
=== orgs.csv
sourcedId
0112
0113
=== users.csv
sourcedId,orgSourcedIds
u1,"0113,[[112|lost-leading-zeros]]"
`,
      { only, version: '1.1' },
    );
  });

  it('speaks of such references alone, unless it is switched off', () => {
    const fixture = (rule: string) => `
=== orgs.csv
sourcedId
0112
=== courses.csv
sourcedId,orgSourcedId
c1,[[112|${rule}]]
c2,[[113|dangling-reference]]
`;
    const both = ['lost-leading-zeros', 'dangling-reference'];
    check(fixture('lost-leading-zeros'), { only: both, version: '1.1' });
    check(fixture('dangling-reference'), {
      only: both,
      version: '1.1',
      severities: { 'lost-leading-zeros': 'off' },
    });
  });

  it('does not guess between several ids', () => {
    check(
      `
=== orgs.csv
sourcedId
0112
00112
=== courses.csv
sourcedId,orgSourcedId
c1,112
`,
      { only, version: '1.1' },
    );
  });

  it('finds nothing in an empty table', () => {
    check(
      `
=== users.csv
sourcedId,identifier
=== enrollments.csv
sourcedId,userSourcedId
`,
      { only, version: '1.1' },
    );
  });
});
