// A roster and a practice server, with the command line between them.
import assert from 'node:assert/strict';
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { inTemporaryFolder } from '../../node/support/temporary-folder';
import {
  startPracticeServer,
  type PracticeServer,
  type PracticeServerOptions,
} from '../../support/practice-server';
import { oneroster, type CliRun, type CliSetting } from './run-cli';

export const password = 'S3cret-Pass-W0rd';
export const env = { ONEROSTER_SFTP_PASSWORD: password };

export interface Scene {
  readonly server: PracticeServer;
  /** What the server serves; it has a folder `in`. */
  readonly remote: string;
  /** Where the command runs; the roster is its folder `north`. */
  readonly folder: string;
  /** Runs a command and demands that the password is in nothing that it writes. */
  readonly run: (argv: readonly string[], setting?: CliSetting) => Promise<CliRun>;
  /** Runs `upload`, as `run` does. */
  readonly upload: (argv: readonly string[], setting?: CliSetting) => Promise<CliRun>;
}

export async function withServer(
  options: Partial<PracticeServerOptions>,
  work: (scene: Scene) => Promise<void>,
): Promise<void> {
  await inTemporaryFolder(async (base) => {
    const remote = join(base, 'remote');
    const folder = join(base, 'local');
    await mkdir(join(remote, 'in'), { recursive: true });
    await cp('test/rosters/clean-1.1', join(folder, 'north'), { recursive: true });
    const server = await startPracticeServer({ folder: remote, user: 'practice', password, ...options });
    const run = async (argv: readonly string[], setting: CliSetting = {}) => {
      const done = await oneroster(argv, { cwd: folder, ...setting });
      assert.ok(!`${done.stdout}${done.stderr}`.includes(password), 'the password got out');
      return done;
    };
    try {
      await work({
        server,
        remote,
        folder,
        run,
        upload: (argv, setting) => run(['upload', ...argv], setting),
      });
    } finally {
      await server.stop();
    }
  });
}
