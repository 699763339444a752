import { resolve } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { runCli } from '../../../src/cli/main';
import type { CliContext } from '../../../src/cli/terminal';

export interface CliRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliSetting {
  readonly cwd?: string;
  readonly env?: CliContext['env'];
  readonly stdin?: string;
  readonly isTerminal?: boolean;
  readonly signal?: AbortSignal;
  /** A folder with `.ssh`; left out, one that is not there. */
  readonly home?: string;
  readonly retryDelays?: readonly number[];
  readonly watchInterval?: number;
}

/** Runs the command line inside this process. */
export async function oneroster(argv: readonly string[], setting: CliSetting = {}): Promise<CliRun> {
  const stdout = new CollectingStream(setting.isTerminal);
  const stderr = new CollectingStream(setting.isTerminal);
  const code = await runCli(argv, {
    stdout,
    stderr,
    stdin: Readable.from(setting.stdin === undefined ? [] : [setting.stdin]),
    env: setting.env ?? {},
    cwd: setting.cwd ?? resolve('test/rosters'),
    home: setting.home ?? resolve('test/no-home'),
    retryDelays: setting.retryDelays ?? [],
    watchInterval: setting.watchInterval,
    signal: setting.signal,
    program: { argv: [process.execPath, resolve('dist/cli.js')], isElectron: false },
  });
  return { code, stdout: stdout.text, stderr: stderr.text };
}

/** Keeps what is written; slower than the writer, so that waiting is tried as well. */
class CollectingStream extends Writable {
  readonly isTTY: boolean;
  text = '';

  constructor(isTerminal = false) {
    super({ decodeStrings: false, highWaterMark: 16 });
    this.isTTY = isTerminal;
  }

  override _write(chunk: unknown, _encoding: BufferEncoding, done: () => void): void {
    this.text += String(chunk);
    setImmediate(done);
  }
}
