import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ErrorCode } from '../../../src/core/errors';
import { probeTarget } from '../../../src/node/sftp/probe-target';
import type { PracticeFaults } from '../../support/practice-server';
import { demandFiles, patient, rejectsWith, withSession } from './practice';

describe('probeTarget', () => {
  it('writes and removes a file, and leaves the folder as it was', () =>
    withSession({}, async ({ session, folder, server }) => {
      await mkdir(join(folder, 'in'));
      await writeFile(join(folder, 'in', 'OneRoster.zip'), 'old');
      assert.deepEqual(await probeTarget({ session, remoteFolder: '/in' }), { entries: 1 });
      await demandFiles(join(folder, 'in'), { 'OneRoster.zip': Buffer.from('old') });
      const names = server.requests.filter((request) => /^(?:OPEN|REMOVE) /.test(request)).join('\n');
      assert.match(names, /^OPEN \/in\/(\.oneroster\.[0-9a-f]{12}\.probe)\nREMOVE \/in\/\1$/);
    }));

  for (const faults of [{ denyList: true }, { denyList: true, failureText: 'Not here' }] as const) {
    it(`is content with a folder that may not be listed (${faults.failureText ?? 'denied'})`, () =>
      withSession({ faults }, async ({ session, folder }) => {
        assert.deepEqual(await probeTarget({ session, remoteFolder: '.' }), { entries: undefined });
        await demandFiles(folder, {});
      }));
  }

  it('does not need to set attributes', () =>
    withSession({ faults: { denySetstat: true } }, async ({ session, folder }) => {
      assert.deepEqual(await probeTarget({ session, remoteFolder: '.' }), { entries: 0 });
      await demandFiles(folder, {});
    }));

  it('no such path', () =>
    withSession({}, async ({ session }) => {
      await rejectsWith(
        'remote-path-missing',
        probeTarget({ session, remoteFolder: '/DailyImport' }),
        /"\/DailyImport"/,
      );
    }));

  it('a path that is a file', () =>
    withSession({}, async ({ session, folder }) => {
      await writeFile(join(folder, 'in'), '');
      await rejectsWith('remote-path-missing', probeTarget({ session, remoteFolder: 'in' }), /is a file/);
    }));

  const rows: readonly (readonly [string, PracticeFaults, ErrorCode, RegExp])[] = [
    ['no permission to write', { readOnly: true }, 'remote-permission', /write into the folder/],
    ['no permission to remove', { denyRemove: true }, 'remote-permission', /delete a file from the folder/],
    ['a full disk', { diskFullAfterBytes: 0 }, 'remote-disk-full', /disk or quota/],
    ['a connection cut', { cutAfterBytes: 0 }, 'connection-lost', /lost/],
  ];
  for (const [name, faults, code, words] of rows) {
    it(name, () =>
      withSession({ faults }, async ({ session }) => {
        await rejectsWith(code, probeTarget({ session, remoteFolder: '.' }), words);
      }),
    );
  }

  it('a server that stops answering', () =>
    withSession(
      { faults: { stallAfterBytes: 0 } },
      async ({ session, folder }) => {
        await rejectsWith(
          'connection-timeout',
          probeTarget({ session, remoteFolder: '.' }),
          /stopped answering/,
        );
        await demandFiles(folder, {});
      },
      { timeouts: { ...patient, answer: 1000 } },
    ));

  it('cancelled', () =>
    withSession({}, async ({ session }) => {
      await rejectsWith(
        'cancelled',
        probeTarget({ session, remoteFolder: '.', signal: AbortSignal.abort() }),
      );
    }));
});
