import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ErrorCode } from '../../../src/core/errors';
import { uploadPackage, type UploadOptions } from '../../../src/node/sftp/upload-package';
import type { OnProgress } from '../../../src/node/sftp/write-remote-file';
import type { PracticeFaults } from '../../support/practice-server';
import { demandFiles, makeFile, patient, password, rejectsWith, withSession } from './practice';

const fileName = 'OneRoster.zip';
const old = Buffer.from('the package that was delivered before');
/** More than all pieces that are under way at once. */
const large = 5_000_001;

describe('uploadPackage', () => {
  it('replaces the previous package in one step', () =>
    withSession({}, async ({ session, folder, local, server }) => {
      const { path, content } = await makeFile(local, 'new.zip', large);
      await writeFile(join(folder, fileName), old);
      const steps: (readonly [number, number])[] = [];
      const onProgress = (sent: number, total: number) => steps.push([sent, total]);
      const upload = await uploadPackage({
        session,
        localFile: path,
        remoteFolder: '.',
        fileName,
        onProgress,
      });
      assert.deepEqual(upload, {
        remotePath: fileName,
        bytes: large,
        sha256: createHash('sha256').update(content).digest('hex'),
        replaced: true,
        guarantee: 'posix-rename',
      });
      await demandFiles(folder, { [fileName]: content });
      assert.ok(!server.requests.some((request) => request.startsWith('REMOVE')), 'nothing may be removed');
      assert.deepEqual(steps.at(-1), [large, large]);
      assert.ok(steps.every(([sent], index) => sent > (steps[index - 1]?.[0] ?? 0)));
    }));

  it('shows the new package under its name only when it is whole', () =>
    withSession({}, async ({ session, folder, local }) => {
      const { path, content } = await makeFile(local, 'new.zip', large);
      await writeFile(join(folder, fileName), old);
      const seen = new Set<string>();
      const looks: Promise<void>[] = [];
      const onProgress = () => {
        if (looks.length < 20) looks.push(look());
      };
      const look = async () => void seen.add((await readFile(join(folder, fileName))).toString('latin1'));
      await uploadPackage({ session, localFile: path, remoteFolder: '.', fileName, onProgress });
      await Promise.all(looks);
      assert.ok(looks.length > 0);
      for (const text of seen) assert.ok(text === old.toString() || text === content.toString('latin1'));
    }));

  for (const bytes of [0, 1, 32 * 1024, 32 * 1024 + 1, 64 * 32 * 1024 + 7]) {
    it(`uploads ${String(bytes)} bytes`, () =>
      withSession({}, async ({ session, folder, local }) => {
        const { path, content } = await makeFile(local, 'new.zip', bytes);
        const upload = await uploadPackage({ session, localFile: path, remoteFolder: '/', fileName });
        assert.equal(upload.bytes, bytes);
        assert.equal(upload.replaced, false);
        assert.equal(upload.remotePath, '/OneRoster.zip');
        await demandFiles(folder, { [fileName]: content });
      }));
  }

  it('without posix-rename, where there is no previous package', () =>
    withSession({ faults: { noPosixRename: true } }, async ({ session, folder, local }) => {
      const { path, content } = await makeFile(local, 'new.zip', 1000);
      const upload = await uploadPackage({ session, localFile: path, remoteFolder: '.', fileName });
      assert.equal(upload.replaced, false);
      assert.equal(upload.guarantee, 'rename-no-previous');
      await demandFiles(folder, { [fileName]: content });
    }));

  it('without posix-rename, moves the previous package aside and removes it last', () =>
    withSession({ faults: { noPosixRename: true } }, async ({ session, folder, local, server }) => {
      const { path, content } = await makeFile(local, 'new.zip', 1000);
      await writeFile(join(folder, fileName), old);
      const upload = await uploadPackage({ session, localFile: path, remoteFolder: '.', fileName });
      assert.equal(upload.replaced, true);
      assert.equal(upload.guarantee, 'moved-aside');
      await demandFiles(folder, { [fileName]: content });
      const moves = server.requests.filter((request) => /^(?:RENAME|REMOVE)/.test(request));
      assert.match(
        moves.join('\n'),
        /^RENAME .*\.part\nRENAME OneRoster\.zip\nRENAME .*\.part\nREMOVE .*\.previous$/,
      );
    }));

  it('says where the previous package is left if it may not be removed', () =>
    withSession({ faults: { noPosixRename: true, denyRemove: true } }, async ({ session, folder, local }) => {
      const { path, content } = await makeFile(local, 'new.zip', 1000);
      await writeFile(join(folder, fileName), old);
      const upload = await uploadPackage({ session, localFile: path, remoteFolder: '.', fileName });
      assert.match(upload.backupLeft ?? '', /^\.OneRoster\.zip\.[0-9a-f]{12}\.previous$/);
      await demandFiles(folder, { [fileName]: content, [upload.backupLeft ?? '']: old });
    }));

  for (const faults of [{ denySetstat: true }, { denyList: true }] as const) {
    it(`does not need what a restricted server denies: ${Object.keys(faults).join()}`, () =>
      withSession({ faults }, async ({ session, folder, local }) => {
        const { path, content } = await makeFile(local, 'new.zip', 100_000);
        await uploadPackage({ session, localFile: path, remoteFolder: '.', fileName });
        await demandFiles(folder, { [fileName]: content });
      }));
  }
});

