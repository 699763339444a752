// What is typed is checked as it comes, from the changes that an editor sends.
import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkAgain } from '../../src/core/protocol';
import { startServerClient, type ServerClient } from '../support/server-client';

const sample = join(process.cwd(), 'examples', 'sample-district');

describe('typing in an open file', () => {
  let root = '';
  let users = '';
  let enrollments = '';
  let client: ServerClient;

  beforeEach(async () => {
    root = await realpath(await mkdtemp(join(tmpdir(), 'oneroster-typing-')));
    users = join(root, 'users.csv');
    enrollments = join(root, 'enrollments.csv');
    await cp(sample, root, { recursive: true });
    client = await startServerClient(root);
    await client.until(() => client.rosters().length === 1, 'the roster to be found');
  });

  afterEach(async () => {
    client.stop();
    await rm(root, { recursive: true, force: true });
  });

  const messages = (path: string) => client.diagnostics(path).map(({ message }) => JSON.stringify(message));
  const says = (path: string, text: string) => messages(path).some((message) => message.includes(text));
  const openAll = async (...paths: readonly string[]) => {
    for (const path of paths) await client.open(path, await readFile(path, 'utf8'));
    await client.connection.sendRequest(checkAgain);
  };
  /** An id that users.csv has and enrollments.csv names. */
  const enrolledId = async () => {
    const named = new Set((await readFile(enrollments, 'utf8')).split(/[\r\n,]+/));
    const ids = (await readFile(users, 'utf8')).split(/\r?\n/).map((line) => line.split(',')[0] ?? '');
    const id = ids.slice(1).find((each) => each !== '' && named.has(each));
    assert.ok(id !== undefined);
    return id;
  };

  it('marks the enrollments of a person whose id is changed, and takes that back with the undo', async () => {
    const id = await enrolledId();
    await openAll(users, enrollments);
    const before = client.diagnostics(enrollments);
    await client.type(users, `\n${id},`, `\n${id}X,`);
    await client.until(() => says(enrollments, `names \\"${id}\\", but`), 'the enrollments to be marked');
    await client.type(users, `\n${id}X,`, `\n${id},`);
    await client.until(() => !says(enrollments, `names \\"${id}\\", but`), 'the marks to go');
    assert.deepEqual(client.diagnostics(enrollments), before);
  });

  it('puts problems where they stand by lines and UTF-16 units, whatever was typed above and before them', async () => {
    await openAll(users);
    const place = () => client.diagnostics(users).find(({ code }) => code === 'invalid-value')?.range.start;
    const before = place();
    assert.ok(before !== undefined);
    const [header = ''] = (await readFile(users, 'utf8')).split(/\r?\n/);
    await client.type(users, `${header}\r\n`, `${header}\r\n\r\n`);
    await client.until(() => place()?.line === before.line + 1, 'the problem to move down');
    await client.type(users, ',techer,', ',techer😀é,');
    await client.until(() => says(users, 'techer😀é'), 'the problem to say what is typed');
    assert.deepEqual(place(), { line: before.line + 1, character: before.character });
    const end = client.diagnostics(users).find(({ code }) => code === 'invalid-value')?.range.end;
    assert.equal(end?.character, before.character + 'techer😀é'.length);
  });

  it('says after a hundred changes what a fresh check says', async () => {
    await openAll(users, enrollments);
    for (let count = 0; count < 50; count++) {
      await client.type(users, ',techer', `,techer${'x'.repeat(count % 3)}`);
      await client.type(enrollments, ',student,', count % 2 === 0 ? ',Student,' : ',"student",');
    }
    await client.connection.sendRequest(checkAgain);
    const found = [client.diagnostics(users), client.diagnostics(enrollments)];
    // The check before began from what the server knows; this one from what is typed, handed over as a whole.
    await client.replace(users, 'sourcedId', 'sourcedId');
    await client.replace(enrollments, 'sourcedId', 'sourcedId');
    await client.connection.sendRequest(checkAgain);
    assert.deepEqual([client.diagnostics(users), client.diagnostics(enrollments)], found);
  });

  it('knows a document by its own text, where the file on disk has a mark, other line ends or bytes that are no text', async () => {
    const text = await readFile(users, 'utf8');
    await writeFile(users, `\ufeff${text.replaceAll('\n', '\r\n')}`);
    await client.changedOnDisk(users, 'changed');
    await client.open(users, text);
    await client.connection.sendRequest(checkAgain);
    await client.type(users, ',techer,', ',teacher,');
    await client.until(() => !says(users, 'techer'), 'the problem to go');
    await client.type(users, ',teacher,', ',teecher,');
    await client.until(() => says(users, 'teecher'), 'another to come');
  });

  it('forgets what was typed in a document that is closed without saving', async () => {
    await openAll(users);
    await client.type(users, ',techer,', ',tailor,');
    await client.until(() => says(users, 'tailor'), 'the problem to be another');
    await client.close(users);
    await client.until(() => says(users, 'techer') && !says(users, 'tailor'), 'the disk to count again');
  });

  it('answers hovers from what is typed while everything is read again', async () => {
    const id = await enrolledId();
    await openAll(users);
    await client.type(users, `\n${id},`, `\n${id}-new,`);
    const again = client.connection.sendRequest(checkAgain);
    const line = (await readFile(users, 'utf8'))
      .split(/\r?\n/)
      .findIndex((each) => each.startsWith(`${id},`));
    assert.match(await client.hover(users, line, 1), /sourcedId/);
    await again;
    assert.ok(says(enrollments, `names \\"${id}\\", but`));
  });
});
