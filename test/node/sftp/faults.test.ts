// Deliveries to a server on which everything goes wrong, in every place: the package on it is always a whole one.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RosterError } from '../../../src/core/errors';
import { deliverFiles } from '../../../src/node/sftp/deliver-files';
import type { PracticeFaults, RequestFault } from '../../support/practice-server';
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
