import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { configFileName } from '../core/config/config';
import { findSecrets, type FoundSecret } from '../core/delivery/find-secrets';
import { systemCode } from './file-failure';
import { isThere } from './is-there';

/** A file with secrets in it. */
export interface FileWithSecrets {
  readonly path: string;
  readonly text: string;
  readonly secrets: readonly FoundSecret[];
}

/** Files beyond these are not looked at: secrets stand in small files, and there are few of them beside a roster. */
const largest = 256 * 1024;
const mostFiles = 1000;

/**
 * Finds secrets in the files of a folder that Git has, and so gives to everybody who has the repository. Nothing where there is
 * no Git. The configuration is left out, which says so itself.
 */
export async function findTrackedSecrets(folder: string): Promise<readonly FileWithSecrets[]> {
  const found: FileWithSecrets[] = [];
  const names = (await trackedFiles(folder)).filter(
    (name) => !/\.(?:csv|zip|png|jpe?g|pdf|xlsx?)$/i.test(name),
  );
  for (const name of names.slice(0, mostFiles)) {
    if (name.split('/').at(-1) === configFileName) continue;
    const path = join(folder, name);
    const text = await readSmallText(path);
    const secrets = text === undefined ? [] : findSecrets(text, placeOf(path));
    if (text !== undefined && secrets.length > 0) found.push({ path, text, secrets });
  }
  return found;
}

/** What a file may hold, by its path. */
export function placeOf(path: string): 'settings' | 'configuration' | 'other' {
  const parts = path.replaceAll('\\', '/').split('/');
  if (parts.at(-1) === configFileName) return 'configuration';
  return parts.at(-1) === 'settings.json' && parts.at(-2) === '.vscode' ? 'settings' : 'other';
}

/** Whether a folder lies in a repository: Git need not be started to learn that it does not. */
async function isInRepository(folder: string): Promise<boolean> {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (await isThere(join(at, '.git'))) return true;
    if (at === dirname(at)) return false;
  }
}

/** Paths relative to the folder. What the repository's own settings would have Git start is not started. */
async function trackedFiles(folder: string): Promise<readonly string[]> {
  if (!(await isInRepository(folder))) return [];
  return new Promise((done) => {
    const args = ['-c', 'core.fsmonitor=false', '-C', folder, 'ls-files', '-z'];
    execFile('git', args, { encoding: 'utf8', maxBuffer: 16 * 1024 * 1024 }, (error, stdout) =>
      done(error === null ? stdout.split('\0').filter((name) => name !== '') : []),
    );
  });
}

/** A text; undefined for a large file, one with other bytes than text, and one that cannot be read. */
export async function readSmallText(path: string): Promise<string | undefined> {
  try {
    const { size } = await stat(path);
    if (size > largest) return undefined;
    const text = await readFile(path, 'utf8');
    return text.includes('\0') ? undefined : text;
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return undefined;
  }
}
