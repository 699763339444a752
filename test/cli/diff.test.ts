import assert from 'node:assert/strict';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { commitAll, git, makeRepository } from '../node/support/git-repository';
import { inTemporaryFolder, writeFiles } from '../node/support/temporary-folder';
import { handmadeZip } from '../node/support/zip-bytes';
import { oneroster } from './support/run-cli';

const header = 'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\n';
const north = 'n,,,North High,school,1,\n';

describe('oneroster diff', () => {
  it('tells of two folders what was added, removed and changed', async () => {
    await inTemporaryFolder(async (cwd) => {
      await writeFiles(join(cwd, 'a'), {
        'orgs.csv': `${header}${north}s,,,South High,school,2,\n`,
        'courses.csv': 'sourcedId,title\n',
      });
      await writeFiles(join(cwd, 'b'), {
        'orgs.csv': `${header}w,,,West High,school,3,\nn,,,North,school,1,\n`,
        'courses.csv': 'sourcedId,title\n',
      });
      const run = await oneroster(['diff', 'a', 'b'], { cwd });
      assert.deepEqual([run.code, run.stderr], [0, '']);
      assert.equal(
        run.stdout,
        [
          'before: a, OneRoster 1.1, bulk',
          'after:  b, OneRoster 1.1, bulk',
          '',
          'orgs.csv: 1 added, 1 removed, 1 changed',
          '  - s  South High, school (line 3 before)',
          '  + w  West High, school (line 2)',
          '  ~ n  North, school (line 3)',
          '      name: "North High" → "North"',
          '',
          'Unchanged: courses.csv',
          '',
        ].join('\n'),
      );
      const hidden = await oneroster(['diff', 'a', 'b', '--hide-values', '--exit-code'], { cwd });
      assert.equal(hidden.code, 1);
      assert.match(hidden.stdout, / {2}~ \(line 3\)\n {6}name\n/);
      assert.doesNotMatch(hidden.stdout, /North|West/);
    });
  });

  it('says so where they hold the same, a zip and a folder too', async () => {
    await inTemporaryFolder(async (cwd) => {
      await writeFiles(join(cwd, 'a'), { 'orgs.csv': header + north });
      await writeFiles(cwd, {
        'a.zip': handmadeZip([{ name: 'orgs.csv', data: (header + north).replace(/\n/g, '\r\n') }]),
      });
      const run = await oneroster(['diff', 'a.zip', 'a', '--exit-code'], { cwd });
      assert.deepEqual([run.code, run.stdout.split('\n')[3]], [0, 'The rosters hold the same.']);
    });
  });

  it('compares with revisions of git: of the other folder, of a path, and with each other', async () => {
    await inTemporaryFolder(async (cwd) => {
      await writeFiles(join(cwd, 'district'), { 'orgs.csv': header + north });
      await makeRepository(cwd);
      const commit = await commitAll(cwd, 'first');
      await git(cwd, 'tag', 'v1');
      await writeFiles(join(cwd, 'district'), { 'orgs.csv': `${header}${north}e,,,East High,school,4,\n` });
      await commitAll(cwd, 'second');
      await writeFiles(join(cwd, 'district'), { 'orgs.csv': header });
      const first = async (argv: readonly string[], place = cwd) => {
        const run = await oneroster(['diff', ...argv], { cwd: place });
        assert.deepEqual([run.code, run.stderr], [0, '']);
        return run.stdout.split('\n');
      };
      const lines = await first(['git:HEAD', 'district']);
      assert.deepEqual(lines[3], 'orgs.csv: 2 removed');
      assert.match(
        (await first(['git:v1', 'district']))[0] ?? '',
        new RegExp(`^before: district at v1 \\(${commit.slice(0, 10)}\\), `),
      );
      assert.equal(
        (await first(['git:v1:district', 'git:HEAD:district']))[3],
        'orgs.csv: 1 added, 1 unchanged',
      );
      assert.equal((await first(['git:HEAD'], join(cwd, 'district')))[3], 'orgs.csv: 2 removed');
      const unknown = await oneroster(['diff', 'git:v9', 'district'], { cwd });
      assert.equal(unknown.code, 2);
      assert.match(unknown.stderr, /knows no revision "v9"/);
      const none = await oneroster(['diff', 'git:'], { cwd });
      assert.deepEqual([none.code, none.stderr.split('\n')[0]], [2, 'oneroster: "git:" names no revision.']);
    });
  });

  it('writes JSON by its schema, with values and without', async () => {
    const ajv = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false, allErrors: true });
    const isComparison = ajv.compile(
      JSON.parse(await readFile('schemas/meta/comparison.schema.json', 'utf8')),
    );
    await inTemporaryFolder(async (cwd) => {
      await cp(resolve('examples/sample-district'), join(cwd, 'old'), { recursive: true });
      await cp(resolve('examples/sample-district'), join(cwd, 'new'), { recursive: true });
      const users = join(cwd, 'new', 'users.csv');
      const text = await readFile(users, 'utf8');
      const [, , second = ''] = text.split('\r\n');
      await writeFile(
        users,
        text
          .replace(',techer,', ',teacher,')
          .replace(second, `X${second}`)
          .replace('middleName', 'phoneNumber'),
      );
      await writeFiles(join(cwd, 'new'), { 'notes.csv': 'text\nhello\n', 'courses.csv': 'title\nx\n' });
      await writeFiles(cwd, { 'new/oneroster.config.json': '{"ignore": ["academic*.csv"]}' });
      for (const argv of [[], ['--hide-values'], ['--max-entries', '1']]) {
        const run = await oneroster(['diff', 'old', 'new', '--format', 'json', ...argv], { cwd });
        assert.deepEqual([run.code, run.stderr], [0, '']);
        const data: unknown = JSON.parse(run.stdout);
        assert.ok(isComparison(data), ajv.errorsText(isComparison.errors));
        const { totals, files } = data as {
          totals: Record<string, number>;
          files: Record<string, unknown>[];
        };
        assert.deepEqual([totals['changed'], totals['renamed']], [1, 1], run.stdout);
        const sessions = files.find(({ name }) => name === 'academicSessions.csv');
        assert.deepEqual([sessions?.['presence'], sessions?.['removed']], ['removed', 3]);
        assert.equal(sessions?.['unlisted'], argv.includes('--max-entries') ? 2 : 0);
        assert.equal(run.stdout.includes('techer'), !argv.includes('--hide-values'));
      }
    });
  });

  it('writes the comparison of a revision by the schema too, into a file', async () => {
    const ajv = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false });
    const isComparison = ajv.compile(
      JSON.parse(await readFile('schemas/meta/comparison.schema.json', 'utf8')),
    );
    await inTemporaryFolder(async (cwd) => {
      await writeFiles(cwd, { 'orgs.csv': header + north });
      await makeRepository(cwd);
      const commit = await commitAll(cwd, 'first');
      const run = await oneroster(['diff', 'git:HEAD', '--format', 'json', '--output', 'out.json'], { cwd });
      assert.deepEqual([run.code, run.stdout], [0, '']);
      const data: unknown = JSON.parse(await readFile(join(cwd, 'out.json'), 'utf8'));
      assert.ok(isComparison(data), ajv.errorsText(isComparison.errors));
      assert.deepEqual((data as { before: unknown }).before, {
        path: '.',
        revision: 'HEAD',
        commit,
        version: '1.1',
        mode: 'bulk',
      });
    });
  });

  it('refuses what it cannot do with a sentence', async () => {
    const none = await oneroster(['diff']);
    assert.deepEqual([none.code, none.stdout], [2, '']);
    assert.match(none.stderr, /diff needs the earlier roster/);
    const three = await oneroster(['diff', 'a', 'b', 'c']);
    assert.match(three.stderr, /diff takes 2 paths/);
    const cancelled = await oneroster(['diff', 'clean-1.1', 'clean-1.2'], { signal: AbortSignal.abort() });
    assert.deepEqual([cancelled.code, cancelled.stdout], [130, '']);
  });
});
