/** Lets one piece of work at a time go on for each server: some let in one connection only, and cut the first for the second. */
export class TakeTurns {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Does the work when what was begun before for the same server has ended. */
  async run<T>(
    { host, port }: { readonly host: string; readonly port: number },
    work: () => Promise<T>,
  ): Promise<T> {
    const key = `${host.toLowerCase()}:${String(port)}`;
    const before = this.#last.get(key) ?? Promise.resolve();
    const working = before.then(work, work);
    this.#last.set(key, working);
    try {
      return await working;
    } finally {
      if (this.#last.get(key) === working) this.#last.delete(key);
    }
  }
}
