import { basename, join, resolve } from 'node:path';
import type { Diagnostic } from 'vscode-languageserver/node';
import { validateOptionsOf } from '../core/validate-options';
import type { Roster } from '../core/model/roster';
import type { RosterInput } from '../core/model/roster-input';
import type { RosterState } from '../core/protocol';
import { validateRoster, type Validation } from '../core/validate-roster';
import { readRosterInput } from '../node/read-roster-input';
import { today } from '../node/today';
import { noConfig, type ConfigInForce, type ConfigStore } from './config-store';
import type { OpenDocuments } from './open-documents';
import { toDiagnostic } from './to-lsp';
import { uriOf } from './uris';

export interface SessionServices {
  readonly documents: OpenDocuments;
  readonly configs: ConfigStore;
  /** Publishes the problems of a file, by its path. */
  publish(path: string, diagnostics: readonly Diagnostic[]): void;
}

/** One roster folder of the workspace: what was read of it, what is wrong with it, and what has been published. */
export class RosterSession {
  readonly folder: string;
  readonly #services: SessionServices;
  #onDisk: RosterInput | undefined;
  #config: ConfigInForce = noConfig;
  #roster: Roster | undefined;
  #state: RosterState | undefined;
  #published: readonly string[] = [];

  constructor(folder: string, services: SessionServices) {
    this.folder = folder;
    this.#services = services;
  }

  /** What the editor shows of it, once it has been checked. */
  get state(): RosterState | undefined {
    return this.#state;
  }

  get configPath(): string | undefined {
    return this.#config.path;
  }

  /** Says that the files or the configuration on disk have changed. */
  forgetDisk(): void {
    this.#onDisk = undefined;
    this.#roster = undefined;
  }

  /** Says that an open document has changed. */
  forgetText(): void {
    this.#roster = undefined;
  }

  /** Reads what is not known yet, validates, and publishes. */
  async check(): Promise<void> {
    const input = await this.#read();
    const { config, accepted } = this.#config;
    const validation = validateRoster(input, validateOptionsOf(config, today(), accepted));
    // A roster that nobody looks at is kept as its problems only: a district's files are large.
    const looked = this.#services.documents.anyIn(this.folder);
    this.#roster = looked ? validation.roster : undefined;
    if (!looked) this.#onDisk = undefined;
    this.#state = this.#describe(validation);
    this.#publish(validation);
  }

  /** The roster as it is now, open documents included; no rule is run. */
  async current(): Promise<Roster> {
    if (this.#roster !== undefined) return this.#roster;
    const input = await this.#read();
    const { roster } = validateRoster(input, {
      ...validateOptionsOf(this.#config.config, today()),
      rules: [],
    });
    this.#roster = roster;
    return roster;
  }

  /** Takes back everything that was published. */
  clear(): void {
    for (const path of this.#published) this.#services.publish(path, []);
    this.#published = [];
    this.#services.configs.noteLeftovers(this.folder, new Map());
  }

  async #read(): Promise<RosterInput> {
    if (this.#onDisk === undefined) {
      this.#config = await this.#services.configs.load(this.folder);
      this.#onDisk = await readRosterInput(this.folder, { ignore: this.#config.config.ignore });
    }
    return this.#services.documents.overlay(this.#onDisk, this.folder);
  }

  #publish({ roster, problems }: Validation): void {
    const files = roster.input.entries.map((entry) => entry.path);
    const anchor = roster.manifest?.file ?? roster.tables[0]?.file ?? files[0] ?? '';
    const pathOfFile = (file: string) => join(this.folder, files.includes(file) ? file : anchor);
    const byPath = new Map<string, Diagnostic[]>();
    const ofSettings = this.#settingsFiles();
    for (const problem of problems) {
      const inSettings = ofSettings.get(resolve(this.folder, problem.file));
      const path = pathOfFile(problem.file);
      const diagnostic = toDiagnostic(problem, (file) => this.#uriOf(pathOfFile(file)));
      const known = inSettings ?? byPath.get(path);
      if (known === undefined) byPath.set(path, [diagnostic]);
      else known.push(diagnostic);
    }
    this.#services.configs.noteLeftovers(this.folder, ofSettings);
    for (const path of this.#published) if (!byPath.has(path)) this.#services.publish(path, []);
    for (const [path, diagnostics] of byPath) this.#services.publish(path, diagnostics);
    this.#published = [...byPath.keys()];
  }

  /** The files of settings that may have problems with this roster, by path, with none yet. */
  #settingsFiles(): Map<string, Diagnostic[]> {
    const { suppressions, baseline } = this.#config.accepted;
    const files = [suppressions?.from.file, baseline?.file].filter((file) => file !== undefined);
    return new Map(files.map((file) => [resolve(this.folder, file), []]));
  }

  #describe({ roster, totals }: Validation): RosterState {
    const config = this.#config.path;
    return {
      uri: uriOf(this.folder),
      name: basename(this.folder),
      version: roster.version,
      profile: roster.profile.id,
      files: roster.tables.map((table) => ({
        uri: this.#uriOf(join(this.folder, table.file)),
        records: table.dataRecords,
      })),
      totals,
      ...(config === undefined ? {} : { configUri: this.#uriOf(config) }),
    };
  }

  #uriOf(path: string): string {
    return this.#services.documents.at(path)?.uri ?? uriOf(path);
  }
}