describe('uploadPackage: failures leave the previous package as it was, and nothing else', () => {
  const rows: readonly (readonly [string, PracticeFaults, ErrorCode, RegExp])[] = [
    ['no permission to write', { readOnly: true }, 'remote-permission', /does not let this user create/],
    ['disk full', { diskFullAfterBytes: 1_000_000 }, 'remote-disk-full', /disk or quota/],
    [
      'quota',
      { diskFullAfterBytes: 0, failureText: 'Quota exceeded' },
      'remote-disk-full',
      /"Quota exceeded/,
    ],
    [
      'a file that comes out shorter',
      { wrongSize: true },
      'transfer-incomplete',
      /5000000 of the 5000001 bytes/,
    ],
    ['no permission to rename', { denyRename: true }, 'remote-permission', /does not let this user/],
    [
      'no permission to rename, without posix-rename',
      { denyRename: true, noPosixRename: true },
      'remote-permission',
      /rename "OneRoster\.zip"/,
    ],
    [
      'the last rename fails: the previous package is moved back',
      { denyRenameOf: '.part', noPosixRename: true },
      'remote-permission',
      /its name "OneRoster\.zip"/,
    ],
    [
      'a server that repeats the secret',
      { diskFullAfterBytes: 0, failureText: `No ${password}!` },
      'remote-disk-full',
      /"No …!/,
    ],
  ];
  for (const [name, faults, code, words] of rows) {
    it(name, () =>
      withSession({ faults }, async ({ session, folder, local }) => {
        const { path } = await makeFile(local, 'new.zip', large);
        await writeFile(join(folder, fileName), old);
        await rejectsWith(
          code,
          uploadPackage({ session, localFile: path, remoteFolder: '.', fileName }),
          words,
        );
        await demandFiles(folder, { [fileName]: old });
        assert.equal(session.isAlive, true);
      }),
    );
  }

  it('no such folder', () =>
    withSession({}, async ({ session, folder, local }) => {
      const { path } = await makeFile(local, 'new.zip', 1000);
      const upload = uploadPackage({ session, localFile: path, remoteFolder: '/Missing', fileName });
      const error = await rejectsWith('remote-path-missing', upload, /\/Missing/);
      assert.ok(!error.remedy.includes('unfinished'));
      await demandFiles(folder, {});
    }));

  it('a folder of the name of the package', () =>
    withSession({ faults: { noPosixRename: true } }, async ({ session, folder, local }) => {
      const { path } = await makeFile(local, 'new.zip', 1000);
      await session.client.mkdir(fileName);
      await rejectsWith(
        'remote-failed',
        uploadPackage({ session, localFile: path, remoteFolder: '.', fileName }),
        /is a folder/,
      );
      assert.deepEqual(await readdir(folder), [fileName]);
    }));

  it('a local file that is not there', () =>
    withSession({}, async ({ session, folder, local }) => {
      const upload = uploadPackage({
        session,
        localFile: join(local, 'none.zip'),
        remoteFolder: '.',
        fileName,
      });
      await rejectsWith('file-unreadable', upload, /none\.zip/);
      await demandFiles(folder, {});
    }));

  it('a server that stops answering: what it still answers is used to clean up', () =>
    withSession(
      { faults: { stallAfterBytes: 3_000_000 } },
      async ({ session, folder, local }) => {
        const { path } = await makeFile(local, 'new.zip', large);
        await writeFile(join(folder, fileName), old);
        const upload = uploadPackage({ session, localFile: path, remoteFolder: '.', fileName });
        await rejectsWith('connection-timeout', upload, /stopped answering/);
        await demandFiles(folder, { [fileName]: old });
      },
      { timeouts: { ...patient, answer: 1000, cleanup: 1000 } },
    ));

  it('a connection cut half-way', () =>
    withSession({ faults: { cutAfterBytes: 3_000_000 } }, async ({ session, folder, local }) => {
      const { path } = await makeFile(local, 'new.zip', large);
      await writeFile(join(folder, fileName), old);
      const upload = uploadPackage({ session, localFile: path, remoteFolder: '.', fileName });
      const error = await rejectsWith('connection-lost', upload);
      assert.deepEqual(await readFile(join(folder, fileName)), old);
      const [left = '?'] = (await readdir(folder)).filter((name) => name !== fileName);
      assert.ok(error.remedy.includes(left), 'the unfinished file is named');
      assert.equal(session.isAlive, false);
    }));

  it('a connection cut after the last rename leaves open whether it was done', () =>
    withSession({ faults: { cutAfterRename: true } }, async ({ session, folder, local }) => {
      const { path, content } = await makeFile(local, 'new.zip', 1000);
      await writeFile(join(folder, fileName), old);
      const upload = uploadPackage({ session, localFile: path, remoteFolder: '.', fileName });
      await rejectsWith('connection-lost', upload, /whether it did is not known/);
      await demandFiles(folder, { [fileName]: content });
    }));

  it('a connection cut between the two renames: the message says what the previous package is called', () =>
    withSession(
      { faults: { cutAfterRename: true, noPosixRename: true } },
      async ({ session, folder, local }) => {
        const { path } = await makeFile(local, 'new.zip', 1000);
        await writeFile(join(folder, fileName), old);
        const upload = uploadPackage({ session, localFile: path, remoteFolder: '.', fileName });
        const error = await rejectsWith('connection-lost', upload);
        const [backup = '?'] = (await readdir(folder)).filter((name) => name.endsWith('.previous'));
        assert.ok(error.message.includes(backup), error.message);
        assert.deepEqual(await readFile(join(folder, backup)), old);
      },
    ));

  it('an error in the progress callback comes through as the bug it is', () =>
    withSession({}, async ({ session, folder, local }) => {
      const { path } = await makeFile(local, 'new.zip', large);
      const onProgress = () => {
        throw new TypeError('a bug');
      };
      await assert.rejects(
        uploadPackage({ session, localFile: path, remoteFolder: '.', fileName, onProgress }),
        TypeError,
      );
      await demandFiles(folder, {});
    }));
});

