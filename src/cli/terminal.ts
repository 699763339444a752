import type { Readable } from 'node:stream';

/** A stream that text is written to; a terminal where `isTTY` says so. */
export type TextStream = NodeJS.WritableStream & { readonly isTTY?: boolean | undefined };

/** What a command may use of the process that it runs in. */
export interface CliContext {
  /** For data. */
  readonly stdout: TextStream;
  /** For talk: progress, warnings, errors. */
  readonly stderr: TextStream;
  readonly stdin: Readable & { readonly isTTY?: boolean | undefined };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder that relative paths count from. */
  readonly cwd: string;
  /** The user's home folder; the system's answer where it is left out. */
  readonly home?: string | undefined;
  /** The waits between tries of a connection, in milliseconds; the usual ones where they are left out. */
  readonly retryDelays?: readonly number[] | undefined;
  /** The wait between two looks at a delivered package, in milliseconds. */
  readonly watchInterval?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** How this program is started again; unknown where it is run inside another one. */
  readonly program?: { readonly argv: readonly string[]; readonly isElectron: boolean } | undefined;
}

/** Writes pieces of text one after the other, waiting while the reader is slower. It ends early where the reader has left. */
export async function writeAll(stream: TextStream, pieces: Iterable<string>): Promise<void> {
  for (const piece of pieces) {
    if (!stream.writable) return;
    if (!stream.write(piece)) await roomOrEnd(stream);
  }
}

/** Whether text for this stream may be coloured. `NO_COLOR` forbids it with any value but the empty one. */
export function mayColor(stream: TextStream, env: CliContext['env']): boolean {
  return stream.isTTY === true && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
}

const colors = { red: 31, yellow: 33, cyan: 36, bold: 1 } as const;

/** Puts text into a colour, or leaves it as it is. */
export type Paint = (text: string, color: keyof typeof colors) => string;

export function paintFor(stream: TextStream, env: CliContext['env']): Paint {
  if (!mayColor(stream, env)) return (text) => text;
  return (text, color) => `\u001b[${String(colors[color])}m${text}\u001b[0m`;
}

/** Text that comes from file names, safe for a terminal: what cannot be seen is written as its code. */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
  });
}

/** One line on a terminal that says how far a command is; nothing is written where there is no terminal. */
export class ProgressLine {
  readonly #stream: TextStream;
  #shown = '';

  constructor(stream: TextStream) {
    this.#stream = stream;
  }

  show(text: string): void {
    if (this.#stream.isTTY !== true || text === this.#shown) return;
    this.#shown = text;
    this.#stream.write(`\r\u001b[K${visible(text)}`);
  }

  /** How much of a step is done, from 0 to 1. */
  showStep(step: string, done: number): void {
    this.show(done > 0 ? `${step} ${String(Math.floor(done * 100))} %` : step);
  }

  clear(): void {
    if (this.#shown !== '') this.#stream.write('\r\u001b[K');
    this.#shown = '';
  }
}

function roomOrEnd(stream: TextStream): Promise<void> {
  return new Promise((resolve) => {
    const events = ['drain', 'close', 'error', 'finish'];
    const done = () => {
      for (const event of events) stream.removeListener(event, done);
      resolve();
    };
    for (const event of events) stream.once(event, done);
  });
}
