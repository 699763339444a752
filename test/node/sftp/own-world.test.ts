import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deliverFiles } from '../../../src/node/sftp/deliver-files';
import { openSftpSession, type OpenSessionOptions } from '../../../src/node/sftp/open-sftp-session';
import { probeTarget } from '../../../src/node/sftp/probe-target';
import { createKeyPair, fingerprintOf } from '../../../src/node/practice/key-pair';
import { findProgram, missingForWorld, startInOwnWorld, worldHome, type WorldServer } from './own-world';
import { demandFiles, makeFile, password, patient, rejectsWith } from './practice';

const fileName = 'OneRoster.zip';
const old = Buffer.from('the package that was delivered before');

interface Kind {
  readonly title: string;
  /** What of it is missing on this machine, beside the program. */
  readonly missing?: string | undefined;
  readonly instead?: Readonly<Record<string, string>>;
  readonly program: string;
  /** Where the user's folder is for them. */
  readonly root: string;
  readonly command: (
    program: string,
    world: { readonly base: string; readonly port: number },
  ) => Promise<string[]>;
}

const hostKey = createKeyPair();

/** OpenSSH's server, shut into a folder. @param login the lines of its configuration that say how people log in */
function sshdWith(...login: readonly string[]): Pick<Kind, 'program' | 'root' | 'command'> {
  return {
    program: 'sshd',
    root: '',
    async command(program, { base, port }) {
      await writeFile(join(base, 'host_key'), hostKey.private, { mode: 0o600 });
      const lines = [
        `Port ${String(port)}`,
        'ListenAddress 127.0.0.1',
        `HostKey ${join(base, 'host_key')}`,
        'PidFile none',
        ...login,
        `ChrootDirectory ${worldHome}`,
        'ForceCommand internal-sftp',
        'Subsystem sftp internal-sftp',
      ];
      await writeFile(join(base, 'sshd_config'), `${lines.join('\n')}\n`);
      return [program, '-D', '-e', '-f', join(base, 'sshd_config')];
    },
  };
}

/** How this machine asks for passwords; the world has rules of its own for that. */
const pamRules = '/etc/pam.d/sshd';

const kinds: readonly Kind[] = [
  {
    title: "OpenSSH's server, with passwords and shut into a folder",
    ...sshdWith('UsePAM no', 'PasswordAuthentication yes', 'KbdInteractiveAuthentication no'),
  },
  {
    title: "OpenSSH's server, which asks for the password by PAM (keyboard-interactive)",
    missing: existsSync(pamRules) ? undefined : 'no PAM for sshd',
    instead: {
      [pamRules]: 'auth required pam_unix.so\naccount required pam_unix.so\nsession required pam_permit.so\n',
    },
    ...sshdWith('UsePAM yes', 'PasswordAuthentication no', 'KbdInteractiveAuthentication yes'),
  },
  {
    title: 'Dropbear',
    program: 'dropbear',
    root: worldHome,
    async command(program, { base, port }) {
      const key = join(base, 'dropbear_key');
      execFileSync('dropbearkey', ['-t', 'ed25519', '-f', key], { stdio: 'ignore' });
      return [program, '-F', '-E', '-r', key, '-p', `127.0.0.1:${String(port)}`, '-P', join(base, 'pid')];
    },
  },
];

for (const { title, program, root, command, instead = {}, missing: alsoMissing } of kinds) {
  const path = findProgram(program);
  const missing = missingForWorld(program, 'openssl') ?? alsoMissing;
  describe(`against ${title}${missing === undefined ? '' : ` (NOT RUN: ${missing})`}`, () => {
    let server: WorldServer;
    let local: string;
    let open: OpenSessionOptions;

    before(async function () {
      if (missing !== undefined || path === undefined) return this.skip();
      server = await startInOwnWorld({
        password,
        command: (world) => command(path, world),
        instead,
      });
      local = await mkdtemp(join(tmpdir(), 'oneroster-local-'));
      const target = { host: '127.0.0.1', port: server.port, user: server.user };
      const credential = { kind: 'password', read: async () => password } as const;
      const hostKey = { ask: async () => true };
      open = { target, credential, hostKey, timeouts: patient };
    });

    after(async () => {
      if (missing !== undefined) return;
      await server.stop();
      await rm(local, { recursive: true, force: true });
    });

    const deliverTo = async (folder: string, bytes: number) => {
      const { path: file, content } = await makeFile(local, 'new.zip', bytes);
      const files = [{ path: file, name: fileName }];
      const remoteFolder = `${root}/${folder}`;
      return { content, delivering: deliverFiles({ open, files, remoteFolder, delays: [] }) };
    };

    it('shows the host key, takes the password, and replaces the package in one step', async () => {
      for (const [bytes, replaced] of [
        [300_000, false],
        [1_200_000, true],
      ] as const) {
        const { content, delivering } = await deliverTo('in', bytes);
        const { files, hostKey: shown } = await delivering;
        if (program === 'sshd') assert.equal(shown, fingerprintOf(hostKey.private));
        assert.deepEqual([files[0]?.replaced, files[0]?.guarantee], [replaced, 'posix-rename']);
        await demandFiles(join(server.folder, 'in'), { [fileName]: content });
      }
      const session = await openSftpSession(open);
      try {
        assert.deepEqual(await probeTarget({ session, remoteFolder: `${root}/in` }), { entries: 1 });
      } finally {
        await session.close();
      }
    });

    it('tries a wrong password once', async () => {
      const credential = { kind: 'password', read: async () => 'Wr0ng-and-secret' } as const;
      const error = await rejectsWith('login-refused', openSftpSession({ ...open, credential }));
      assert.ok(!`${error.message} ${error.remedy}`.includes('Wr0ng'));
    });

    it('leaves a folder that may not be written as it is', async () => {
      await writeFile(join(server.folder, 'closed', fileName), old);
      const { delivering } = await deliverTo('closed', 1000);
      await rejectsWith('remote-permission', delivering);
      await demandFiles(join(server.folder, 'closed'), { [fileName]: old });
    });

    it('keeps the previous package where the disk is full, and takes the unfinished one away', async () => {
      await writeFile(join(server.folder, 'small', fileName), old);
      const { delivering } = await deliverTo('small', 3_000_000);
      await rejectsWith('remote-disk-full', delivering);
      assert.deepEqual(await readdir(join(server.folder, 'small')), [fileName]);
      assert.deepEqual(await readFile(join(server.folder, 'small', fileName)), old);
    });
  });
}
