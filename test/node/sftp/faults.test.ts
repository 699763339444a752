// Deliveries to a server on which everything goes wrong, in every place: the package on it is always a whole one.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RosterError, type ErrorCode } from '../../../src/core/errors';
import { deliverFiles } from '../../../src/node/sftp/deliver-files';
import type { PracticeFaults, PracticeServerOptions, RequestFault } from '../../support/practice-server';
import { demandNoSecret, makeFile, patient, rejectsWith, withServer } from './practice';

const fileName = 'OneRoster.zip';
const old = Buffer.from('the package that was delivered before');

describe('a delivery that is cut', () => {
  for (let tenth = 0; tenth <= 10; tenth++) {
    it(`at ${String(tenth * 10)} % leaves the previous package, and the next try brings the new one`, () =>
      withServer({ faultsOf: (count) => cutAt(count, tenth) }, async ({ options, folder, local }) => {
        const { path, content } = await makeFile(local, 'new.zip', bytes);
        await writeFile(join(folder, fileName), old);
        const files = [{ path, name: fileName }];
        const once = deliverFiles({ open: options, files, remoteFolder: '.', delays: [] });
        await rejectsWith('connection-lost', once);
        assert.deepEqual(await readFile(join(folder, fileName)), old);
        for (const left of await readdir(folder))
          assert.ok(left === fileName || left.endsWith('.part'), left);
        await deliverFiles({ open: options, files, remoteFolder: '.', delays: [1] });
        assert.deepEqual(await readFile(join(folder, fileName)), content);
      }));
  }

  const bytes = 640_000;

  /** The first connection is cut after the upload, the second on its way, the third not at all. */
  function cutAt(connection: number, tenth: number): PracticeFaults {
    if (connection > 2) return {};
    if (tenth === 10) return { at: (_, name) => (name === 'posix-rename@openssh.com' ? 'cut' : undefined) };
    return { cutAfterBytes: (bytes / 10) * tenth };
  }
});

describe('a bent server', () => {
  const rename = 'posix-rename@openssh.com';
  const rows: readonly {
    readonly name: string;
    readonly server: Partial<PracticeServerOptions>;
    /** What it fails with; without it, it is delivered. */
    readonly code?: ErrorCode;
    /** Or with this, as it happens. */
    readonly orCodes?: readonly ErrorCode[];
    readonly guarantee?: string;
  }[] = [
    { name: 'that is slow', server: { faults: { slow: 20 } } },
    { name: 'that greets in many words', server: { greeting: Buffer.from('Welcome.\r\nNo entry.\r\n') } },
    {
      name: 'that greets in no words',
      server: { greeting: Buffer.from([0, 1, 2, 253, 254, 255]) },
      code: 'handshake-failed',
      // What comes after it may be taken for the rest of the line: then the server seems to say nothing, or to leave.
      orCodes: ['connection-timeout', 'connection-lost'],
    },
    {
      name: 'that stops answering once',
      server: { faultsOf: (count) => (count === 1 ? { stallAfterBytes: 50_000 } : {}) },
    },
    {
      name: 'that never answers the last rename',
      server: { faults: { at: (_, name) => (name === rename ? 'stall' : undefined) } },
      code: 'connection-timeout',
    },
    { name: 'that tells wrong sizes', server: { faults: { wrongSize: true } }, code: 'transfer-incomplete' },
    { name: 'that lets nobody rename', server: { faults: { denyRename: true } }, code: 'remote-permission' },
    { name: 'that lets nobody list or set', server: { faults: { denyList: true, denySetstat: true } } },
    {
      name: 'without the extension',
      server: { faults: { noPosixRename: true } },
      guarantee: 'moved-aside',
    },
    {
      name: 'without the extension, that lets nobody rename',
      server: { faults: { noPosixRename: true, denyRename: true } },
      code: 'remote-permission',
    },
    {
      name: 'without the extension, that lets nobody remove',
      server: { faults: { noPosixRename: true, denyRemove: true } },
      guarantee: 'moved-aside',
    },
  ];
  for (const { name, server, code, orCodes = [], guarantee = 'posix-rename' } of rows) {
    it(`${name} ${code === undefined ? 'gets the new package' : 'keeps the previous one'}`, () =>
      withServer(server, async ({ options, folder, local }) => {
        const { path, content } = await makeFile(local, 'new.zip', 200_000);
        await writeFile(join(folder, fileName), old);
        // Only a server that says nothing is not waited for: others may be slow on a busy machine.
        const timeouts = [code, ...orCodes].includes('connection-timeout')
          ? { ...patient, handshake: 500, answer: 500, cleanup: 200 }
          : patient;
        const delivering = deliverFiles({
          open: { ...options, timeouts },
          files: [{ path, name: fileName }],
          remoteFolder: '.',
          delays: [1],
        });
        if (code === undefined) assert.equal((await delivering).files[0]?.guarantee, guarantee);
        else await rejectsWith((await failsWith(delivering, orCodes)) ?? code, delivering);
        const found = await readFile(join(folder, fileName));
        assert.ok(found.equals(code === undefined ? content : old));
      }));
  }
});

