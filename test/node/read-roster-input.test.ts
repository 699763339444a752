import assert from 'node:assert/strict';
import { inEnglish, spoken } from '../../src/core/text/say';
import { once } from 'node:events';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { RosterError } from '../../src/core/errors';
import type { RosterInput } from '../../src/core/model/roster-input';
import { readRosterInput } from '../../src/node/read-roster-input';
import { inTemporaryFolder, writeFiles } from './support/temporary-folder';
import { handmadeZip } from './support/zip-bytes';

describe('readRosterInput', () => {
  it('reads the CSV files directly inside a folder, in any letter case, in the order of their names', async () => {
    await inTemporaryFolder(async (folder) => {
      await writeFiles(folder, {
        'users.csv': 'u',
        'Orgs.CSV': 'o',
        'notes.txt': 'n',
        'old/users.csv': 'x',
        'classes.csv': 'c',
      });
      const input = await readRosterInput(folder);
      assert.equal(input.kind, 'folder');
      assert.deepEqual(shown(input), ['Orgs.CSV: o', 'classes.csv: c', 'users.csv: u']);
    });
  });

  it('hands on each file once it is read, small ones first, unreadable ones too', async () => {
    await inTemporaryFolder(async (folder) => {
      await writeFiles(folder, { 'users.csv': 'u'.repeat(9), 'orgs.csv': 'oo', 'classes.csv': 'cccc' });
      await symlink('nowhere', join(folder, 'courses.csv'));
      const read: string[] = [];
      const input = await readRosterInput(folder, { onRead: ({ path }) => read.push(path) });
      assert.deepEqual(read, ['courses.csv', 'orgs.csv', 'classes.csv', 'users.csv']);
      assert.deepEqual(
        input.entries.map(({ path }) => path),
        ['classes.csv', 'courses.csv', 'orgs.csv', 'users.csv'],
      );
      assert.deepEqual(shown(input), shown(await readRosterInput(folder)));
    });
  });

  it('stops when a file that was handed on cannot be taken', async () => {
    await inTemporaryFolder(async (folder) => {
      await writeFiles(folder, { 'users.csv': 'uu', 'orgs.csv': 'o' });
      const refuse = () => {
        throw new Error('no');
      };
      await assert.rejects(readRosterInput(folder, { onRead: refuse }), /^Error: no$/);
    });
  });

  it('says why a file cannot be read: a folder, a broken link, a link in a circle, a socket', async () => {
    await inTemporaryFolder(async (folder) => {
      await mkdir(join(folder, 'users.csv'));
      await symlink('nowhere', join(folder, 'orgs.csv'));
      await symlink('classes.csv', join(folder, 'classes.csv'));
      const lines = await withSocket(join(folder, 'courses.csv'), async () =>
        shown(await readRosterInput(folder)),
      );
      assert.ok(lines.includes('users.csv! users.csv is a folder, not a file.'), lines.join('\n'));
      assert.ok(lines.includes('orgs.csv! orgs.csv cannot be read: it is not there.'), lines.join('\n'));
      assert.ok(
        lines.includes('classes.csv! classes.csv cannot be read: its symbolic links lead in a circle.'),
      );
      assert.equal(
        lines.includes('courses.csv! courses.csv is not a regular file.'),
        process.platform !== 'win32',
      );
    });
  });

  it('follows links to files and folders', async () => {
    await inTemporaryFolder(async (folder) => {
      await writeFiles(join(folder, 'real'), { 'u.txt': 'u' });
      await symlink('u.txt', join(folder, 'real', 'users.csv'));
      await symlink('real', join(folder, 'linked'));
      assert.deepEqual(shown(await readRosterInput(join(folder, 'linked'))), ['users.csv: u']);
    });
  });

  it('passes over what is to be ignored in a folder, but never in a zip', async () => {
    await inTemporaryFolder(async (folder) => {
      await writeFiles(folder, { 'users.csv': 'u', 'users-old.csv': 'o' });
      const zip = join(folder, 'a.ZIP');
      await writeFile(zip, handmadeZip([{ name: 'users-old.csv', data: 'o' }]));
      const ignore = ['*-old.csv'];
      assert.deepEqual(shown(await readRosterInput(folder, { ignore })), ['users.csv: u']);
      const input = await readRosterInput(zip, { ignore });
      assert.equal(input.kind, 'zip');
      assert.deepEqual(shown(input), ['users-old.csv: o']);
    });
  });

  it('refuses a path that is nothing, and a file that is no zip', async () => {
    await inTemporaryFolder(async (folder) => {
      await writeFiles(folder, { 'users.csv': 'u' });
      for (const path of [join(folder, 'nothing'), join(folder, 'users.csv')]) {
        await assert.rejects(readRosterInput(path), (error) => RosterError.is(error, 'not-a-roster'));
      }
    });
  });

  it('stops when it is cancelled', async () => {
    await inTemporaryFolder(async (folder) => {
      await writeFiles(folder, { 'users.csv': 'u' });
      const reading = readRosterInput(folder, { signal: AbortSignal.abort() });
      await assert.rejects(reading, (error) => RosterError.is(error, 'cancelled'));
    });
  });
});

function shown({ entries }: RosterInput): readonly string[] {
  return entries.map(({ path, content }) =>
    'bytes' in content
      ? `${path}: ${Buffer.from(content.bytes).toString('utf8')}`
      : `${path}! ${spoken(content.failure, inEnglish)}`,
  );
}

/** Runs something while a socket lies in the file system, where there are such. */
async function withSocket<T>(path: string, run: () => Promise<T>): Promise<T> {
  if (process.platform === 'win32') return run();
  const server = createServer().listen(path);
  await once(server, 'listening');
  try {
    return await run();
  } finally {
    server.close();
  }
}
