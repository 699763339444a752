import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { scanCsv } from '../../src/core/csv/scan-csv';
import { RosterError } from '../../src/core/errors';
import { encodeUtf8 } from '../../src/core/text/utf8';
import { readBack, type SourceFile } from '../../src/node/read-back';
import { inTemporaryFolder } from './support/temporary-folder';
import { handmadeZip, type HandmadeEntry } from './support/zip-bytes';

const orgs = 'sourcedId,name\r\no1,"North, High"\r\no2,"South ""2"""\r\n';

describe('readBack', () => {
  it('accepts a package that holds what was packed', async () => {
    await compare([{ name: 'orgs.csv', data: orgs }], [source('orgs.csv', orgs)]);
  });

  it('notices another byte, a file too few, too many, or by another name, and damage', async () => {
    const expected = [source('orgs.csv', orgs)];
    const different: readonly (readonly HandmadeEntry[])[] = [
      [{ name: 'orgs.csv', data: orgs.replace('North', 'Morth') }],
      [{ name: 'orgs.csv', data: orgs.slice(0, -2) }],
      [],
      [
        { name: 'orgs.csv', data: orgs },
        { name: 'users.csv', data: '' },
      ],
      [{ name: 'export/orgs.csv', data: orgs }],
      [{ name: 'orgs.csv', data: orgs, statedCrc: 7 }],
    ];
    for (const entries of different) {
      await assert.rejects(compare(entries, expected), (error) => RosterError.is(error, 'read-back-failed'));
    }
  });

  it('notices a reader that sees other records than those that were checked', async () => {
    // As if the scanner had missed a record: the bytes are the same, and only the other parser can tell.
    const scan = scanCsv(encodeUtf8('sourcedId,name\r\no1,North\r\n'));
    const wrong = { ...source('orgs.csv', orgs), scan };
    await assert.rejects(compare([{ name: 'orgs.csv', data: orgs }], [wrong]), (error) => {
      assert.ok(RosterError.is(error, 'read-back-failed'));
      assert.match(error.message, /number of records in orgs\.csv should be 2 and is 3/);
      return true;
    });
  });
});

function source(name: string, text: string): SourceFile {
  const bytes = encodeUtf8(text);
  return { name, path: name, bytes, scan: scanCsv(bytes) };
}

async function compare(entries: readonly HandmadeEntry[], files: readonly SourceFile[]): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    const path = join(folder, 'a.zip');
    await writeFile(path, handmadeZip(entries));
    await readBack(path, files);
  });
}