describe('loose files', () => {
  const names = ['orgs.csv', 'users.csv', 'manifest.csv'];

  async function deliverLoose(
    server: Partial<PracticeServerOptions>,
    check: (result: {
      readonly error: unknown;
      readonly requests: readonly string[];
      readonly read: (name: string) => Promise<string>;
      readonly left: readonly string[];
    }) => Promise<void> | void,
  ): Promise<void> {
    await withServer(server, async ({ options, folder, local, server: { requests } }) => {
      const files = names.map((name) => ({ path: join(local, name), name }));
      for (const { path, name } of files) await writeFile(path, `new ${name}`);
      for (const name of names.slice(1)) await writeFile(join(folder, name), `old ${name}`);
      const error = await deliverFiles({ open: options, files, remoteFolder: '/', delays: [1] }).then(
        () => undefined,
        (failure: unknown) => failure,
      );
      const read = (name: string) => readFile(join(folder, name), 'utf8');
      await check({ error, requests, read, left: (await readdir(folder)).sort() });
    });
  }

  it('are all there under other names before the first gets its own, and the manifest is last', () =>
    deliverLoose({}, async ({ error, requests, read, left }) => {
      assert.equal(error, undefined);
      for (const name of names) assert.equal(await read(name), `new ${name}`);
      assert.deepEqual(left, [...names].sort());
      const steps = requests.map((request) => request.split(' ')[0] ?? '');
      const firstRename = steps.indexOf('posix-rename@openssh.com');
      assert.ok(steps.lastIndexOf('WRITE') < firstRename);
      assert.deepEqual(
        steps.slice(firstRename),
        names.map(() => 'posix-rename@openssh.com'),
      );
    }));

  it('are all as before where one of them cannot be stored', () =>
    deliverLoose({ faults: { diskFullAfterBytes: 20 } }, async ({ error, read, left }) => {
      assert.ok(RosterError.is(error, 'remote-disk-full'));
      for (const name of names.slice(1)) assert.equal(await read(name), `old ${name}`);
      assert.deepEqual(left, names.slice(1).sort());
    }));

  it('are each a whole one where the line is cut between two renames, and all new after the next try', () => {
    let renames = 0;
    const at = (_: number, name: string) =>
      name === 'posix-rename@openssh.com' && ++renames === 2 ? 'cut' : undefined;
    return deliverLoose({ faults: { at } }, async ({ error, read, left }) => {
      assert.equal(error, undefined);
      for (const name of names) assert.equal(await read(name), `new ${name}`);
      assert.deepEqual(left, [...names].sort());
    });
  });

  it('that are new already are named where the others could not be renamed', () => {
    let renames = 0;
    const at = (_: number, name: string) => (/rename/i.test(name) && ++renames > 1 ? 'refuse' : undefined);
    return deliverLoose({ faults: { at } }, async ({ error, read, left }) => {
      assert.ok(RosterError.is(error));
      assert.match(error.message, /1 of 3 files are new already: "\/orgs\.csv"/);
      assert.equal(await read('manifest.csv'), 'old manifest.csv');
      assert.deepEqual(left, [...names].sort());
    });
  });
});

/** Numbers from 0 to 1 that are the same in each run. */
function createChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

interface Storm {
  readonly server: PracticeFaults;
  /** What happens in the connections, one after the other; after them all is well. */
  readonly connections: readonly { readonly at: number; readonly kind: RequestFault }[];
  readonly hasPrevious: boolean;
  readonly bytes: number;
  /** The confirmed piece at which a person cancels. */
  readonly cancelAt: number | undefined;
  readonly tries: number;
}

function stormOf(seed: number): Storm {
  const chance = createChance(seed);
  const pick = <T>(...values: readonly T[]): T => values[Math.floor(chance() * values.length)] as T;
  const noPosixRename = chance() < 0.35;
  const server: PracticeFaults = {
    ...(noPosixRename ? { noPosixRename, renameReplaces: chance() < 0.3 } : {}),
    ...(chance() < 0.2 ? { denySetstat: true, denyList: true } : {}),
    ...(chance() < 0.05 ? { wrongSize: true } : {}),
    ...(chance() < 0.05 ? { denyRename: true } : {}),
    ...(chance() < 0.05 ? { denyRemove: true } : {}),
    ...(chance() < 0.05 ? { diskFullAfterBytes: 40_000 } : {}),
  };
  const kind = (): RequestFault =>
    chance() < 0.03 ? 'stall' : pick<RequestFault>('cut', 'cut', 'cut-after', 'cut-after', 'refuse');
  const connections = Array.from({ length: pick(1, 1, 2, 3) }, () => ({
    at: 1 + Math.floor(chance() * 11),
    kind: kind(),
  }));
  return {
    server,
    connections,
    hasPrevious: chance() < 0.85,
    bytes: Math.floor(chance() * 100_000),
    cancelAt: chance() < 0.1 ? Math.floor(chance() * 4) : undefined,
    tries: pick(1, 2, 3, 4),
  };
}

