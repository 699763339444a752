// What is offered is right at once, whatever was typed a moment ago, here or in another file.
import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkAgain } from '../../src/core/protocol';
import { complete } from '../support/completion-client';
import { startServerClient, type ServerClient } from '../support/server-client';

describe('completion while somebody types', () => {
  let folder = '';
  let client: ServerClient;

  beforeEach(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'oneroster-typing-')));
    await cp(join(process.cwd(), 'test', 'rosters', 'clean-1.1'), folder, { recursive: true });
    client = await startServerClient(folder);
    await client.until(() => client.rosters().length === 1, 'the roster to be found');
  });

  afterEach(async () => {
    // What was typed is still to be checked, and told.
    await client.connection.sendRequest(checkAgain);
    client.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('knows a name that was just typed in another file, and forgets the one before', async () => {
    const [users, enrollments] = [join(folder, 'users.csv'), join(folder, 'enrollments.csv')];
    const text = await readFile(enrollments, 'utf8');
    await client.open(users, await readFile(users, 'utf8'));
    await client.open(enrollments, text);
    const offered = async (typed: string) => {
      const written = text.replace('u-stud1', typed);
      await client.type(enrollments, 'u-stud1', typed);
      const { items } = await complete(client, enrollments, {
        text: written,
        offset: written.indexOf(`,${typed},`) + typed.length + 1,
      });
      await client.type(enrollments, `,${typed},`, ',u-stud1,');
      return items.map(({ label }) => label);
    };
    assert.deepEqual(await offered('June'), ['u-stud1']);
    await client.type(users, 'June', 'Zelda');
    assert.deepEqual(await offered('Zel'), ['u-stud1']);
    assert.deepEqual(await offered('June'), []);
  });

  it('knows a file that was just made', async () => {
    const results = join(folder, 'results.csv');
    await writeFile(results, '');
    await client.changedOnDisk(results, 'created');
    await client.open(results, '');
    await client.replace(results, '', 'sourcedId,status,');
    const list = await complete(client, results, { text: 'sourcedId,status,', offset: 17 }, ',');
    assert.equal(list.items[0]?.label, 'dateLastModified');
    await client.type(results, 'status,', 'status,dateLastModified,line');
    const text = 'sourcedId,status,dateLastModified,line';
    const next = await complete(client, results, { text, offset: text.length });
    assert.equal(next.items[0]?.label, 'lineItemSourcedId');
  });
});
