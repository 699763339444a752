// Suppressions and baselines in the editor: what they accept is not shown, and what matches nothing is shown in them.
import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoster, type Outcome, type PackageAnswer } from '../../src/core/protocol';
import { uriOf } from '../../src/server/uris';
import { oneroster } from '../cli/support/run-cli';
import { startServerClient, type ServerClient } from '../support/server-client';

const sample = join(process.cwd(), 'examples', 'sample-district');

const entry = (value: string) =>
  `{ "rule": "invalid-value", "file": "users.csv", "field": "role", "value": "${value}", "reason": "r" }`;
const suppressing = (...values: readonly string[]) =>
  `{\n  "suppress": [\n${values.map((value) => `    ${entry(value)}`).join(',\n')}\n  ]\n}\n`;

describe('suppressions and baselines in the editor', () => {
  let root = '';
  let district = '';
  let config = '';
  let baseline = '';
  let client: ServerClient;

  beforeEach(async () => {
    root = await realpath(await mkdtemp(join(tmpdir(), 'oneroster-settings-')));
    district = join(root, 'district');
    config = join(root, 'oneroster.config.json');
    baseline = join(root, 'oneroster.baseline.json');
    await cp(sample, district, { recursive: true });
    await rm(join(district, 'oneroster.config.json'), { force: true });
    client = await startServerClient(root);
    await client.until(() => client.rosters().length === 1, 'the roster to be found');
  });

  afterEach(async () => {
    client.stop();
    await rm(root, { recursive: true, force: true });
  });

  const has = (path: string, rule: string) => client.diagnostics(path).some(({ code }) => code === rule);
  const users = () => join(district, 'users.csv');

  async function change(path: string, text: string, kind: 'created' | 'changed' = 'changed'): Promise<void> {
    await writeFile(path, text);
    await client.changedOnDisk(path, kind);
  }

  it('shows nothing that is suppressed, and what matches nothing at its place', async () => {
    const before = client.rosters()[0]?.totals.byRule['invalid-value'] ?? 0;
    await change(config, suppressing('techer', 'nobody'), 'created');
    await client.until(() => !has(users(), 'invalid-value'), 'the problem to go');
    await client.until(() => client.diagnostics(config).length > 0, 'the other to be marked');
    const count = () => client.rosters()[0]?.totals.byRule['invalid-value'] ?? 0;
    await client.until(() => count() === before - 1, 'the total to follow');
    const [unused, ...others] = client.diagnostics(config);
    assert.equal(others.length, 0);
    assert.equal(unused?.code, 'suppressed-nothing');
    assert.deepEqual(unused.range, {
      start: { line: 3, character: 4 },
      end: { line: 3, character: 4 + entry('nobody').length },
    });
    for (const name of ['users', 'manifest', 'orgs']) {
      assert.equal(has(join(district, `${name}.csv`), 'suppressed-nothing'), false);
    }
    await change(config, suppressing('techer'));
    await client.until(() => client.diagnostics(config).length === 0, 'the mark to go');
  });

  it('follows the text of an open configuration', async () => {
    await writeFile(config, '{}');
    await client.open(config, suppressing('techer'));
    await client.until(() => !has(users(), 'invalid-value'), 'the problem to go');
    await client.replace(config, 'techer', 'nobody');
    await client.until(
      () => has(users(), 'invalid-value') && has(config, 'suppressed-nothing'),
      'the problem to come back',
    );
  });

  it('marks what none of several rosters has a use for, and only that', async () => {
    const second = join(root, 'second');
    await cp(district, second, { recursive: true });
    const text = await readFile(users(), 'utf8');
    await writeFile(join(second, 'users.csv'), text.replace('techer', 'taecher'));
    await client.changedOnDisk(second, 'created');
    await client.until(() => client.rosters().length === 2, 'the second roster');
    await change(config, suppressing('techer', 'taecher', 'nobody'), 'created');
    const marked = () => client.diagnostics(config).map(({ range }) => range.start.line);
    await client.until(() => marked().join() === '4', 'one mark');
    await rm(second, { recursive: true });
    await client.changedOnDisk(second, 'deleted');
    await client.until(() => marked().join() === '3,4', 'two marks');
  });

  it('shows nothing that the baseline knows, and packages it', async () => {
    await change(config, '{}', 'created');
    const written = await oneroster(['validate', 'district', '--write-baseline', baseline], { cwd: root });
    assert.equal(written.code, 0, written.stderr);
    await client.changedOnDisk(baseline, 'created');
    await client.until(() => client.rosters()[0]?.totals.error === 0, 'the problems to go');
    const output = join(root, 'out.zip');
    const params = { rosterUri: uriOf(district), force: false, output, token: 't' };
    const packaged = await client.connection.sendRequest<Outcome<PackageAnswer>>(packageRoster, params);
    assert.equal(packaged.ok, true);
    await change(users(), (await readFile(users(), 'utf8')).replace('techer', 'teacher'));
    await client.until(() => has(baseline, 'suppressed-nothing'), 'the mended problem to be told');
    await rm(baseline);
    await client.changedOnDisk(baseline, 'deleted');
    await client.until(() => (client.rosters()[0]?.totals.error ?? 0) > 0, 'the problems to come back');
    assert.deepEqual(client.diagnostics(baseline), []);
  });

  it('says in a broken baseline that it cannot be used, and checks without it', async () => {
    await change(config, '{}', 'created');
    await change(baseline, '{ "until": "soon" }', 'created');
    await client.until(() => has(baseline, 'configuration'), 'the mistake to be shown');
    assert.match(JSON.stringify(client.diagnostics(baseline)[0]?.message), /has to be a day/);
    assert.equal(has(users(), 'invalid-value'), true);
    await rm(baseline);
    await client.changedOnDisk(baseline, 'deleted');
    await client.until(() => client.diagnostics(baseline).length === 0, 'the mistake to go');
  });
});
