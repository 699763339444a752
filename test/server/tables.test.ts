// What the editor asks about a table as a whole, and the edits of one.
import assert from 'node:assert/strict';
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CancellationTokenSource, SemanticTokensRangeRequest } from 'vscode-languageserver/node';
import { checkAgain, type Outcome } from '../../src/core/protocol';
import {
  alignment,
  columnFields,
  fieldPlace,
  findRecords,
  insertColumn,
  moveColumn,
  rosterChecked,
  sortRecords,
  tableColumns,
  tableWindow,
  type RosterCheckedParams,
  type TableEdit,
  type TableRequest,
} from '../../src/core/table-protocol';
import { uriOf } from '../../src/server/uris';
import { startServerClient, type ServerClient } from '../support/server-client';

const header = 'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId';
const text = `${header}\r\no2,,,"South, ""S""",school,,o1\r\no1,,,Dîstrict,district,,\r\no3,,,North,scool,,o1\r\n`;

describe('tables', () => {
  let root = '';
  let orgs = '';
  let client: ServerClient;

  const start = async (content: string) => {
    await writeFile(orgs, content);
    client = await startServerClient(root);
    await client.until(() => client.rosters().length === 1, 'the roster to be found');
  };
  const ask = <P extends { readonly uri: string }, T>(
    { method }: TableRequest<P, T>,
    params: Omit<P, 'uri'>,
    path = orgs,
  ): Promise<T | null> => client.connection.sendRequest(method, { ...params, uri: uriOf(path) });
  const asked = async <P extends { readonly uri: string }, T>(
    request: TableRequest<P, T>,
    params: Omit<P, 'uri'>,
  ): Promise<T> => {
    const answer = await ask(request, params);
    assert.ok(answer !== null);
    return answer;
  };
  const place = { line: 1, character: 0 };
  const view = { filter: '', onlyProblems: false, first: 0, count: 10 };

  beforeEach(async () => {
    root = await realpath(await mkdtemp(join(tmpdir(), 'oneroster-tables-')));
    orgs = join(root, 'orgs.csv');
  });

  afterEach(async () => {
    client.stop();
    await rm(root, { recursive: true, force: true });
  });

  it('answers null about what is no table of a roster', async () => {
    await start(text);
    assert.equal(await ask(tableColumns, { place }, join(root, 'other.csv')), null);
    assert.equal(await ask(sortRecords, { place, column: 0, order: 'ascending' }, join(root, 'x.csv')), null);
  });

  it('tells the columns, and which one the cursor is in', async () => {
    await start(text.replace(',identifier', ''));
    const { columns, missing, current } = await asked(tableColumns, { place: { line: 1, character: 8 } });
    assert.deepEqual(
      columns.map(({ name }) => name),
      header.replace(',identifier', '').split(','),
    );
    assert.deepEqual(
      missing.map(({ name, at }) => [name, at]),
      [['identifier', 5]],
    );
    assert.equal(columns[current]?.name, 'name');
  });

  it('tells where the contents of columns lie, and no more of them than are wanted', async () => {
    await start(text);
    const places = [
      { line: 0, character: 0 },
      { line: 2, character: 9 },
    ];
    const { names, total, ranges } = await asked(columnFields, { places, most: 3 });
    assert.deepEqual(names, ['sourcedId', 'name']);
    assert.equal(total, 6);
    assert.deepEqual(ranges, [1, 0, 1, 2, 1, 6, 1, 18, 2, 0, 2, 2]);
  });

  it('finds records and says where they are', async () => {
    await start(text);
    const { records } = await asked(findRecords, { query: 'district', most: 5 });
    assert.deepEqual(
      records.map(({ record, id }) => [record, id]),
      [[3, 'o1']],
    );
    const range = await asked(fieldPlace, { record: 2, column: 3 });
    assert.deepEqual(range, { start: { line: 2, character: 5 }, end: { line: 2, character: 13 } });
    assert.deepEqual((await asked(fieldPlace, { record: 2 }))?.end, { line: 2, character: 24 });
    assert.equal(await ask(fieldPlace, { record: 99 }), null);
  });

  it('shows what is typed with its problems, as soon as it is checked', async () => {
    await start(text);
    let checks = 0;
    client.connection.onNotification(rosterChecked, ({ rosterUri }: RosterCheckedParams) => {
      if (rosterUri === uriOf(root)) checks++;
    });
    await client.open(orgs, text);
    const problemsOf = async () => {
      const { rows } = await asked(tableWindow, view);
      return rows.flatMap(({ record, problems }) =>
        problems.map(({ column, rule }) => [record, column, rule]),
      );
    };
    assert.ok((await problemsOf()).some(([record, column]) => record === 4 && column === 4));
    await client.connection.sendRequest(checkAgain);
    const before = checks;
    await client.type(orgs, 'scool', 'school');
    await client.connection.sendRequest(checkAgain);
    assert.ok(before > 0 && checks > before);
    assert.ok(!(await problemsOf()).some(([, , rule]) => rule === 'invalid-value'));
    await client.type(orgs, 'North', 'Northern');
    const { rows } = await asked(tableWindow, { ...view, filter: 'northern' });
    assert.equal(rows[0]?.cells[3], 'Northern');
    // What is typed is checked a little later: the server must not end before.
    await client.connection.sendRequest(checkAgain);
  });

  it('aligns the lines that are asked for', async () => {
    await start(text);
    const { padding } = await asked(alignment, { firstLine: 2, lastLine: 2 });
    const [line, character, cells] = padding;
    assert.deepEqual([line, character, cells], [2, 2, 'sourcedId'.length - 'o1'.length]);
    assert.ok(padding.every((value, index) => index % 3 !== 0 || value === 2));
  });

  it('colours the lines in view by what their fields hold, and offers no more', async () => {
    await start(text);
    const range = { start: { line: 2, character: 0 }, end: { line: 3, character: 0 } };
    const textDocument = { uri: uriOf(orgs) };
    const { data } = await client.connection
      .sendRequest(SemanticTokensRangeRequest.type, {
        textDocument,
        range,
      })
      .then((tokens) => tokens ?? { data: [] });
    const lines = data.filter((_, index) => index % 5 === 0).reduce((line, delta) => line + delta, 0);
    assert.equal(lines, 3);
    assert.deepEqual(data.slice(0, 5), [2, 0, 2, 0, 0]);
    await assert.rejects(
      client.connection.sendRequest('textDocument/semanticTokens/full', { textDocument }),
      /Unhandled method/,
    );
  });

  describe('edits', () => {
    /** The text after an edit, as an editor makes it, with a mark where the cursor is to be. */
    const made = ({ edits, place: cursor }: TableEdit, before: string) => {
      const offsetIn = (whole: string, at: typeof cursor) => {
        const lines = whole.split(/(?<=\n)/);
        return lines.slice(0, at.line).join('').length + at.character;
      };
      let after = before;
      for (const { range, text: pieces } of [...edits].reverse()) {
        after =
          after.slice(0, offsetIn(before, range.start)) +
          pieces.join('') +
          after.slice(offsetIn(before, range.end));
      }
      const at = offsetIn(after, cursor);
      return `${after.slice(0, at)}^${after.slice(at)}`;
    };
    const edit = async <P extends { readonly uri: string }>(
      request: TableRequest<P, Outcome<TableEdit>>,
      params: Omit<P, 'uri'>,
    ) => {
      const answer = await asked(request, params);
      assert.ok(answer.ok);
      return answer.value;
    };

    it('sort the records, and the cursor stays with its own', async () => {
      await start(text);
      await client.open(orgs, text);
      const answer = await edit(sortRecords, {
        place: { line: 2, character: 3 },
        column: 0,
        order: 'ascending',
      });
      assert.equal(
        made(answer, text),
        `${header}\r\n^o1,,,Dîstrict,district,,\r\no2,,,"South, ""S""",school,,o1\r\no3,,,North,scool,,o1\r\n`,
      );
    });

    it('are made of what was typed last', async () => {
      await start(text);
      await client.open(orgs, text);
      await client.type(orgs, 'o3,', 'o0,');
      const answer = await edit(sortRecords, {
        place: { line: 0, character: 0 },
        column: 0,
        order: 'ascending',
      });
      assert.match(made(answer, text.replace('o3,', 'o0,')), /\r\no0,,,North.*\r\no1.*\r\no2/);
    });

    it('insert a column before another', async () => {
      await start(text);
      const answer = await edit(insertColumn, {
        place: { line: 1, character: 8 },
        name: 'metadata.x',
        at: 4,
      });
      assert.equal(
        made(answer, text),
        text
          .replace('name,', 'name,metadata.x,')
          .replace('"South, ""S""",', '"South, ""S""",^,')
          .replace('Dîstrict,', 'Dîstrict,,')
          .replace('North,', 'North,,'),
      );
    });

    it('move a column', async () => {
      await start(text);
      const answer = await edit(moveColumn, { place: { line: 3, character: 0 }, from: 3, to: 0 });
      assert.equal(
        made(answer, text),
        'name,sourcedId,status,dateLastModified,type,identifier,parentSourcedId\r\n' +
          '"South, ""S""",o2,,,school,,o1\r\nDîstrict,o1,,,district,,\r\n^North,o3,,,scool,,o1\r\n',
      );
    });

    it('of many records are one, in pieces', async () => {
      const records = Array.from(
        { length: 3000 },
        (_, index) => `o${String(index)},,,Név ${String(index)},school,,\r\n`,
      );
      const long = `${header}\r\n${records.join('')}`;
      await start(long);
      const answer = await edit(moveColumn, { place, from: 0, to: 6 });
      assert.equal(answer.edits.length, 1);
      assert.ok(answer.edits.every(({ text: pieces }) => pieces.length > 2));
      assert.match(made(answer, long), /parentSourcedId,sourcedId\r\n,,Név 0,school,,,\^?o0\r\n/);
    });

    it('of many records let others have their turn, and stop when they are cancelled', async () => {
      const records = Array.from(
        { length: 300_000 },
        (_, index) => `o${String((index * 7919) % 300_000)},,,Név ${String(index)},school,,\r\n`,
      );
      await start(`${header}\r\n${records.join('')}`);
      const requests: readonly [TableRequest<never, Outcome<TableEdit>>, object][] = [
        [sortRecords, { place, column: 0, order: 'ascending' }],
        [insertColumn, { place, name: 'metadata.x', at: 4 }],
        [moveColumn, { place, from: 0, to: 6 }],
      ];
      for (const [{ method }, params] of requests) {
        const source = new CancellationTokenSource();
        const working = client.connection.sendRequest<Outcome<TableEdit>>(
          method,
          { ...params, uri: uriOf(orgs) },
          source.token,
        );
        // The first ones may be answered before the work begins; done at once, it would be over by the last.
        for (let answers = 0; answers < 4; answers++) {
          assert.match(await client.hover(orgs, 1, 1), /sourcedId/);
        }
        source.cancel();
        const outcome = await working;
        assert.ok(!outcome.ok, `${method} was done before it could be cancelled`);
        assert.equal(outcome.code, 'cancelled');
      }
      assert.equal((await edit(moveColumn, { place, from: 0, to: 1 })).edits.length > 1, true);
    });

    it('that would do harm are refused, with what to do', async () => {
      await start(`${text}o4,,\r\n`);
      const answer = await asked(moveColumn, { place, from: 0, to: 1 });
      assert.ok(!answer.ok);
      assert.equal(answer.code, 'problems-found');
      assert.match(answer.message, /Record 5 of orgs\.csv/);
      assert.notEqual(answer.remedy, '');
    });
  });
});
