import assert from 'node:assert/strict';
import { cp, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkAgain, cursorPlace, type CursorPlace, type CursorPlaceParams } from '../../src/core/protocol';
import { uriOf } from '../../src/server/uris';
import { positionAt, startServerClient, type ServerClient } from '../support/server-client';

describe('the place of the cursor', () => {
  let folder = '';
  let orgs = '';
  let client: ServerClient;
  const header = 'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId';

  beforeEach(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'oneroster-place-')));
    orgs = join(folder, 'orgs.csv');
    await cp(join(process.cwd(), 'test', 'rosters', 'clean-1.1'), folder, { recursive: true });
    client = await startServerClient(folder);
    await client.until(() => client.rosters().length === 1, 'the roster to be found');
  });

  afterEach(async () => {
    client.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** Asks at the mark in a text of orgs.csv. */
  const placeIn = async (marked: string): Promise<CursorPlace | null> => {
    const text = marked.replace('|', '');
    await writeFile(orgs, text);
    await client.changedOnDisk(orgs, 'changed');
    await client.open(orgs, text);
    await client.connection.sendRequest(checkAgain);
    return ask(orgs, text, marked.indexOf('|'));
  };
  const ask = (path: string, text: string, offset: number) => {
    const params: CursorPlaceParams = { uri: uriOf(path), position: positionAt(text, offset) };
    return client.connection.sendRequest<CursorPlace | null>(cursorPlace, params);
  };

  it('is a column and a record, with what the column means and the field’s range', async () => {
    const place = await placeIn(`${header}\n"o-1",,,"Oak\nHill",sch|ool,,\n`);
    assert.ok(place);
    assert.equal(place.column, 'type');
    assert.equal(place.record, 2);
    assert.equal(place.mode, 'bulk');
    assert.match(place.documentation, /^\*\*type\*\* · one of a list · required/);
    assert.deepEqual(place.range, { start: { line: 2, character: 6 }, end: { line: 2, character: 12 } });
  });

  it('is found in a field of several lines, behind the last column, in the header and behind the last line', async () => {
    assert.equal((await placeIn(`${header}\no-1,,,"Oak\nHi|ll",school,,\n`))?.column, 'name');
    assert.equal((await placeIn(`${header}\no-1,,,Oak,school,,,x|\n`))?.column, '');
    assert.equal((await placeIn(`${header.replace('name', 'na|me')}\n`))?.record, 1);
    assert.equal((await placeIn(`${header}\no-1,,,Oak,school,,\n|`))?.column, 'sourcedId');
    assert.equal((await placeIn(`${header}\no-1,,,Oak,school,,\n|`))?.record, 3);
  });

  it('is none where nobody knows the file or its columns', async () => {
    assert.equal(await placeIn('|'), null);
    assert.equal(await placeIn(`${header.replaceAll(',', ';')}\no|-1;;\n`), null);
    assert.equal(await ask(join(folder, 'elsewhere', 'orgs.csv'), '', 0), null);
  });
});
