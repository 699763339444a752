// The outline of a table, and what of it can be folded, asked at the protocol in every version.
import assert from 'node:assert/strict';
import type { DocumentSymbol, FoldingRange } from 'vscode-languageserver/node';
import { versions } from '../../src/core/spec/specification';
import { openMarkedRoster, type MarkedRoster } from '../support/marked-roster';
import { smallRosters } from '../support/small-rosters';

const outlineOf = async (roster: MarkedRoster, file: string) => {
  const params = { textDocument: { uri: roster.uri(file) } };
  const found = await roster.client.connection.sendRequest<DocumentSymbol[] | null>(
    'textDocument/documentSymbol',
    params,
  );
  return found?.[0];
};
const foldsOf = (roster: MarkedRoster, file: string) =>
  roster.client.connection.sendRequest<FoldingRange[] | null>('textDocument/foldingRange', {
    textDocument: { uri: roster.uri(file) },
  });
const texts = (roster: MarkedRoster, file: string, symbols: readonly DocumentSymbol[]) => {
  const bytes = Buffer.from(roster.text(file));
  return symbols.map(({ selectionRange }) => {
    const [start, end] = roster
      .showIn(file, selectionRange)
      .slice(file.length + 1)
      .split('-')
      .map(Number);
    return bytes.subarray(start, end).toString();
  });
};

for (const version of versions) {
  describe(`the outline, in ${version}`, () => {
    let roster: MarkedRoster;

    before(async () => {
      roster = await openMarkedRoster(smallRosters[version], { version });
    });

    after(() => roster.stop());

    it('has the columns, then the records by the names of people', async () => {
      const root = await outlineOf(roster, 'users.csv');
      const header = roster.text('users.csv').split('\n')[0]?.split(',') ?? [];
      const columns = root?.children?.slice(0, header.length) ?? [];
      assert.equal(root?.name, '3 records');
      assert.deepEqual(
        columns.map(({ name }) => name),
        header,
      );
      assert.deepEqual(texts(roster, 'users.csv', columns), header);
      assert.equal(columns[0]?.detail, 'required');
      const records = root.children?.slice(header.length) ?? [];
      assert.deepEqual(
        records.map(({ name }) => name),
        ['Zoë 😀 Byron', 'Carl Gauss', 'Emmy Noether'],
      );
      assert.deepEqual(texts(roster, 'users.csv', records), ['u-1', 'u-2', 'u-3']);
      assert.equal(records[1]?.detail, version === '1.2' ? 'person, u-2' : 'guardian, u-2');
    });

    it('names an enrollment by whom and what it joins, and by its id where that is nobody', async () => {
      const root = await outlineOf(roster, 'enrollments.csv');
      assert.deepEqual(
        root?.children?.slice(-4).map(({ name }) => name),
        [
          'Zoë 😀 Byron · Algebra 1',
          'Zoë 😀 Byron · Algebra 1',
          'Zoë 😀 Byron · Algebra 2',
          'Algebra 2 · Grant High',
        ],
      );
    });

    it('lies in one entry whose first line is the header, so that an editor can keep that in view', async () => {
      const root = await outlineOf(roster, 'classes.csv');
      assert.deepEqual(root?.range.start, { line: 0, character: 0 });
      assert.equal(root.range.end.line, 3);
      assert.equal(root.selectionRange.start.line, 0);
    });
  });

  describe(`folding, in ${version}`, () => {
    const header = /=== enrollments\.csv\n(.*)\n/.exec(smallRosters[version])?.[1] ?? '';
    const row = (at: number, org: string) => `e-${String(at)},,,c-1,${org},u-1,student,,,`;
    const rows = (org: string, count: number) => Array.from({ length: count }, (_, at) => row(at, org));
    const only = smallRosters[version].replace(/=== enrollments[^]*/, '');

    it('takes the neighbours of one school together, five of them at least', async () => {
      const lines = [
        ...rows('org-1', 6),
        ...rows('org-2', 4),
        ...rows('org-1', 2),
        '',
        ...rows('"org-1"', 5),
        ...rows('', 9),
      ];
      const roster = await openMarkedRoster(`${only}=== enrollments.csv\n${header}\n${lines.join('\n')}\n`, {
        version,
      });
      try {
        assert.deepEqual(await foldsOf(roster, 'enrollments.csv'), [
          { startLine: 1, endLine: 6 },
          { startLine: 14, endLine: 18 },
        ]);
        assert.deepEqual(await foldsOf(roster, 'orgs.csv'), []);
      } finally {
        await roster.stop();
      }
    });

    it('groups a long table by school where it is in that order, and by thousands where it is not', async () => {
      const inOrder = [...rows('org-1', 700), ...rows('org-2', 500)];
      const mixed = Array.from({ length: 2500 }, (_, at) => row(at, at % 2 === 0 ? 'org-1' : 'org-2'));
      const text = (lines: readonly string[]) =>
        `${only}=== enrollments.csv\n${header}\n${lines.join('\n')}\n`;
      const names = async (lines: readonly string[]) => {
        const roster = await openMarkedRoster(text(lines), { version });
        try {
          const root = await outlineOf(roster, 'enrollments.csv');
          const columns = header.split(',').length;
          return root?.children
            ?.slice(columns)
            .map(({ name, detail, range }) => [name, detail, range.start.line, range.end.line]);
        } finally {
          await roster.stop();
        }
      };
      assert.deepEqual(await names(inOrder), [
        ['Lincoln High', '700 records', 1, 700],
        ['Grant High', '500 records', 701, 1200],
      ]);
      const label = 'Zoë 😀 Byron · Algebra 1';
      assert.deepEqual(await names(mixed), [
        ['Records 2–1,001', `${label} – ${label}`, 1, 1000],
        ['Records 1,002–2,001', `${label} – ${label}`, 1001, 2000],
        ['Records 2,002–2,501', `${label} – ${label}`, 2001, 2500],
      ]);
    });
  });
}

describe('a file that is no part of the specification', () => {
  it('has no outline and no folds of ours', async () => {
    const roster = await openMarkedRoster(`${smallRosters['1.1']}=== notes.csv\nid,text\n1,a\n`);
    try {
      assert.equal(await outlineOf(roster, 'notes.csv'), undefined);
      assert.deepEqual(await foldsOf(roster, 'notes.csv'), []);
    } finally {
      await roster.stop();
    }
  });
});
