// cron as a computer runs it, with a user, a spool and system folders of its own: in namespaces, so that the cron and the crontabs
// of this machine are left as they are. Only root may make them.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundleOptions } from '../../../scripts/build.mjs';
import { findProgram, missingForWorld } from '../../node/sftp/own-world';
import { until } from '../../support/until';

export interface CronWorld {
  /** The user's home, which they alone may read. Its path is the same inside and outside. */
  readonly home: string;
  /** Node and the command line, as the user can start them. */
  readonly oneroster: readonly string[];
  /** Makes what root has put into the home the user's own. */
  readonly giveHome: () => Promise<void>;
  /** Runs a program as the user, at home, with these variables and no others. */
  readonly run: (argv: readonly string[], env?: Readonly<Record<string, string>>) => Promise<Ended>;
  /** The clock of the daemon, to be read as UTC. A minute of it began shortly after the daemon. */
  readonly clock: () => Date;
  readonly stop: () => Promise<void>;
}

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const user = 'district';
const userId = 4322;

/** What of it is missing on this machine, or undefined where it can be made. */
export const missingForCron = missingForWorld('cron', 'crontab', 'nsenter', 'setpriv');

/** Starts cron. Whoever started it stops it; should this process be ended by force, it ends as well, with all that it has started. */
export async function startCronWorld(): Promise<CronWorld> {
  const base = await mkdtemp('/tmp/oneroster-cron-');
  await prepare(base);
  const cron = findProgram('cron') ?? '';
  // A minute of the daemon's clock begins soon: one of the real clock would be waited for up to a minute.
  const shift = 48 - (Math.floor(Date.now() / 1000) % 60);
  const zone = `SOON${shift < 0 ? '+' : '-'}0:00:${String(Math.abs(shift)).padStart(2, '0')}`;
  const apart = ['unshare', '--mount', '--pid', '--fork', '--kill-child=KILL', '--mount-proc'];
  const command = ['sh', '-c', `${mounts(base)} && exec "$@"`, 'sh', cron, '-f'];
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', ...apart, ...command], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', TZ: zone },
  });
  const stop = async () => {
    await end(child);
    await rm(base, { recursive: true, force: true });
  };
  try {
    await started(child, base);
    const inside = (argv: readonly string[], env = {}) => runInside(child, join(base, 'home'), argv, env);
    return {
      home: join(base, 'home'),
      oneroster: [join(base, 'node'), join(base, 'program', 'cli.js')],
      giveHome: async () => {
        const owner = `${String(userId)}:${String(userId)}`;
        execFileSync('chown', ['-R', owner, join(base, 'home')]);
      },
      run: inside,
      clock: () => new Date(Date.now() + shift * 1000),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function prepare(base: string): Promise<void> {
  await chmod(base, 0o755);
  for (const name of ['home', 'run', 'spool', 'program']) await mkdir(join(base, name));
  await chmod(join(base, 'home'), 0o700);
  await chown(join(base, 'home'), userId, userId);
  const [, group = ''] = /^crontab:[^:]*:(\d+):/m.exec(await readFile('/etc/group', 'utf8')) ?? [];
  await chown(join(base, 'spool'), 0, Number(group));
  await chmod(join(base, 'spool'), 0o1730);
  // The daemon looks again where this is another second than it was.
  await utimes(join(base, 'spool'), 0, 0);
  const id = String(userId);
  const users = await readFile('/etc/passwd', 'utf8');
  await writeFile(join(base, 'passwd'), `${users}${user}:x:${id}:${id}::${join(base, 'home')}:/bin/sh\n`);
  await writeFile(join(base, 'shadow'), `${user}:*:19000:0:99999:7:::\n`, { mode: 0o600 });
  for (const name of ['crontab', 'node']) await writeFile(join(base, name), '');
  const entryPoints = { cli: 'src/cli/bin.ts' };
  await build({ ...bundleOptions(), outdir: join(base, 'program'), sourcemap: false, entryPoints });
}

/** Node is put where the user can get to it: it may lie in somebody's home. */
function mounts(base: string): string {
  const places = {
    run: '/run',
    spool: '/var/spool/cron/crontabs',
    passwd: '/etc/passwd',
    shadow: '/etc/shadow',
    crontab: '/etc/crontab',
  };
  return [
    `mount --bind '${process.execPath}' '${base}/node'`,
    ...Object.entries(places).map(([name, place]) => `mount --bind '${base}/${name}' ${place}`),
    'mount -t tmpfs tmpfs /etc/cron.d',
  ].join(' && ');
}

/** Waits until the daemon has written its process id, or has ended. */
async function started(child: ChildProcess, base: string): Promise<void> {
  let complaints = '';
  child.stderr?.on('data', (data: Buffer) => (complaints += data.toString()));
  const isThere = async () => {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`cron ended: ${complaints}`);
    return (await readFile(join(base, 'run', 'crond.pid'), 'utf8').catch(() => '')) !== '';
  };
  await until(isThere, 'cron to start', 20_000);
}

async function runInside(
  { pid = 0 }: ChildProcess,
  home: string,
  argv: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Ended> {
  const daemon = (await readFile(`/proc/${String(pid)}/task/${String(pid)}/children`, 'utf8')).trim();
  const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  return outcome('nsenter', [
    ...['--target', daemon, '--mount', '--pid', '--'],
    ...['setpriv', `--reuid=${String(userId)}`, `--regid=${String(userId)}`, '--clear-groups'],
    ...['env', '-i', '-C', home, ...variables, ...argv],
  ]);
}

async function outcome(program: string, args: readonly string[]): Promise<Ended> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (piece: Buffer) => (stdout += piece.toString()));
  child.stderr.on('data', (piece: Buffer) => (stderr += piece.toString()));
  await once(child, 'close');
  return { code: child.exitCode, stdout, stderr };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}
