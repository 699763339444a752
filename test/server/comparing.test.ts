import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  comparedEntries,
  comparedText,
  compareRosters,
  forgetComparison,
  type CompareAnswer,
  type ComparedEntriesParams,
  type ComparedEntry,
  type ComparedPlace,
  type Outcome,
} from '../../src/core/protocol';
import { uriOf } from '../../src/server/uris';
import { commitAll, makeRepository } from '../node/support/git-repository';
import { handmadeZip } from '../node/support/zip-bytes';
import { startServerClient, type ServerClient } from '../support/server-client';

const sample = join(process.cwd(), 'examples', 'sample-district');

describe('comparing rosters in the server', () => {
  let root = '';
  let district = '';
  let users = '';
  let client: ServerClient;

  beforeEach(async () => {
    root = await realpath(await mkdtemp(join(tmpdir(), 'oneroster-compare-')));
    district = join(root, 'district');
    users = join(district, 'users.csv');
    await cp(sample, district, { recursive: true });
    client = await startServerClient(root);
    await client.until(() => client.rosters().length === 1, 'the roster to be found');
  });

  afterEach(async () => {
    client.stop();
    await rm(root, { recursive: true, force: true });
  });

  const compare = (before: ComparedPlace, after: ComparedPlace) =>
    client.connection.sendRequest<Outcome<CompareAnswer>>(compareRosters, { before, after });
  const entries = (params: ComparedEntriesParams) =>
    client.connection.sendRequest<Outcome<readonly ComparedEntry[]>>(comparedEntries, params);

  it('compares with a revision, what is typed and not saved included, and lists a page of the changes', async () => {
    await makeRepository(root);
    await commitAll(root, 'first');
    const text = await readFile(users, 'utf8');
    await writeFile(users, text.replace(/,student,/g, ',guardian,'));
    await client.changedOnDisk(users, 'changed');
    await client.open(users, await readFile(users, 'utf8'));
    await client.replace(users, ',techer,', ',teacher,');
    const place = { uri: uriOf(district) };
    const answer = await compare({ ...place, revision: 'HEAD' }, place);
    assert.ok(answer.ok);
    const { id, summary } = answer.value;
    const students = text.split(',student,').length - 1;
    assert.deepEqual(summary.totals, { added: 0, removed: 0, changed: students + 1, renamed: 0 });
    const page = await entries({ id, file: 'users.csv', kind: 'changed', from: 5, count: 10 });
    assert.ok(page.ok);
    assert.equal(page.value.length, 10);
    const all = await entries({ id, file: 'users.csv', kind: 'changed', from: 0, count: 10_000 });
    assert.ok(all.ok);
    assert.deepEqual(all.value.slice(5, 15), page.value);
    const typed = all.value.find(({ fields }) => fields.some(({ before }) => before === 'techer'));
    assert.deepEqual(typed?.fields, [{ field: 'role', before: 'techer', after: 'teacher' }]);
    const then = await client.connection.sendRequest<Outcome<string>>(comparedText, {
      id,
      side: 'before',
      file: 'users.csv',
    });
    assert.deepEqual(then, { ok: true, value: text });
  });

  it('keeps what was compared as it was, whatever is typed later', async () => {
    await client.open(users, await readFile(users, 'utf8'));
    await client.replace(users, ',techer,', ',teacher,');
    const copy = join(root, 'copy.zip');
    const names = ['users.csv', 'orgs.csv'];
    const files = await Promise.all(
      names.map(async (name) => ({ name, data: await readFile(join(sample, name), 'utf8') })),
    );
    await writeFile(copy, handmadeZip(files));
    const answer = await compare({ uri: uriOf(copy) }, { uri: uriOf(district) });
    assert.ok(answer.ok);
    const { id, summary } = answer.value;
    assert.deepEqual(
      summary.files.filter(({ presence }) => presence === 'both').map(({ file, changed }) => [file, changed]),
      [
        ['orgs.csv', 0],
        ['users.csv', 1],
      ],
    );
    await client.replace(users, '\r\n', '\r\nnew,,\r\n');
    const page = await entries({ id, file: 'users.csv', kind: 'changed', from: 0, count: 10 });
    assert.ok(page.ok);
    assert.equal(page.value[0]?.fields[0]?.after, 'teacher');
  });

  it('says as data what cannot be done: no roster, no revision, a comparison that is gone', async () => {
    const place = { uri: uriOf(district) };
    const missing = await compare({ uri: uriOf(join(root, 'nothing')) }, place);
    assert.ok(!missing.ok);
    assert.equal(missing.code, 'not-a-roster');
    const revision = await compare({ ...place, revision: 'v1' }, place);
    assert.ok(!revision.ok);
    assert.equal(revision.code, 'git-failed');
    const answer = await compare(place, place);
    assert.ok(answer.ok);
    assert.equal(answer.value.summary.isSame, true);
    await client.connection.sendRequest(forgetComparison, { id: answer.value.id });
    const gone = await entries({ id: answer.value.id, file: 'users.csv', kind: 'added', from: 0, count: 1 });
    assert.ok(!gone.ok);
    assert.equal(gone.code, 'comparison-gone');
  });
});
