import assert from 'node:assert/strict';
import { cp, mkdtemp, readdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reviewDelivery, type ReviewAnswer } from '../../src/core/delivery-protocol';
import { comparedEntries, type ComparedEntry, type Outcome } from '../../src/core/protocol';
import { uriOf } from '../../src/server/uris';
import { recordDelivery } from '../support/record-delivery';
import { startServerClient, type ServerClient } from '../support/server-client';

const targets = {
  practice: { url: 'sftp://north@sftp.example.org/in' },
  other: { url: 'sftp://south@sftp.example.net/in' },
};

describe('reviewing a delivery in the server', () => {
  let folder = '';
  let users = '';
  let client: ServerClient;

  beforeEach(async () => {
    const root = await realpath(await mkdtemp(join(tmpdir(), 'oneroster-review-')));
    folder = join(root, 'north');
    users = join(folder, 'users.csv');
    await cp('test/rosters/clean-1.1', folder, { recursive: true });
    await writeFile(join(folder, 'oneroster.config.json'), JSON.stringify({ targets }));
    client = await startServerClient(root);
    await client.until(() => client.rosters().length === 1, 'the roster to be found');
  });

  afterEach(async () => {
    client.stop();
    await rm(join(folder, '..'), { recursive: true, force: true });
  });

  const ask = (target: string) =>
    client.connection.sendRequest<Outcome<ReviewAnswer>>(reviewDelivery, {
      rosterUri: uriOf(folder),
      target,
    });

  async function review(target = 'practice'): Promise<ReviewAnswer> {
    const outcome = await ask(target);
    assert.ok(outcome.ok, JSON.stringify(outcome));
    return outcome.value;
  }

  it('judges what is typed and not saved, lists the records, and writes nothing', async () => {
    await recordDelivery(folder, '2026-11-24T23:30:00.000Z');
    assert.deepEqual((await review()).verdict.reasons, []);
    const [header = ''] = (await readFile(users, 'utf8')).split('\n');
    const before = await readdir(folder, { recursive: true });
    await client.open(users, await readFile(users, 'utf8'));
    const text = await readFile(users, 'utf8');
    await client.replace(users, text.slice(header.length + 1), '');
    const { id, verdict, last, summary } = await review();
    const count = text.trimEnd().split('\n').length - 1;
    assert.equal(verdict.reasons[0]?.code, 'emptied');
    assert.equal(verdict.counts.files.find(({ file }) => file === 'users.csv')?.removed, count);
    assert.equal(summary.totals.removed, count);
    assert.equal(last?.time, '2026-11-24T23:30:00.000Z');
    const page = { id, file: 'users.csv', kind: 'removed', from: 0, count: 2 };
    const listed = await client.connection.sendRequest<Outcome<readonly ComparedEntry[]>>(
      comparedEntries,
      page,
    );
    assert.ok(listed.ok);
    assert.equal(listed.value.length, 2);
    assert.deepEqual(await readdir(folder, { recursive: true }), before);
  });

  it('leads to a file by the name that it has, whatever it is called in the package', async () => {
    await recordDelivery(folder);
    await rename(users, join(folder, 'Users.CSV'));
    const { summary } = await review();
    const file = summary.files.find((each) => each.file === 'users.csv');
    assert.deepEqual(file?.paths, { before: 'users.csv', after: 'Users.CSV' });
    assert.equal(summary.isSame, true);
  });

  it('counts a first delivery as new, and knows targets by where they are', async () => {
    await recordDelivery(folder);
    const { verdict, last } = await review('other');
    assert.deepEqual(
      verdict.reasons.map(({ code }) => code),
      ['first-delivery'],
    );
    assert.equal(last, undefined);
    assert.ok(verdict.counts.files.every(({ before, created, after }) => before === 0 && created === after));
    assert.ok(verdict.counts.schools.length > 0);
  });

  it('says as data what cannot be done: a target that is gone, a package that is gone', async () => {
    const missing = await ask('elsewhere');
    assert.ok(!missing.ok);
    assert.equal(missing.code, 'configuration');
    const id = await recordDelivery(folder);
    await rm(join(folder, '.oneroster', 'deliveries', `${id}.zip`));
    const gone = await ask('practice');
    assert.ok(!gone.ok);
    assert.equal(gone.code, 'history-unreadable');
  });
});
