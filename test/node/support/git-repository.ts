// Git repositories for tests, without anything of the configuration of whoever runs them.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Runs git in a folder and gives what it says. */
export async function git(folder: string, ...args: readonly string[]): Promise<string> {
  const settings = ['user.name=Test', 'user.email=test@example.org', 'core.autocrlf=false'];
  const { stdout } = await promisify(execFile)(
    'git',
    [...settings.flatMap((setting) => ['-c', setting]), ...args],
    {
      cwd: folder,
      env: { ...process.env, GIT_CONFIG_NOSYSTEM: '1', GIT_DIR: undefined, GIT_INDEX_FILE: undefined },
    },
  );
  return stdout.trim();
}

export async function makeRepository(folder: string): Promise<void> {
  await git(folder, 'init', '--quiet');
}

/** Commits everything in a folder, and gives the commit. */
export async function commitAll(folder: string, message: string): Promise<string> {
  await git(folder, 'add', '--all');
  await git(folder, 'commit', '--quiet', '--message', message);
  return git(folder, 'rev-parse', 'HEAD');
}
