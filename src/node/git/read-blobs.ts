import { RosterError } from '../../core/errors';
import { phrase, sentence } from '../../core/text/say';
import { runGit, type GitOptions } from './run-git';

/**
 * Reads the contents of files that git keeps, by their ids; each once.
 *
 * Throws `git-failed` where git does not give one of them.
 */
export async function readBlobs(
  ids: readonly string[],
  options: GitOptions,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const wanted = [...new Set(ids)];
  const contents = new Map<string, Uint8Array>();
  if (wanted.length === 0) return contents;
  const input = wanted.map((id) => `${id}\n`).join('');
  const { stdout, complaint } = await runGit(['cat-file', '--batch'], { ...options, input });
  let at = 0;
  for (const id of wanted) {
    const end = stdout.indexOf(0x0a, at);
    const [, size] = /^[0-9a-f]+ blob (\d+)$/.exec(stdout.toString('latin1', at, Math.max(end, at))) ?? [];
    const start = end + 1;
    if (size === undefined || start + Number(size) > stdout.length) throw notGiven(complaint);
    // A copy of its own, so that one file does not keep all others in memory.
    contents.set(id, new Uint8Array(stdout.subarray(start, start + Number(size))));
    at = start + Number(size) + 1;
  }
  return contents;
}

function notGiven(complaint: string): RosterError {
  const reason = complaint === '' ? sentence('the object is not there') : complaint;
  return new RosterError(
    'git-failed',
    sentence('git does not give a file of that revision: {reason}.', { reason }),
    phrase(
      'The repository may be damaged, or hold only a part of its history. "git fsck" tells, "git fetch" may bring the rest.',
    ),
  );
}
