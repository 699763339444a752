import { isDeepStrictEqual } from 'node:util';
import { join, resolve } from 'node:path';
import type { Diagnostic } from 'vscode-languageserver/node';
import type { LocatedProblem, Validation } from '../core/validate-roster';
import type { Roster } from '../core/model/roster';
import type { ConfigInForce, ConfigStore } from './config-store';
import type { OpenDocuments } from './open-documents';
import { toDiagnostic } from './to-lsp';
import { uriOf } from './uris';

interface PublishServices {
  readonly documents: OpenDocuments;
  readonly configs: ConfigStore;
  publish(path: string, diagnostics: readonly Diagnostic[]): void;
}

/** What the editor has been told of one roster's problems. It is told again only of files about which there is news. */
export class PublishedProblems {
  readonly #folder: string;
  readonly #services: PublishServices;
  #problems: readonly LocatedProblem[] = [];
  #byPath: ReadonlyMap<string, readonly Diagnostic[]> = new Map();

  constructor(folder: string, services: PublishServices) {
    this.#folder = folder;
    this.#services = services;
  }

  /** The problems themselves. */
  get problems(): readonly LocatedProblem[] {
    return this.#problems;
  }

  publish({ roster, problems }: Validation, config: ConfigInForce): void {
    this.#problems = problems;
    const shownIn = fileToShowIn(roster);
    const pathOfFile = (file: string) => join(this.#folder, shownIn(file));
    const byPath = new Map<string, Diagnostic[]>();
    const ofSettings = this.#settingsFiles(config);
    for (const problem of problems) {
      const inSettings =
        ofSettings.size === 0 ? undefined : ofSettings.get(resolve(this.#folder, problem.file));
      const path = pathOfFile(problem.file);
      const diagnostic = toDiagnostic(problem, (file) => this.uriOf(pathOfFile(file)), roster.say);
      const known = inSettings ?? byPath.get(path);
      if (known === undefined) byPath.set(path, [diagnostic]);
      else known.push(diagnostic);
    }
    this.#services.configs.noteLeftovers(this.#folder, ofSettings);
    this.#tell(byPath);
  }

  /** Takes back everything that was published. */
  clear(): void {
    this.#problems = [];
    this.#tell(new Map());
    this.#services.configs.noteLeftovers(this.#folder, new Map());
  }

  /** The URI of a path, as the editor writes it where it has the file open. */
  uriOf(path: string): string {
    return this.#services.documents.at(path)?.uri ?? uriOf(path);
  }

  #tell(byPath: ReadonlyMap<string, readonly Diagnostic[]>): void {
    const before = this.#byPath;
    this.#byPath = byPath;
    for (const path of before.keys()) if (!byPath.has(path)) this.#services.publish(path, []);
    for (const [path, diagnostics] of byPath) {
      if (!isDeepStrictEqual(before.get(path), diagnostics)) this.#services.publish(path, diagnostics);
    }
  }

  /** The files of settings that may have problems with this roster, by path, with none yet. */
  #settingsFiles({ accepted: { suppressions, baseline } }: ConfigInForce): Map<string, Diagnostic[]> {
    const files = [suppressions?.from.file, baseline?.file].filter((file) => file !== undefined);
    return new Map(files.map((file) => [resolve(this.#folder, file), []]));
  }
}

/** The file in which problems of a file are shown: itself, or where it is not there and for the whole roster, the first one. */
export function fileToShowIn(roster: Roster): (file: string) => string {
  const files = new Set(roster.input.entries.map((entry) => entry.path));
  const [first = ''] = files;
  const anchor = roster.manifest?.file ?? roster.tables[0]?.file ?? first;
  return (file) => (files.has(file) ? file : anchor);
}
