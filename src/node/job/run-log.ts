import { appendFile, mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { systemCode, unwritableFile } from '../file-failure';

export type LogLevel = 'info' | 'warning' | 'error';

/** A log that grows to this size is put aside and begun anew; in bytes. */
const largest = 1024 * 1024;
/** So many that were put aside are kept. */
const kept = 5;

/**
 * The log of runs that nobody watches: a line for each event, with the time in UTC. What is written there names no people; that is
 * the duty of whoever writes.
 */
export class RunLog {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  /**
   * Makes room, so that a log that cannot be written is found before anything is done.
   * @throws RosterError `file-unwritable`
   */
  async open(): Promise<void> {
    await this.#orUnwritable(async () => {
      await mkdir(dirname(this.path), { recursive: true });
      if ((await sizeOf(this.path)) >= largest) await this.#rotate();
      await appendFile(this.path, '');
    });
  }

  /** @throws RosterError `file-unwritable` */
  async write(level: LogLevel, message: string): Promise<void> {
    const text = message.replace(/\s*\n\s*/g, ' ');
    const line = `${new Date().toISOString()} ${level} ${text}\n`;
    await this.#orUnwritable(() => appendFile(this.path, line));
  }

  async #rotate(): Promise<void> {
    await rm(`${this.path}.${String(kept)}`, { force: true });
    for (let number = kept - 1; number >= 1; number--) await moveIfThere(this.path, number, number + 1);
    await rename(this.path, `${this.path}.1`);
  }

  async #orUnwritable(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      throw systemCode(error) === undefined ? error : unwritableFile(this.path, error);
    }
  }
}

async function moveIfThere(path: string, from: number, to: number): Promise<void> {
  try {
    await rename(`${path}.${String(from)}`, `${path}.${String(to)}`);
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
  }
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return 0;
    throw error;
  }
}
