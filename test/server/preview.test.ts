import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  closePreview,
  exportPreview,
  findInPreview,
  placeInPreview,
  previewImport,
  rosterReport,
  type Outcome,
  type PageRequests,
} from '../../src/core/protocol';
import { uriOf } from '../../src/server/uris';
import { recordDelivery } from '../support/record-delivery';
import { startServerClient, type ServerClient } from '../support/server-client';

describe('the preview of the language server', () => {
  let root = '';
  let folder = '';
  let users = '';
  let client: ServerClient;

  beforeEach(async () => {
    root = await realpath(await mkdtemp(join(tmpdir(), 'oneroster-preview-')));
    folder = join(root, 'north');
    users = join(folder, 'users.csv');
    await cp('test/rosters/clean-1.1', folder, { recursive: true });
    await configure({ schools: { 'o-elm': 'Elm' }, defaultLocation: 'Office' });
    client = await startServerClient(root);
    await client.until(() => client.rosters().length === 1, 'the roster to be found');
  });

  afterEach(async () => {
    client.stop();
    await rm(root, { recursive: true, force: true });
  });

  const configure = (mapping: object) =>
    writeFile(join(folder, 'oneroster.config.json'), JSON.stringify({ profile: 'incident-iq', mapping }));

  async function ask<M extends keyof PageRequests>(
    method: M,
    params: Omit<PageRequests[M]['params'], 'rosterUri'>,
  ): Promise<PageRequests[M]['answer']> {
    const outcome = await client.connection.sendRequest<Outcome<PageRequests[M]['answer']>>(method, {
      rosterUri: uriOf(folder),
      ...params,
    });
    assert.ok(outcome.ok, JSON.stringify(outcome));
    return outcome.value;
  }

  it('says where people land, by what is open and by the mapping of the moment', async () => {
    const first = await ask(previewImport, { most: 10 });
    assert.deepEqual(
      first.locations.map(({ name, people }) => [name, people]),
      [
        ['Elm', 3],
        ['Office', 0],
      ],
    );
    await client.open(users, await readFile(users, 'utf8'));
    await client.replace(users, 'o-elm,student', 'o-nowhere,student');
    const second = await ask(previewImport, { most: 10 });
    const fallen = second.findings.find(({ kind }) => kind === 'default-location');
    assert.deepEqual(
      fallen?.people.map(({ sourcedId, name, reason }) => [sourcedId, name, reason]),
      [['u-stud1', 'June Okafor', 'unknown-school']],
    );
    await configure({});
    assert.equal((await ask(previewImport, { most: 10 })).isMapped, false);
  });

  it('compares with the last delivery', async () => {
    assert.equal((await ask(previewImport, { most: 10 })).against, undefined);
    const id = await recordDelivery(folder);
    await writeFile(users, (await readFile(users, 'utf8')).replace('u-teach1', 'u-teach2'));
    const compared = await ask(previewImport, { most: 10 });
    assert.equal(compared.against?.id, id);
    const of = (kind: string) => compared.findings.find((each) => each.kind === kind)?.people;
    assert.deepEqual(
      of('new')?.map(({ sourcedId }) => sourcedId),
      ['u-teach2'],
    );
    assert.deepEqual(
      of('gone')?.map(({ sourcedId }) => sourcedId),
      ['u-teach1'],
    );
  });

  it('finds people in the preview that was made, and reads anew where none was', async () => {
    const before = await ask(findInPreview, { text: 'okaf', most: 1 });
    assert.equal(before.total, 2);
    assert.equal(before.people.length, 1);
    await ask(previewImport, { most: 10 });
    const found = await ask(findInPreview, { text: 'rivera', most: 10 });
    assert.deepEqual(
      found.people.map(({ sourcedId, location }) => [sourcedId, location]),
      [['u-teach1', 'Elm']],
    );
    await ask(closePreview, {});
    assert.equal((await ask(findInPreview, { text: 'u-stud1', most: 10 })).total, 1);
  });

  it('leads to the line of a record, behind fields with line breaks in them too', async () => {
    const text = await readFile(users, 'utf8');
    await writeFile(users, text.replace('Marta', '"Mar\nta"'));
    await ask(previewImport, { most: 10 });
    const place = await ask(placeInPreview, { table: 'users', record: 3 });
    assert.deepEqual(place, { uri: uriOf(users), line: 3 });
    const missing = await client.connection.sendRequest<Outcome<unknown>>(placeInPreview, {
      rosterUri: uriOf(folder),
      table: 'users',
      record: 99,
    });
    assert.ok(!missing.ok && missing.message.includes('not there any more'));
  });

  it('writes everybody into a CSV file, with names only where they are wanted', async () => {
    const path = join(root, 'out.csv');
    await ask(exportPreview, { path, names: false });
    const text = await readFile(path, 'utf8');
    assert.equal(text.split('\r\n').length, 5);
    assert.doesNotMatch(text, /Okafor/);
    await ask(exportPreview, { path, names: true });
    assert.match(await readFile(path, 'utf8'), /June Okafor/);
  });

  it('makes the report of the roster as it is open, without names', async () => {
    await client.open(users, await readFile(users, 'utf8'));
    await client.replace(users, 'o-elm,parent', 'o-elm,relative');
    const page = await ask(rosterReport, {});
    assert.match(page, /Roster report: north/);
    assert.match(page, />relative</);
    assert.doesNotMatch(page, />parent<|Okafor/);
  });

  it('answers with what is wrong where there is nobody', async () => {
    await rm(users);
    const outcome = await client.connection.sendRequest<Outcome<unknown>>(previewImport, {
      rosterUri: uriOf(folder),
      most: 10,
    });
    assert.ok(!outcome.ok && outcome.code === 'not-a-roster');
  });
});
