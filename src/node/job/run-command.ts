import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { inEnglish, type Say } from '../../core/text/say';
import { signalGroup } from './signal-group';

export interface CommandOptions {
  /** A command line, as the system's shell reads it. */
  readonly command: string;
  /** The folder that it runs in. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** After so many milliseconds it is ended. */
  readonly timeout: number;
  /** What it reads from its standard input; nothing where it is left out. */
  readonly input?: string;
  readonly signal?: AbortSignal | undefined;
}

/** How a command ended. What it printed is not kept: it may name people. */
export type CommandEnd =
  | { readonly kind: 'exit'; readonly code: number }
  | { readonly kind: 'signal'; readonly signal: string }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'cancelled' }
  /** It could not be started at all. */
  | { readonly kind: 'failed'; readonly reason: string };

/** Runs a command through the system's shell and waits for its end. */
export async function runCommand(options: CommandOptions): Promise<CommandEnd> {
  const { command, cwd, env, timeout, input, signal } = options;
  const child = spawn(command, {
    ...{ cwd, env, shell: true, stdio: ['pipe', 'ignore', 'ignore'] },
    // A group of its own, so that what it has started ends with it.
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  // Who reads nothing may be gone before it is written.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input ?? '');
  let ending: CommandEnd | undefined;
  const give = (end: CommandEnd) => {
    ending ??= end;
    signalGroup(child, 'SIGKILL');
  };
  const timer = setTimeout(() => give({ kind: 'timeout' }), timeout);
  const onAbort = () => give({ kind: 'cancelled' });
  signal?.addEventListener('abort', onAbort);
  if (signal?.aborted === true) onAbort();
  try {
    const [code, killed] = (await once(child, 'exit')) as [number | null, string | null];
    return ending ?? (code === null ? { kind: 'signal', signal: killed ?? '' } : { kind: 'exit', code });
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}

/** The end of a command as the end of a sentence: "ended with code 3". */
export function describeEnd(end: CommandEnd, timeout: number, say: Say = inEnglish): string {
  switch (end.kind) {
    case 'exit':
      return say('ended with code {code}', { code: String(end.code) });
    case 'signal':
      return say('was ended by {signal}', { signal: end.signal });
    case 'timeout':
      return say('was not done after {minutes} minutes and was ended', {
        minutes: String(Math.round(timeout / 60_000)),
      });
    case 'cancelled':
      return say('was cancelled');
    case 'failed':
      return say('could not be started ({reason})', { reason: end.reason });
  }
}
