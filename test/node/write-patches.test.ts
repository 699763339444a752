import assert from 'node:assert/strict';
import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RosterError } from '../../src/core/errors';
import type { FilePatch } from '../../src/core/fixes/engine/file-draft';
import { encodeUtf8 } from '../../src/core/text/utf8';
import { writePatches } from '../../src/node/write-patches';
import { inTemporaryFolder, writeFiles } from './support/temporary-folder';

describe('writing what fixes have made of files', () => {
  it('writes, creates, renames and deletes, and keeps the rights of a file', () =>
    inTemporaryFolder(async (folder) => {
      await writeFiles(folder, { 'a.csv': 'a', 'B.csv': 'b', 'c.csv': 'c' });
      await chmod(join(folder, 'a.csv'), 0o640);
      await writePatches(folder, [
        patch('a.csv', 'a.csv', 'a', 'A!'),
        patch('B.csv', 'b.csv', 'b', 'b!'),
        patch('c.csv', undefined, 'c', ''),
        patch(undefined, 'd.csv', undefined, 'new'),
      ]);
      assert.deepEqual((await readdir(folder)).sort(), ['a.csv', 'b.csv', 'd.csv']);
      assert.equal(await readFile(join(folder, 'a.csv'), 'utf8'), 'A!');
      assert.equal(await readFile(join(folder, 'b.csv'), 'utf8'), 'b!');
      assert.equal(await readFile(join(folder, 'd.csv'), 'utf8'), 'new');
      assert.equal((await stat(join(folder, 'a.csv'))).mode & 0o777, 0o640);
    }));

  it('writes nothing at all where one file has changed, is gone or is in the way', () =>
    inTemporaryFolder(async (folder) => {
      await writeFiles(folder, { 'a.csv': 'a', 'b.csv': 'changed', 'there.csv': 'x' });
      for (const second of [
        patch('b.csv', 'b.csv', 'b', 'b!'),
        patch('gone.csv', 'gone.csv', 'g', 'g!'),
        patch(undefined, 'there.csv', undefined, 'new'),
      ]) {
        await assert.rejects(writePatches(folder, [patch('a.csv', 'a.csv', 'a', 'A!'), second]), (error) =>
          RosterError.is(error, 'file-changed'),
        );
      }
      assert.equal(await readFile(join(folder, 'a.csv'), 'utf8'), 'a');
      assert.deepEqual((await readdir(folder)).sort(), ['a.csv', 'b.csv', 'there.csv']);
    }));

  it('leaves nothing half done where a file cannot be written', () =>
    inTemporaryFolder(async (folder) => {
      await writeFile(join(folder, 'a.csv'), 'a');
      await assert.rejects(
        writePatches(folder, [
          patch('a.csv', 'a.csv', 'a', 'A!'),
          patch(undefined, 'no/b.csv', undefined, 'b'),
        ]),
        (error) => RosterError.is(error, 'file-unwritable'),
      );
      assert.equal(await readFile(join(folder, 'a.csv'), 'utf8'), 'a');
      assert.deepEqual(await readdir(folder), ['a.csv']);
    }));
});

function patch(
  from: string | undefined,
  to: string | undefined,
  before: string | undefined,
  after: string,
): FilePatch {
  const original = before === undefined ? undefined : encodeUtf8(before);
  return {
    ...{ from, to, original, encoding: undefined, isText: true, after: encodeUtf8(after) },
    ...{ before: original ?? new Uint8Array(), edits: [] },
  };
}
