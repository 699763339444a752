// Much at once: many rosters, many events, a slow disk, large files opened and closed.
import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import fs from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { setImmediate } from 'node:timers/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { checkAgain } from '../../src/core/protocol';
import { uriOf } from '../../src/server/uris';
import { startServerClient, type ServerClient } from '../support/server-client';

const sample = join(process.cwd(), 'examples', 'sample-district');

describe('the language server, under much at once', () => {
  let root = '';
  let client: ServerClient | undefined;

  beforeEach(async () => {
    root = await realpath(await mkdtemp(join(tmpdir(), 'oneroster-calm-')));
  });

  afterEach(async () => {
    client?.stop();
    client = undefined;
    await rm(root, { recursive: true, force: true });
  });

  it('checks 2,000 rosters in one workspace', async function () {
    this.timeout(120_000);
    const names = Array.from({ length: 2000 }, (_, count) => `roster-${String(count)}`);
    for (const name of names) await writeSmallRoster(join(root, name));
    client = await startServerClient(root, 100_000);
    await client.until(() => client?.rosters().length === names.length, 'all rosters to be checked');
    for (const name of ['roster-0', 'roster-1999']) {
      const codes = client.diagnostics(join(root, name, 'orgs.csv')).map(({ code }) => code);
      assert.ok(codes.includes('invalid-value'), name);
    }
  });

  it('takes 10,000 file events in a second for the few checks that they ask for', async () => {
    const district = join(root, 'district');
    await cp(sample, district, { recursive: true });
    client = await startServerClient(root);
    await client.until(() => client?.rosters().length === 1, 'the roster to be found');
    const users = join(district, 'users.csv');
    await writeFile(users, (await readFile(users, 'utf8')).replace(',techer,', ',tailor,'));
    const kinds = [1, 2, 3];
    for (let batch = 0; batch < 10; batch++) {
      const changes = Array.from({ length: 1000 }, (_, count) => ({
        uri: uriOf(count % 2 === 0 ? users : join(district, `other-${String(count)}.csv`)),
        type: count % 2 === 0 ? 2 : (kinds[count % 3] ?? 2),
      }));
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    }
    const says = (text: string) =>
      client?.diagnostics(users).some(({ message }) => JSON.stringify(message).includes(text)) === true;
    await client.until(() => says('tailor') && !says('techer'), 'the change to be seen');
    assert.equal(client.rosters().length, 1);
  });

  it('answers for one roster while another is on a slow disk', async () => {
    const [near, far] = [join(root, 'near'), join(root, 'far')];
    await cp(sample, near, { recursive: true });
    await writeSmallRoster(far);
    client = await startServerClient(root);
    await client.until(() => client?.rosters().length === 2, 'the rosters to be found');
    const users = join(near, 'users.csv');
    await client.open(users, await readFile(users, 'utf8'));
    await client.connection.sendRequest(checkAgain);
    const disk = holdReads(far);
    try {
      const again = client.connection.sendRequest(checkAgain);
      await disk.reached;
      await client.type(users, ',techer,', ',tailor,');
      await client.until(
        () =>
          client?.diagnostics(users).some(({ message }) => JSON.stringify(message).includes('tailor')) ===
          true,
        'typing to be checked',
      );
      assert.match(await client.hover(users, 1, 1), /sourcedId/);
      disk.release();
      await again;
    } finally {
      disk.release();
      disk.restore();
    }
  });

  it('has no more memory in use, after all files are closed, than a fifth above the start', async () => {
    const district = join(root, 'district');
    await cp(sample, district, { recursive: true });
    const enrollments = join(district, 'enrollments.csv');
    const [header = '', ...lines] = (await readFile(enrollments, 'utf8')).split('\n');
    const many = Array.from({ length: 60 }, (_, copy) =>
      lines.map((line) => line.replace(/^[^,]+/, (id) => `${id}-${String(copy)}`)).join('\n'),
    );
    await writeFile(enrollments, `${header}\n${many.join('')}`);
    client = await startServerClient(root);
    await client.until(() => client?.rosters().length === 1, 'the roster to be found');
    const openAndClose = async () => {
      const text = await readFile(enrollments, 'utf8');
      await client?.open(enrollments, text);
      await client?.connection.sendRequest(checkAgain);
      for (let count = 0; count < 20; count++) await client?.type(enrollments, ',student,', ',Student,');
      await client?.connection.sendRequest(checkAgain);
      await client?.close(enrollments);
      await client?.connection.sendRequest(checkAgain);
    };
    await openAndClose();
    const start = memoryInUse();
    for (let round = 0; round < 4; round++) await openAndClose();
    let end = memoryInUse();
    // Some of it is let go only in a later turn of the loop.
    for (let turns = 0; end >= start * 1.2 && turns < 50; turns++) {
      await setImmediate();
      end = memoryInUse();
    }
    assert.ok(end < start * 1.2, `${String(start)} bytes became ${String(end)}`);
  });
});

async function writeSmallRoster(folder: string): Promise<void> {
  await mkdir(folder);
  await writeFile(
    join(folder, 'orgs.csv'),
    'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\ns1,,,North,shcool,1,\n',
  );
  await writeFile(
    join(folder, 'users.csv'),
    'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password\nu1,,,true,s1,student,u1,,Ann,Lee,,,,,,,09,\n',
  );
}

/** Makes opening files below a folder wait. */
function holdReads(folder: string) {
  const { open } = fs.promises;
  const gate = new EventEmitter();
  const released = once(gate, 'release');
  const reached = once(gate, 'reach');
  fs.promises.open = async (...args: Parameters<typeof open>) => {
    if (typeof args[0] === 'string' && args[0].startsWith(folder) && basename(args[0]) === 'users.csv') {
      gate.emit('reach');
      await released;
    }
    return open(...args);
  };
  syncBuiltinESMExports();
  return {
    reached,
    release: () => gate.emit('release'),
    restore() {
      fs.promises.open = open;
      syncBuiltinESMExports();
    },
  };
}

/** Bytes that are still reachable: what can be given back is given back first. */
function memoryInUse(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
