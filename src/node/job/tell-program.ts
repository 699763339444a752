import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { sentence, type Sentence } from '../../core/text/say';
import { systemCode } from '../file-failure';
import { atHome } from './at-home';
import { signalGroup } from './signal-group';

/** What came of telling a program something. */
export interface Told {
  /** Why it was not done; missing where it was. */
  readonly failure?: Sentence;
  /** What it ended with; missing where it could not be started, or was ended. */
  readonly code?: number;
  /** The end of what it printed. */
  readonly said: string;
}

export interface TellOptions {
  /** Asks it to end, and after a while makes it. */
  readonly signal?: AbortSignal;
}

/** So much of what a program prints is kept; in characters. */
const kept = 2000;
/** A program that is asked to end gets so long for it; in milliseconds. */
const grace = 10_000;

/** Runs a program without a terminal, with what it starts as one group, and waits until all of them have let go of its output. */
export async function tellProgram(argv: readonly string[], { signal }: TellOptions = {}): Promise<Told> {
  const [program = '', ...args] = argv.map(atHome);
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (piece: string) => (said = (said + piece).slice(-kept)));
  }
  let timer: NodeJS.Timeout | undefined;
  const onAbort = () => {
    signalGroup(child, 'SIGTERM');
    timer = setTimeout(() => signalGroup(child, 'SIGKILL'), grace);
  };
  signal?.addEventListener('abort', onAbort);
  try {
    const [code] = (await once(child, 'close')) as [number | null];
    const words = said.trim().replace(/\s*\n\s*/g, ' ');
    const failure = code === 0 ? {} : { failure: endedWith(argv, code, words) };
    return { said: words, ...failure, ...(code === null ? {} : { code }) };
  } catch (error) {
    const values = { command: argv.join(' '), words: systemCode(error) ?? String(error) };
    return { said: '', failure: sentence('"{command}" could not be started ({words}).', values) };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}

function endedWith(argv: readonly string[], code: number | null, said: string): Sentence {
  // Programs end their sentences or not; another one follows here.
  const words = said === '' || /[.!?]$/.test(said) ? said : `${said}.`;
  const values = { command: argv.join(' '), code: String(code ?? '?'), words };
  return words === ''
    ? sentence('"{command}" ended with code {code}.', values)
    : sentence('"{command}" ended with code {code}: {words}', values);
}
