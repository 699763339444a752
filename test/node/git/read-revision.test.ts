import assert from 'node:assert/strict';
import { inEnglish, spoken } from '../../../src/core/text/say';
import { chmod, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RosterError } from '../../../src/core/errors';
import type { RosterInput } from '../../../src/core/model/roster-input';
import { readRevision } from '../../../src/node/git/read-revision';
import { inTemporaryFolder, writeFiles } from '../support/temporary-folder';
import { commitAll, git, makeRepository } from '../support/git-repository';

const isWindows = process.platform === 'win32';

describe('reading a revision', () => {
  it('gives the CSV files of the folder as they were, whatever has become of it since', async () => {
    await inTemporaryFolder(async (root) => {
      const folder = join(root, 'north district');
      await mkdir(join(folder, 'sub'), { recursive: true });
      await writeFiles(folder, { 'users.csv': 'sourcedId\r\nü1\r\n', 'Orgs.CSV': '', 'readme.txt': 'x' });
      await writeFiles(join(folder, 'sub'), { 'users.csv': 'other' });
      await makeRepository(root);
      const first = await commitAll(root, 'first');
      await git(root, 'tag', 'v1');
      await writeFiles(folder, { 'users.csv': 'sourcedId\nu2\n', 'old-notes.csv': 'a' });
      await commitAll(root, 'second');
      await writeFiles(folder, { 'users.csv': 'not committed' });
      const old = await readRevision({ folder, revision: 'HEAD~1' });
      assert.deepEqual(textsOf(old), { 'Orgs.CSV': '', 'users.csv': 'sourcedId\r\nü1\r\n' });
      assert.deepEqual([old.commit, old.kind, old.name], [first, 'folder', `${folder} at HEAD~1`]);
      const head = await readRevision({ folder, revision: 'HEAD' }, { ignore: ['old-*.csv'] });
      assert.deepEqual(textsOf(head), { 'Orgs.CSV': '', 'users.csv': 'sourcedId\nu2\n' });
      await rm(folder, { recursive: true });
      assert.deepEqual(textsOf(await readRevision({ folder, revision: 'v1' })), textsOf(old));
    });
  });

  it('reads the top folder of a repository, and large files whole', async () => {
    await inTemporaryFolder(async (root) => {
      const text = `sourcedId\n${'u\n'.repeat(500_000)}`;
      await writeFiles(root, { 'users.csv': text, 'again.csv': text });
      await makeRepository(root);
      await commitAll(root, 'all');
      assert.deepEqual(textsOf(await readRevision({ folder: root, revision: 'HEAD' })), {
        'again.csv': text,
        'users.csv': text,
      });
    });
  });

  it('names what is no file of its own, instead of leaving it out', async function () {
    if (isWindows) this.skip();
    await inTemporaryFolder(async (root) => {
      await writeFiles(root, {
        'orgs.csv': 'sourcedId\n',
        'users.csv': 'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n',
      });
      await symlink('orgs.csv', join(root, 'courses.csv'));
      await makeRepository(root);
      await commitAll(root, 'all');
      const { entries } = await readRevision({ folder: root, revision: 'HEAD' });
      const failures = entries.map(({ path, content }) =>
        'failure' in content ? spoken(content.failure, inEnglish) : path,
      );
      assert.deepEqual(failures, [
        'courses.csv is not a regular file at HEAD.',
        'orgs.csv',
        'users.csv is kept by Git LFS, which is not read.',
      ]);
    });
  });

  it('says what is wrong where the revision, the folder or the repository is not there', async () => {
    await inTemporaryFolder(async (root) => {
      const refused = async (folder: string, revision: string, code: string, message: RegExp) =>
        assert.rejects(readRevision({ folder, revision }), (error) => {
          assert.ok(RosterError.is(error));
          assert.equal(error.code, code);
          assert.match(error.message, message);
          return true;
        });
      await refused(root, 'HEAD', 'git-failed', /no git repository/);
      await writeFiles(root, { 'orgs.csv': 'sourcedId\n' });
      await mkdir(join(root, 'empty'));
      await writeFiles(join(root, 'empty'), { 'a.txt': '' });
      await makeRepository(root);
      await refused(root, 'HEAD', 'git-failed', /knows no revision "HEAD"/);
      await commitAll(root, 'all');
      await refused(root, 'nonsense', 'git-failed', /knows no revision "nonsense"/);
      await refused(root, '--help', 'git-failed', /knows no revision "--help"/);
      await refused(root, '', 'git-failed', /knows no revision ""/);
      await refused(join(root, 'away'), 'HEAD', 'not-a-roster', /There was no folder/);
      await refused(join(root, 'empty'), 'HEAD', 'not-a-roster', /held no CSV file/);
    });
  });

  it('says what to do where there is no git, or it does not answer, and heeds a cancel', async function () {
    if (isWindows) this.skip();
    await inTemporaryFolder(async (root) => {
      const at = { folder: root, revision: 'HEAD' };
      await assert.rejects(readRevision(at, { git: { program: join(root, 'no-git') } }), (error) =>
        RosterError.is(error, 'git-missing'),
      );
      const program = join(root, 'slow-git');
      // Nothing but Node and git need be there.
      await writeFile(program, `#!/bin/sh\nexec "${process.execPath}" -e 'setTimeout(() => 0, 60000)'\n`);
      await chmod(program, 0o755);
      await assert.rejects(
        readRevision(at, { git: { program, patience: 50 } }),
        (error) => RosterError.is(error, 'git-failed') && error.message.includes('did not answer'),
      );
      const signal = AbortSignal.timeout(50);
      await assert.rejects(readRevision(at, { git: { program }, signal }), (error) =>
        RosterError.is(error, 'cancelled'),
      );
    });
  });
});

function textsOf({ entries }: RosterInput): Readonly<Record<string, string>> {
  return Object.fromEntries(
    entries.map(({ path, content }) => [
      path,
      'bytes' in content ? Buffer.from(content.bytes).toString() : '?',
    ]),
  );
}
