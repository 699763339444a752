import { spawn } from 'node:child_process';
import { RosterError } from '../../core/errors';
import { phrase, sentence } from '../../core/text/say';
import { cancelled, throwIfCancelled } from '../cancel';
import { systemCode } from '../file-failure';

export interface GitOptions {
  /** The folder that git works in. */
  readonly cwd: string;
  readonly signal?: AbortSignal | undefined;
  /** What git reads from its standard input. */
  readonly input?: string;
  /** The program, where it is another than the one on the path. */
  readonly program?: string;
  /** How long it may take, in milliseconds; a minute where it is left out. */
  readonly patience?: number;
}

export interface GitAnswer {
  readonly code: number;
  readonly stdout: Buffer;
  /** The first line of what git has to say. */
  readonly complaint: string;
}

/** What git gives beyond this, in bytes, is not taken. */
const mostOutput = 2 * 1024 ** 3;

/**
 * Runs a command of git that only reads, and gives what it says, whether it succeeds or not. Nothing is asked, nothing fetched,
 * and no program of the repository's own is started.
 *
 * Throws `git-missing` where there is no git, `git-failed` where it takes too long or gives too much, and `cancelled`.
 */
export async function runGit(args: readonly string[], options: GitOptions): Promise<GitAnswer> {
  const { cwd, signal, input = '', program = 'git', patience = 60_000 } = options;
  throwIfCancelled(signal);
  const child = spawn(program, ['-c', 'core.fsmonitor=false', '--no-pager', ...args], {
    cwd,
    env: { ...process.env, ...settings },
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
  const out = new Output();
  const complaint = new Output();
  const outcome = await new Promise<number | 'slow' | 'large' | 'cancelled' | Error>((resolve) => {
    const stop = (why: 'slow' | 'large' | 'cancelled') => {
      child.kill('SIGKILL');
      resolve(why);
    };
    const timer = setTimeout(() => stop('slow'), patience);
    const onAbort = () => stop('cancelled');
    signal?.addEventListener('abort', onAbort);
    child.stdout.on('data', (piece: Buffer) => {
      if (!out.take(piece, mostOutput)) stop('large');
    });
    child.stderr.on('data', (piece: Buffer) => complaint.take(piece, 0x1_0000));
    // A git that has ended early reads no more: what it had to say counts.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    child.on('error', resolve);
    child.on('close', (code) => resolve(code ?? -1));
    child.on('close', () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    });
  });
  if (typeof outcome === 'number') {
    return { code: outcome, stdout: out.all(), complaint: firstLine(complaint.all().toString()) };
  }
  throw outcome === 'cancelled' ? cancelled() : failure(outcome, patience);
}

/** Keep git from asking, from fetching what is missing, from other languages, and from any repository but that of the folder. */
const settings = {
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_LAZY_FETCH: '1',
  LC_ALL: 'C',
  GIT_DIR: undefined,
  GIT_WORK_TREE: undefined,
  GIT_INDEX_FILE: undefined,
};

class Output {
  readonly #pieces: Buffer[] = [];
  #length = 0;

  /** Returns whether there was room for it. */
  take(piece: Buffer, most: number): boolean {
    if (this.#length + piece.length > most) return false;
    this.#pieces.push(piece);
    this.#length += piece.length;
    return true;
  }

  all(): Buffer {
    return Buffer.concat(this.#pieces);
  }
}

function firstLine(text: string): string {
  return (
    text
      .split('\n')[0]
      ?.replace(/^(?:fatal|error): /, '')
      .trim() ?? ''
  );
}

function failure(outcome: 'slow' | 'large' | Error, patience: number): RosterError {
  if (outcome === 'slow') {
    const seconds = String(Math.ceil(patience / 1000));
    return new RosterError(
      'git-failed',
      sentence('git did not answer within {seconds} seconds.', { seconds }),
      phrase('See whether "git status" answers in that folder, and try again.'),
    );
  }
  if (outcome === 'large') {
    return new RosterError(
      'git-failed',
      phrase('The files of that revision are larger than 2 GB together.'),
      phrase('Check the revision out into a folder of its own, and give that folder.'),
    );
  }
  const message =
    systemCode(outcome) === 'ENOENT'
      ? sentence('The program git is not to be found.')
      : sentence('The program git does not start: {words}.', { words: outcome.message });
  return new RosterError(
    'git-missing',
    message,
    phrase(
      'Install git, or see to it that it is on the PATH; or give a folder or a zip instead of a revision.',
    ),
    { cause: outcome },
  );
}
