import type { Diagnostic } from 'vscode-languageserver/node';

/**
 * What is wrong with files of settings, which several rosters may share. What a roster has against a file (a suppression that
 * matches nothing there) is shown only where every roster that uses the file has it.
 */
export class SettingsDiagnostics {
  readonly #publish: (path: string, diagnostics: readonly Diagnostic[]) => void;
  readonly #own = new Map<string, readonly Diagnostic[]>();
  /** By file, then by roster folder. */
  readonly #ofRosters = new Map<string, Map<string, readonly Diagnostic[]>>();
  readonly #published = new Set<string>();

  constructor(publish: (path: string, diagnostics: readonly Diagnostic[]) => void) {
    this.#publish = publish;
  }

  /** Mistakes of the file itself. */
  setOwn(path: string, diagnostics: readonly Diagnostic[]): void {
    this.#own.set(path, diagnostics);
    this.#show(path);
  }

  /** What a roster has against the files of settings that it uses; all that it uses are to be given. */
  setOf(folder: string, byPath: ReadonlyMap<string, readonly Diagnostic[]>): void {
    for (const [path, folders] of this.#ofRosters) {
      if (!byPath.has(path) && folders.delete(folder)) this.#show(path);
    }
    for (const [path, diagnostics] of byPath) {
      const folders = this.#ofRosters.get(path) ?? new Map<string, readonly Diagnostic[]>();
      this.#ofRosters.set(path, folders.set(folder, diagnostics));
      this.#show(path);
    }
  }

  /** Takes back what was published of a file that is gone. */
  forget(path: string): void {
    this.#own.delete(path);
    this.#ofRosters.delete(path);
    this.#show(path);
  }

  #show(path: string): void {
    const diagnostics = [...(this.#own.get(path) ?? []), ...inAll(this.#ofRosters.get(path))];
    if (diagnostics.length > 0) this.#published.add(path);
    else if (!this.#published.delete(path)) return;
    this.#publish(path, diagnostics);
  }
}

function inAll(folders: ReadonlyMap<string, readonly Diagnostic[]> = new Map()): readonly Diagnostic[] {
  const [first = [], ...others] = folders.values();
  const keys = others.map((diagnostics) => new Set(diagnostics.map(keyOf)));
  return first.filter((diagnostic) => keys.every((known) => known.has(keyOf(diagnostic))));
}

function keyOf({ range, message }: Diagnostic): string {
  return JSON.stringify([range, message]);
}
