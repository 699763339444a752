import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkAgain, packageRoster, type Outcome, type PackageAnswer } from '../../src/core/protocol';
import { uriOf } from '../../src/server/uris';
import { startServerClient, type ServerClient } from '../support/server-client';

const sample = join(process.cwd(), 'examples', 'sample-district');

describe('language server', () => {
  let root = '';
  let district = '';
  let users = '';
  let client: ServerClient;

  beforeEach(async () => {
    root = await realpath(await mkdtemp(join(tmpdir(), 'oneroster-server-')));
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

  const has = (path: string, rule: string) => client.diagnostics(path).some(({ code }) => code === rule);

  it('publishes the problems of files that nobody has opened', () => {
    assert.equal(has(users, 'invalid-value'), true);
    assert.equal(has(join(district, 'enrollments.csv'), 'dangling-reference'), true);
    const [state] = client.rosters();
    assert.equal(state?.version, '1.1');
    assert.equal(state.profile, 'standard');
    assert.ok(state.totals.error >= 10);
  });

  it('follows typing: a mended field loses its problem, without touching the disk', async () => {
    await client.open(users, await readFile(users, 'utf8'));
    const wrong = client.diagnostics(users).find(({ code }) => code === 'invalid-value');
    assert.ok(wrong);
    await client.replace(users, ',techer,', ',teacher,');
    await client.until(() => !has(users, 'invalid-value'), 'the problem to go');
    await client.replace(users, ',teacher,', ',teech,');
    await client.until(() => has(users, 'invalid-value'), 'the problem to come back');
    await client.close(users);
    await client.until(
      () => client.diagnostics(users).some(({ message }) => JSON.stringify(message).includes('techer')),
      'the disk to count again',
    );
  });

  it('follows what happens outside: changed, deleted, created, renamed', async () => {
    const classes = join(district, 'classes.csv');
    const text = await readFile(users, 'utf8');
    await writeFile(users, text.replace(',techer,', ',teacher,'));
    await client.changedOnDisk(users, 'changed');
    await client.until(() => !has(users, 'invalid-value'), 'the problem to go');
    await rename(classes, join(root, 'classes.txt'));
    await client.changedOnDisk(classes, 'deleted');
    await client.until(
      () =>
        has(join(district, 'manifest.csv'), 'manifest-file-mismatch') ||
        has(join(district, 'manifest.csv'), 'missing-file'),
      'the missing file to be noticed',
    );
    await rename(join(root, 'classes.txt'), classes);
    await client.changedOnDisk(classes, 'created');
    await client.until(
      () =>
        !has(join(district, 'manifest.csv'), 'manifest-file-mismatch') &&
        !has(join(district, 'manifest.csv'), 'missing-file'),
      'the file to be back',
    );
    await rename(district, join(root, 'moved'));
    await client.changedOnDisk(district, 'deleted');
    await client.changedOnDisk(join(root, 'moved'), 'created');
    await client.until(() => client.rosters()[0]?.name === 'moved', 'the folder to be followed');
    assert.deepEqual(client.diagnostics(users), []);
  });

  it("leaves other people's CSV files alone", async () => {
    const other = join(root, 'shop');
    await mkdir(other);
    await writeFile(join(other, 'users.csv'), 'id,name,email\n1,Ada,ada@shop.example\n');
    await client.changedOnDisk(join(other, 'users.csv'), 'created');
    await client.open(join(other, 'users.csv'), 'id,name,email\n1,Ada,ada@shop.example\n');
    await client.connection.sendRequest(checkAgain);
    assert.equal(client.rosters().length, 1);
    assert.deepEqual(client.diagnostics(join(other, 'users.csv')), []);
    assert.equal(await client.hover(join(other, 'users.csv'), 0, 1), '');
  });

  it('explains headers, values and who is behind a reference', async () => {
    await client.open(users, await readFile(users, 'utf8'));
    assert.match(await client.hover(users, 0, 1), /\*\*sourcedId\*\* · id · required/);
    const enrollments = join(district, 'enrollments.csv');
    const text = await readFile(enrollments, 'utf8');
    await client.open(enrollments, text);
    const [header = '', first = ''] = text.split('\r\n');
    const column = header.split(',').indexOf('userSourcedId');
    const character = first.split(',').slice(0, column).join(',').length + 2;
    const hover = await client.hover(enrollments, 1, character);
    assert.match(hover, /\*\*\p{L}+ .*\*\* · (student|teacher)/u);
    assert.match(hover, /\[users\.csv, record \d+\]\(file:.*users\.csv#L\d+\)/);
  });

  it('shows a mistake in the configuration and keeps the last good one', async () => {
    const config = join(district, 'oneroster.config.json');
    await writeFile(config, '{ "rules": { "invalid-value": "off" } }');
    await client.changedOnDisk(config, 'created');
    await client.until(() => !has(users, 'invalid-value'), 'the rule to be off');
    await writeFile(config, '{ "rules": { "invalid-value": "off" }, "profile": }');
    await client.changedOnDisk(config, 'changed');
    await client.until(() => client.diagnostics(config).length > 0, 'the mistake to be shown');
    assert.equal(client.diagnostics(config)[0]?.range.start.line, 0);
    assert.equal(has(users, 'invalid-value'), false);
    await rm(config);
    await client.changedOnDisk(config, 'deleted');
    await client.until(
      () => has(users, 'invalid-value') && client.diagnostics(config).length === 0,
      'the usual rules',
    );
  });

  it('refuses to package errors unless told to', async () => {
    const output = join(root, 'out.zip');
    const params = { rosterUri: uriOf(district), force: false, output, token: 't' };
    const refused = await client.connection.sendRequest<Outcome<PackageAnswer>>(packageRoster, params);
    assert.equal(refused.ok, false);
    assert.equal(refused.code, 'problems-found');
    const forced = await client.connection.sendRequest<Outcome<PackageAnswer>>(packageRoster, {
      ...params,
      force: true,
    });
    assert.equal(forced.ok, true);
    assert.equal(forced.value.path, output);
    assert.equal((await readFile(output)).length, forced.value.bytes);
  });
});
