import { stat } from 'node:fs/promises';
import { systemCode } from '../file-failure';
import { readPart } from '../read-part';

/** Reads what is written into a log from now on. */
export class LogFollower {
  readonly #path: string;
  readonly #lines: string[] = [];
  #read = 0;
  #rest = '';

  private constructor(path: string, from: number) {
    this.#path = path;
    this.#read = from;
  }

  static async open(path: string): Promise<LogFollower> {
    return new LogFollower(path, await sizeOf(path));
  }

  /** All whole lines so far. */
  get lines(): readonly string[] {
    return this.#lines;
  }

  /** Reads what has come since, and gives its lines. */
  async look(): Promise<readonly string[]> {
    const size = await sizeOf(this.#path);
    // It was put aside, and begun anew.
    if (size < this.#read) this.#read = 0;
    if (size === this.#read) return [];
    const text = this.#rest + (await readPart(this.#path, this.#read, size));
    this.#read = size;
    const lines = text.split('\n');
    this.#rest = lines.pop() ?? '';
    this.#lines.push(...lines);
    return lines;
  }
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return 0;
  }
}
