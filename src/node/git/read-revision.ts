import { stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { matchesPattern } from '../../core/config/matches-pattern';
import { RosterError } from '../../core/errors';
import { phrase, type Sentence, sentence } from '../../core/text/say';
import type { RosterEntry, RosterInput } from '../../core/model/roster-input';
import type { ReadRosterInputOptions } from '../read-roster-input';
import { readBlobs } from './read-blobs';
import { runGit, type GitOptions } from './run-git';

/** A folder as it was at a revision of the git repository that it lies in. */
export interface Revision {
  /** The folder's path. It need not be there any more. */
  readonly folder: string;
  /** What names the revision: a branch, a tag, a commit, `HEAD~3`. */
  readonly revision: string;
}

export interface ReadRevisionOptions extends ReadRosterInputOptions {
  /** The program and its patience, where they are not the usual ones. */
  readonly git?: Pick<GitOptions, 'program' | 'patience'>;
}

/** A roster read from a revision. */
export interface RevisionInput extends RosterInput {
  /** The commit, as 40 hexadecimal digits. */
  readonly commit: string;
}

/**
 * Reads a roster folder as it was at a revision: the CSV files directly inside, as `readRosterInput` takes them. Nothing in the
 * working folder is touched.
 *
 * Throws `git-missing`, `git-failed` where the folder is in no repository, the revision is unknown or git fails, `not-a-roster`
 * where the folder was not there or held no CSV file, and `cancelled`.
 */
export async function readRevision(
  { folder, revision }: Revision,
  { signal, ignore = [], git }: ReadRevisionOptions = {},
): Promise<RevisionInput> {
  const { cwd, below } = await nearestFolder(resolve(folder));
  const options = { cwd, signal, ...git };
  const prefix = `${await prefixOf(options)}${below.map((name) => `${name}/`).join('')}`;
  const commit = await commitOf(revision, options);
  const files = (await filesIn(commit, prefix, { folder, revision }, options)).filter(
    ({ name }) =>
      name.toLowerCase().endsWith('.csv') && !ignore.some((pattern) => matchesPattern(name, pattern)),
  );
  if (files.length === 0)
    throw notARoster(sentence('{folder} held no CSV file at {revision}.', { folder, revision }));
  const blobs = files.filter(({ isFile }) => isFile).map(({ id }) => id);
  const contents = await readBlobs(blobs, options);
  const entries = files
    .map(({ name, isFile, id }): RosterEntry => {
      const bytes = contents.get(id);
      if (!isFile || bytes === undefined)
        return failed(name, sentence('{name} is not a regular file at {revision}.', { name, revision }));
      if (isPointer(bytes))
        return failed(name, sentence('{name} is kept by Git LFS, which is not read.', { name }));
      return { path: name, content: { bytes } };
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  return { name: `${folder} at ${revision}`, kind: 'folder', entries, commit };
}

/** The nearest folder that is there, and the names below it that are not. */
async function nearestFolder(
  folder: string,
): Promise<{ readonly cwd: string; readonly below: readonly string[] }> {
  const below: string[] = [];
  for (let cwd = folder; ; cwd = dirname(cwd)) {
    const isFolder = await stat(cwd).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (isFolder || cwd === dirname(cwd)) return { cwd, below };
    below.unshift(basename(cwd));
  }
}

async function prefixOf(options: GitOptions): Promise<string> {
  const { code, stdout, complaint } = await runGit(['rev-parse', '--show-prefix'], options);
  if (code === 0) return stdout.toString().replace(/\r?\n$/, '');
  throw new RosterError(
    'git-failed',
    sentence('There is no git repository that can be read in {cwd}: {complaint}.', {
      cwd: options.cwd,
      complaint,
    }),
    phrase(
      'A revision can be compared only of a folder in a git repository. Give a folder or a zip instead.',
    ),
  );
}

async function commitOf(revision: string, options: GitOptions): Promise<string> {
  // What begins with a hyphen would be an option of git.
  if (!revision.startsWith('-') && revision.trim() !== '') {
    const args = ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`];
    const { code, stdout } = await runGit(args, options);
    if (code === 0) return stdout.toString().trim();
  }
  throw new RosterError(
    'git-failed',
    sentence('git knows no revision "{revision}" in {cwd}.', { revision, cwd: options.cwd }),
    phrase(
      '"git log --oneline" lists the commits, "git tag" the tags; HEAD is the last commit, HEAD~1 the one before.',
    ),
  );
}

interface TreeFile {
  readonly name: string;
  readonly id: string;
  readonly isFile: boolean;
}

async function filesIn(
  commit: string,
  prefix: string,
  { folder, revision }: Revision,
  options: GitOptions,
): Promise<readonly TreeFile[]> {
  const tree = `${commit}:${prefix.replace(/\/$/, '')}`;
  const { code, stdout } = await runGit(['ls-tree', '-z', '--full-tree', tree], options);
  if (code !== 0)
    throw notARoster(sentence('There was no folder {folder} at {revision}.', { folder, revision }));
  return stdout
    .toString()
    .split('\0')
    .flatMap((line) => {
      const found = /^(\d+) (\w+) ([0-9a-f]+)\t(.+)$/s.exec(line);
      const [, mode = '', type, id = '', name = ''] = found ?? [];
      return found === null || type === 'tree' ? [] : [{ name, id, isFile: mode.startsWith('100') }];
    });
}

function isPointer(bytes: Uint8Array): boolean {
  return (
    bytes.length < 1024 &&
    Buffer.from(bytes).toString('latin1').startsWith('version https://git-lfs.github.com/')
  );
}

function failed(path: string, failure: Sentence): RosterEntry {
  return { path, content: { failure } };
}

function notARoster(message: Sentence): RosterError {
  return new RosterError(
    'not-a-roster',
    message,
    phrase('Give the folder that holds the CSV files, and a revision at which it was there.'),
  );
}