function abortWhen(cancel: AbortController, reached: (sent: number) => boolean): OnProgress {
  return (sent) => {
    if (reached(sent)) cancel.abort();
  };
}

describe('uploadPackage: cancelled', () => {
  async function demandCancelled(
    faults: PracticeFaults,
    when: (cancel: AbortController) => Partial<UploadOptions>,
  ): Promise<void> {
    await withSession({ faults }, async ({ session, folder, local }) => {
      const { path } = await makeFile(local, 'new.zip', large);
      await writeFile(join(folder, fileName), old);
      const cancel = new AbortController();
      const upload = {
        session,
        localFile: path,
        remoteFolder: '.',
        fileName,
        signal: cancel.signal,
        ...when(cancel),
      };
      await rejectsWith('cancelled', uploadPackage(upload), /as it was before/);
      await demandFiles(folder, { [fileName]: old });
      assert.equal(session.isAlive, true, 'the connection is still of use');
    });
  }

  it('before it began', () =>
    demandCancelled({}, (cancel) => {
      cancel.abort();
      return {};
    }));

  it('half-way', () =>
    demandCancelled({}, (cancel) => ({ onProgress: abortWhen(cancel, (sent) => sent > large / 2) })));

  it('half-way, on a server that has stopped answering writes', () =>
    demandCancelled({ stallAfterBytes: 3_000_000 }, (cancel) => ({
      onProgress: abortWhen(cancel, (sent) => sent > 2_500_000),
    })));

  it('with the last byte', () =>
    demandCancelled({}, (cancel) => ({ onProgress: abortWhen(cancel, (sent) => sent === large) })));

  it('right after it was opened', () =>
    withSession({}, async ({ session, folder, local }) => {
      const { path } = await makeFile(local, 'new.zip', large);
      const cancel = new AbortController();
      const upload = uploadPackage({
        session,
        localFile: path,
        remoteFolder: '.',
        fileName,
        signal: cancel.signal,
      });
      setImmediate(() => cancel.abort());
      await rejectsWith('cancelled', upload);
      await demandFiles(folder, {});
    }));

  it('with the session closed by another hand', () =>
    withSession({}, async ({ session, folder, local }) => {
      const { path } = await makeFile(local, 'new.zip', large);
      await writeFile(join(folder, fileName), old);
      const onProgress = (sent: number) => {
        if (sent > large / 2) void session.close();
      };
      await rejectsWith(
        'connection-lost',
        uploadPackage({ session, localFile: path, remoteFolder: '.', fileName, onProgress }),
      );
      assert.deepEqual(await readFile(join(folder, fileName)), old);
      await rm(join(folder, fileName));
    }));
});