describe('deliveries in a storm', () => {
  const count = 600;
  const parts = 6;

  for (let part = 0; part < parts; part++) {
    it(`loses no package: ${String(part + 1)} of ${String(parts)}, ${String(count / parts)} each`, async () => {
      const pending: PracticeFaults[] = [];
      const base: { faults: PracticeFaults } = { faults: {} };
      await withServer(
        { faultsOf: () => ({ ...base.faults, ...pending.shift() }) },
        async ({ options, folder, local, server }) => {
          const outcomes = { delivered: 0, failed: 0, faults: 0 };
          for (let index = 0; index < count / parts; index++) {
            const seed = part * (count / parts) + index;
            const storm = stormOf(seed);
            const remote = join(folder, `seed-${String(seed)}`);
            await mkdir(remote);
            if (storm.hasPrevious) await writeFile(join(remote, fileName), old);
            const { path, content } = await makeFile(local, `${String(seed)}.zip`, storm.bytes);
            const isWhole = () => {
              const final = join(remote, fileName);
              if (!existsSync(final)) return !storm.hasPrevious;
              const found = readFileSync(final);
              return found.equals(content) || (storm.hasPrevious && found.equals(old));
            };
            const mayBeAway = storm.server.noPosixRename === true;
            base.faults = { ...storm.server, at: () => demand(isWhole() || mayBeAway, seed) };
            pending.splice(
              0,
              pending.length,
              ...storm.connections.map(({ at, kind }): PracticeFaults => ({
                at: (request) => {
                  demand(isWhole() || mayBeAway, seed);
                  if (request === at) outcomes.faults++;
                  return request === at ? kind : undefined;
                },
              })),
            );
            const cancel = new AbortController();
            let confirmed = 0;
            const error = await deliverFiles({
              open: {
                ...options,
                signal: cancel.signal,
                timeouts: { ...patient, answer: 250, cleanup: 100 },
              },
              files: [{ path, name: fileName }],
              remoteFolder: `/seed-${String(seed)}`,
              delays: Array.from({ length: storm.tries - 1 }, () => 0),
              onProgress: () => {
                if (confirmed++ === storm.cancelAt) cancel.abort();
              },
            }).then(
              () => undefined,
              (failure: unknown) => failure,
            );
            pending.length = 0;
            if (error === undefined) {
              outcomes.delivered++;
              assert.ok(readFileSync(join(remote, fileName)).equals(content), `seed ${String(seed)}`);
            } else {
              outcomes.failed++;
              await demandNothingLost({ error, remote, content, isWhole, seed });
            }
          }
          assert.equal(server.mostAtOnce(), 1);
          assert.ok(outcomes.delivered > 20 && outcomes.failed > 20, JSON.stringify(outcomes));
          assert.ok(outcomes.faults >= count / parts / 2, JSON.stringify(outcomes));
        },
      );
    });
  }

  function demand(holds: boolean, seed: number): undefined {
    assert.ok(holds, `seed ${String(seed)}: there is no whole package`);
  }

  /** A server that can replace nothing may have been left between two renames: then the message says where the package is. */
  async function demandNothingLost(after: {
    readonly error: unknown;
    readonly remote: string;
    readonly content: Buffer;
    readonly isWhole: () => boolean;
    readonly seed: number;
  }): Promise<void> {
    const { error, remote, content, isWhole, seed } = after;
    assert.ok(RosterError.is(error), `seed ${String(seed)}: ${String(error)}`);
    demandNoSecret(`${error.message} ${error.remedy} ${error.stack ?? ''}`);
    if (isWhole()) return;
    const names = await readdir(remote);
    assert.ok(!names.includes(fileName), `seed ${String(seed)}: the package is broken`);
    const told = names.filter((name) => name.endsWith('.previous') && error.message.includes(name));
    const kept = await Promise.all(told.map((name) => readFile(join(remote, name))));
    const isKept = kept.some((bytes) => bytes.equals(old) || bytes.equals(content));
    assert.ok(isKept, `seed ${String(seed)}: the package is lost: ${error.message}`);
  }
});

/** The code, where that is what the work fails with. */
async function failsWith(
  work: Promise<unknown>,
  codes: readonly ErrorCode[],
): Promise<ErrorCode | undefined> {
  const failure: unknown = await work.catch((error: unknown) => error);
  return codes.find((code) => RosterError.is(failure, code));
}
