import assert from 'node:assert/strict';
import { cp, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  conversionText,
  convertRoster,
  dropConversion,
  makeRoster,
  writeConversion,
  type ConversionAnswer,
  type NewRosterAnswer,
  type Outcome,
} from '../../src/core/protocol';
import { uriOf } from '../../src/server/uris';
import { startServerClient, type ServerClient } from '../support/server-client';

describe('converting, at the protocol', () => {
  let root = '';
  let north = '';
  let client: ServerClient;

  beforeEach(async () => {
    root = await realpath(await mkdtemp(join(tmpdir(), 'oneroster-converting-')));
    north = join(root, 'north');
    await cp(join(process.cwd(), 'test/rosters/clean-1.1'), north, { recursive: true });
    client = await startServerClient(root);
    await client.until(() => client.rosters().length === 1, 'the roster to be found');
  });

  afterEach(async () => {
    client.stop();
    await rm(root, { recursive: true, force: true });
  });

  const ask = <T>(method: string, params: object) =>
    client.connection.sendRequest<Outcome<T>>(method, params);

  async function convert(to: string, force = false): Promise<ConversionAnswer> {
    const outcome = await ask<ConversionAnswer>(convertRoster, { rosterUri: uriOf(north), to, force });
    assert.ok(outcome.ok, JSON.stringify(outcome));
    return outcome.value;
  }

  async function text(id: string, file: string, side: string): Promise<string> {
    const outcome = await ask<string>(conversionText, { id, file, side });
    assert.ok(outcome.ok, JSON.stringify(outcome));
    return outcome.value;
  }

  it('tells what would become of each file, and writes nothing', async () => {
    const answer = await convert('1.2');
    const changes = Object.fromEntries(answer.files.map(({ name, change }) => [name, change]));
    assert.deepEqual(changes, {
      'manifest.csv': 'changed',
      'academicSessions.csv': 'same',
      'classes.csv': 'same',
      'courses.csv': 'same',
      'demographics.csv': 'same',
      'enrollments.csv': 'same',
      'orgs.csv': 'same',
      'roles.csv': 'made',
      'users.csv': 'changed',
    });
    assert.deepEqual(answer.totals, { lost: 0, changed: 0, added: 3, open: 0 });
    assert.equal(answer.problems.error, 0);
    assert.deepEqual(await readdir(root), ['north']);
  });

  it('gives the texts before and after', async () => {
    const { id, files } = await convert('1.0');
    assert.equal(await text(id, 'users.csv', 'before'), await readFile(join(north, 'users.csv'), 'utf8'));
    assert.match(
      await text(id, 'users.csv', 'after'),
      /^sourcedId,status,dateLastModified,orgSourcedIds,role,/,
    );
    assert.equal(files.find(({ name }) => name === 'manifest.csv')?.change, 'gone');
    assert.equal(await text(id, 'manifest.csv', 'after'), '');
  });

  it('writes what was shown, whatever has happened to the files since, and then forgets it', async () => {
    const { id } = await convert('1.2');
    const shown = await text(id, 'roles.csv', 'after');
    const users = await readFile(join(north, 'users.csv'), 'utf8');
    await writeFile(join(north, 'users.csv'), users.replace('teacher', 'aide'));
    const folder = join(root, 'new');
    const written = await ask<NewRosterAnswer>(writeConversion, { id, folder });
    assert.ok(written.ok);
    assert.equal(written.value.files.length, 9);
    assert.equal(await readFile(join(folder, 'roles.csv'), 'utf8'), shown);
    const again = await ask<NewRosterAnswer>(writeConversion, { id, folder: join(root, 'other') });
    assert.ok(!again.ok && again.message.includes('not kept any more'));
    await client.connection.sendRequest(dropConversion);
  });

  it('keeps the conversion where the folder is refused, so that another one can be named', async () => {
    const { id } = await convert('1.2');
    const refused = await ask<NewRosterAnswer>(writeConversion, { id, folder: north });
    assert.ok(!refused.ok && refused.code === 'file-unwritable');
    assert.ok((await ask<NewRosterAnswer>(writeConversion, { id, folder: join(root, 'new') })).ok);
  });

  it('shows the beginning of large files, and says so', async () => {
    const path = join(north, 'orgs.csv');
    const more = Array.from(
      { length: 1500 },
      (_, n) => `x${String(n)},,,School ${String(n)},school,,o-dist\n`,
    );
    await writeFile(path, (await readFile(path, 'utf8')) + more.join(''));
    const { id, files } = await convert('1.0', true);
    assert.equal(files.find(({ name }) => name === 'orgs.csv')?.shown, 1000);
    assert.equal((await text(id, 'orgs.csv', 'before')).split('\n').length, 1002);
    assert.equal((await text(id, 'orgs.csv', 'after')).split('\n').length, 1002);
  });

  it('refuses a roster with errors unless it is forced to, and one of that version', async () => {
    const path = join(north, 'users.csv');
    await writeFile(path, (await readFile(path, 'utf8')).replace(',teacher,', ',techer,'));
    const refused = await ask<ConversionAnswer>(convertRoster, {
      rosterUri: uriOf(north),
      to: '1.2',
      force: false,
    });
    assert.ok(!refused.ok && refused.code === 'problems-found');
    assert.match(await text((await convert('1.2', true)).id, 'roles.csv', 'after'), /,techer,/);
    const same = await ask<ConversionAnswer>(convertRoster, {
      rosterUri: uriOf(north),
      to: '1.1',
      force: true,
    });
    assert.ok(!same.ok && same.code === 'usage');
  });

  it('makes a new roster, which is found and has no problem', async () => {
    const folder = join(root, 'fresh');
    const made = await ask<NewRosterAnswer>(makeRoster, { folder, version: '1.1', profile: 'classlink' });
    assert.ok(made.ok);
    assert.deepEqual((await readdir(folder)).sort(), [...made.value.files].sort());
    await client.changedOnDisk(join(folder, 'users.csv'), 'created');
    const state = () => client.rosters().find(({ name }) => name === 'fresh');
    await client.until(() => state()?.profile === 'classlink', 'the new roster to be found');
    assert.deepEqual(state()?.totals, { error: 0, warning: 0, information: 0, byRule: {} });
    const again = await ask<NewRosterAnswer>(makeRoster, { folder, version: '1.1', profile: 'classlink' });
    assert.ok(!again.ok && again.code === 'file-unwritable');
  });
});
