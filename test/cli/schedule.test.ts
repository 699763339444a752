import assert from 'node:assert/strict';
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProfileId } from '../../src/core/spec/catalog.generated';
import { schedulerIds } from '../../src/core/schedule/schedules';
import { inTemporaryFolder } from '../node/support/temporary-folder';
import { oneroster, type CliRun } from './support/run-cli';

describe('oneroster schedule', () => {
  it('shows everything and installs nothing', async () => {
    await inDistrict(async ({ folder, run }) => {
      for (const scheduler of schedulerIds) {
        const { code, stdout } = await run('--time', '2:15', '--scheduler', scheduler);
        assert.equal(code, 0);
        assert.match(stdout, /^--- .*oneroster-north-to-iiq/);
        assert.match(stdout, /--target/);
      }
      assert.deepEqual((await readdir(folder)).sort(), ['north', 'oneroster.config.json']);
    });
  });

  it('writes the files where it is told to', async () => {
    await inDistrict(async ({ folder, run }) => {
      const env = join(folder, 'job.env');
      await run('--scheduler', 'systemd', '--output', 'job', '--name', 'Nightly', '--env-file', 'job.env');
      await run('--scheduler', 'windows', '--output', 'job', '--name', 'Nightly');
      const names = (await readdir(join(folder, 'job'))).sort();
      assert.deepEqual(names, [
        'oneroster-nightly.service',
        'oneroster-nightly.timer',
        'oneroster-nightly.xml',
      ]);
      const service = await readFile(join(folder, 'job', 'oneroster-nightly.service'), 'utf8');
      assert.ok(service.includes(`"--env-file" "${env}"`));
      const xml = await readFile(join(folder, 'job', 'oneroster-nightly.xml'));
      assert.deepEqual([...xml.subarray(0, 4)], [0xff, 0xfe, 0x3c, 0]);
    });
  });

  it('says what is wrong with a time or a target, and what is done by hand', async () => {
    await inDistrict(async ({ run }) => {
      assert.match((await run('--time', '25:00')).stderr, /no time of day/);
      assert.equal((await run('--target', 'none')).code, 2);
      const byHand = await run('--scheduler', 'github', '--action', 'install');
      assert.equal(byHand.code, 2);
      assert.match(byHand.stderr, /commit both files/);
    });
  });

  it('warns where the time is late for the consumer', async () => {
    const forSummit = inDistrict(async ({ run }) => {
      const late = await run('--scheduler', 'cron');
      assert.equal(late.code, 0);
      assert.match(late.stderr, /^Warning: Summit K12 begins .* A job at 23:30 is late for that/);
      assert.match(late.stdout, /A job at 23:30 is late for that/);
      const inTime = await run('--scheduler', 'cron', '--time', '18:30');
      assert.equal(inTime.stderr, '');
      assert.match(inTime.stdout, /A job at 18:30 is in time for that.* clock of the district/);
    }, 'summit-k12');
    const forIncidentIq = inDistrict(async ({ run }) => {
      const unknown = await run('--scheduler', 'cron');
      assert.equal(unknown.stderr, '');
      assert.match(unknown.stdout, /at what time it is read is not published/);
    }, 'incident-iq');
    await Promise.all([forSummit, forIncidentIq]);
  });

  it('installs, runs, disables and removes with the commands of the scheduler', async function () {
    if (process.platform !== 'linux') this.skip();
    await inDistrict(async ({ folder, run }) => {
      const bin = join(folder, 'bin');
      const log = join(folder, 'commands.log');
      await mkdir(bin);
      for (const name of ['systemctl', 'loginctl']) {
        const look = `ls "$HOME/.config/systemd/user" > "${folder}/seen.log"`;
        await writeFile(join(bin, name), `#!/bin/sh\necho ${name} "$@" >> "${log}"\n${look}\n`);
        await chmod(join(bin, name), 0o755);
      }
      const { PATH, HOME } = process.env;
      process.env['PATH'] = `${bin}:${PATH ?? ''}`;
      process.env['HOME'] = folder;
      try {
        for (const action of ['install', 'status', 'run', 'disable', 'enable']) {
          assert.equal((await run('--action', action)).code, 0, action);
        }
        const units = join(folder, '.config', 'systemd', 'user');
        assert.equal((await readdir(units)).length, 2);
        assert.equal((await run('--action', 'remove')).code, 0);
        assert.deepEqual(await readdir(units), []);
        // Units are read again when they are gone, and not before.
        assert.equal(await readFile(join(folder, 'seen.log'), 'utf8'), '');
      } finally {
        process.env['PATH'] = PATH;
        process.env['HOME'] = HOME;
      }
      const commands = (await readFile(log, 'utf8')).trimEnd().split('\n');
      assert.deepEqual(commands.slice(0, 3), [
        'systemctl --user daemon-reload',
        'systemctl --user enable --now oneroster-north-to-iiq.timer',
        'loginctl enable-linger',
      ]);
      assert.ok(commands.includes('systemctl --user start oneroster-north-to-iiq.service'));
    });
  });
});

interface Scene {
  readonly folder: string;
  readonly run: (...argv: readonly string[]) => Promise<CliRun>;
}

async function inDistrict(
  work: (scene: Scene) => Promise<void>,
  profile: ProfileId = 'standard',
): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    await mkdir(join(folder, 'north'));
    const config = { targets: { iiq: { url: 'sftp://north@sftp.example.org/in', profile } } };
    await writeFile(join(folder, 'oneroster.config.json'), JSON.stringify(config));
    await work({ folder, run: (...argv) => oneroster(['schedule', 'north', ...argv], { cwd: folder }) });
  });
}
