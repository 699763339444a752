// What is offered in the mapping of a configuration, and who is behind its ids.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { completeMarked } from '../support/completion-client';
import { positionAt, startServerClient } from '../support/server-client';

const orgs = [
  '=== orgs.csv',
  'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId',
  'd-1,,,Cedar Valley,district,,',
  's-1,,,"Juniper ""East"" Street",school,,d-1',
  's-2,,,Otter Bend,school,,d-1',
  's-3,tobedeleted,,Closed,school,,d-1',
  '=== users.csv',
  'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password',
  '',
].join('\n');

const complete = (config: string) => completeMarked(`${orgs}\n=== oneroster.config.json\n${config}`, '"');

describe('the mapping in a configuration', () => {
  it('offers the ids that have no location yet, schools first, with their names', async () => {
    const offered = await complete('{ "mapping": { "schools": { "s-2": "Otter", "|" } } }');
    assert.deepEqual(offered.lines, ['s-1: Juniper "East" Street, school', 'd-1: Cedar Valley, district']);
    assert.equal(
      offered.accepted('s-1'),
      '{ "mapping": { "schools": { "s-2": "Otter", "s-1": "${1:Juniper \\\\"East\\\\" Street}" } } }',
    );
    assert.match(offered.filterText('s-1'), /^"s-1 Juniper/);
  });

  it('offers them where nothing is written yet, before others, and where an id has a location', async () => {
    const empty = await complete('{ "mapping": { "schools": { | } } }');
    assert.deepEqual(empty.labels, ['s-1', 's-2', 'd-1']);
    const before = await complete('{ "mapping": { "schools": { "|"\n"s-2": "Otter" } } }');
    assert.equal(before.accepted('d-1'), '{ "mapping": { "schools": { "d-1": "${1:Cedar Valley}",');
    const named = await complete('{ "mapping": { "schools": { "s|-9": "Elm" } } }');
    assert.equal(named.accepted('s-2'), '{ "mapping": { "schools": { "s-2": "Elm" } } }');
  });

  it("offers locations: the school's own name, those in use, and other schools'", async () => {
    const text = '{ "mapping": { "schools": { "s-1": "North", "s-2": "|" }, "defaultLocation": "Office" } }';
    const offered = await complete(text);
    assert.deepEqual(offered.lines, [
      'Otter Bend: the name of s-2',
      'North: in use here',
      'Office: in use here',
      'Juniper "East" Street: the name of s-1',
    ]);
    assert.equal(
      offered.accepted('Juniper "East" Street'),
      text.replace('"|"', String.raw`"Juniper \"East\" Street"`),
    );
    const usual = await complete('{ "mapping": { "schools": { "s-1": "North" }, "defaultLocation": | } }');
    assert.equal(usual.labels[0], 'North');
  });

  it('offers nothing elsewhere', async () => {
    for (const text of ['{ "|" }', '{ "mapping": { "roles": { "|" } } }', '{ "profile": "|" }', '|']) {
      assert.deepEqual((await complete(text)).labels, [], text);
    }
  });

  it('says who is behind an id, in every roster that it is for', async () => {
    const root = await realpath(await mkdtemp(join(tmpdir(), 'oneroster-mapping-')));
    const text = '{ "mapping": { "schools": { "s-2": "Otter",\n "s-9": "Gone" } } }';
    const path = join(root, 'oneroster.config.json');
    const [, file = ''] = orgs.split('=== orgs.csv\n');
    for (const folder of ['north', 'south']) {
      await mkdir(join(root, folder));
      await writeFile(
        join(root, folder, 'orgs.csv'),
        (file.split('===')[0] ?? '').replace('Otter', `${folder} Otter`),
      );
    }
    await writeFile(path, text);
    const client = await startServerClient(root);
    try {
      await client.until(() => client.rosters().length === 2, 'the rosters to be found');
      await client.open(path, text);
      const at = (word: string) => {
        const { line, character } = positionAt(text, text.indexOf(word));
        return client.hover(path, line, character);
      };
      for (const word of ['s-2', 'Otter']) {
        const [north = '', south = '', ...more] = (await at(word)).split('\n\n');
        assert.match(
          north,
          /^\*\*north Otter Bend\*\* · school · \[orgs\.csv, record 4\]\(file:.*north\/orgs\.csv#L4\)$/,
        );
        assert.match(south, /^\*\*south Otter Bend\*\*/);
        assert.deepEqual(more, []);
      }
      assert.equal(await at('s-9'), 'No organization of this id is in orgs.csv.');
      assert.equal(await at('mapping'), '');
    } finally {
      client.stop();
      await rm(root, { recursive: true, force: true });
    }
  });
});
