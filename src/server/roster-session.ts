import { resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from 'vscode-languageserver/node';
import type { Config } from '../core/config/config';
import type { CsvScanner } from '../core/csv/scan-csv';
import { LiveRoster } from '../core/live-roster';
import type { Roster } from '../core/model/roster';
import type { RosterState } from '../core/protocol';
import type { Steps } from '../core/steps';
import { validateOptionsOf } from '../core/validate-options';
import type { LocatedProblem, Validation } from '../core/validate-roster';
import { throwIfCancelled } from '../node/cancel';
import { inSlices, unlessVoid } from '../node/in-slices';
import { readRosterInput } from '../node/read-roster-input';
import { today } from '../node/today';
import { applyChange } from './apply-change';
import { noConfig, type ConfigInForce, type ConfigStore, type ConfigText } from './config-store';
import type { CheckedRoster } from './checked-roster';
import { changedEntries, mirrorDocument } from './live-files';
import type { OpenDocument } from './open-document';
import type { OpenDocuments } from './open-documents';
import { PublishedProblems } from './published-problems';
import { rosterState } from './roster-state';
import type { Say } from '../core/text/say';

export interface SessionServices {
  readonly documents: OpenDocuments;
  readonly configs: ConfigStore;
  readonly scanner: CsvScanner;
  readonly say: Say;
  /** Publishes the problems of a file, by its path. */
  publish(path: string, diagnostics: readonly Diagnostic[]): void;
  /** Told that a roster has been checked, by its folder, whether or not there is news. */
  onChecked(folder: string): void;
}

/** One roster folder of the workspace: what was read of it, what is wrong with it, and what has been published. */
export class RosterSession {
  readonly folder: string;
  readonly #services: SessionServices;
  readonly #published: PublishedProblems;
  readonly #changedFiles = new Set<string>();
  #config: ConfigInForce = noConfig;
  #live: LiveRoster | undefined;
  #state: RosterState | undefined;
  /** Rises with everything that makes a check under way worthless. */
  #turn = 0;
  /** Rises with everything that makes reading under way worthless. */
  #reading = 0;
  #opening: { readonly reading: number; readonly opened: Promise<LiveRoster> } | undefined;
  #asOf = '';
  /** Whether what is known was read before something changed that has not been looked at. */
  #isStale = false;
  #isAwake = false;

  constructor(folder: string, services: SessionServices) {
    this.folder = folder;
    this.#services = services;
    this.#published = new PublishedProblems(folder, services);
  }

  /** A text in the editor's language. */
  get say(): Say {
    return this.#services.say;
  }

  /** What the editor shows of it, once it has been checked. */
  get state(): RosterState | undefined {
    return this.#state;
  }

  /** The problems that it had when it was checked last. */
  get problems(): readonly LocatedProblem[] {
    return this.#published.problems;
  }

  /** What is settled for it. */
  get config(): Config {
    return this.#config.config;
  }

  get configPath(): string | undefined {
    return this.#config.path;
  }

  /** The URI of one of its files, as the editor writes it where it has the file open. */
  uriOf(file: string): string {
    return this.#published.uriOf(resolve(this.folder, file));
  }

  /** Says that anything on disk may have changed, the configuration too. Until it is read, questions are answered as before. */
  forgetDisk(): void {
    this.#turn++;
    this.#reading++;
    this.#isStale = true;
  }

  /** Says that a file on disk may have changed. */
  fileChanged(name: string): void {
    this.#turn++;
    this.#changedFiles.add(name);
  }

  /** Says that a document was opened or closed. */
  documentChanged(name: string): void {
    if (this.#documents().has(name)) return;
    // What was typed and not saved is gone with the document.
    this.fileChanged(name);
  }

  /** Takes over what was typed. Returns whether it can be checked at once. */
  edit(
    name: string,
    document: OpenDocument,
    changes: readonly TextDocumentContentChangeEvent[],
    version: number,
  ): boolean {
    this.#turn++;
    const live = this.#live;
    if (live === undefined || !this.#mirror(live, name, document)) {
      document.change(changes, version);
      this.#changedFiles.add(name);
      return false;
    }
    document.change(changes, version);
    for (const change of changes) applyChange(live, name, change);
    if (this.#isStale) this.#changedFiles.add(name);
    return !this.#isStale;
  }

  /** Checks what was typed, at once, and publishes. */
  checkNow(): void {
    if (this.#live !== undefined && !this.#isStale) this.#tell(this.#live.validate());
  }

  /** Reads what is not known yet, checks and publishes, letting others have their turn. What was typed meanwhile is seen to. */
  async check(): Promise<void> {
    await this.#check();
  }

  async #check(): Promise<Validation> {
    if (this.#live !== undefined && this.#asOf !== today()) this.forgetDisk();
    for (;;) {
      const turn = this.#turn;
      const live = await this.#read();
      if (turn !== this.#turn) continue;
      const validation = await unlessVoid(live.validateSteps(), () => turn !== this.#turn);
      if (validation === undefined) continue;
      this.#tell(validation.done);
      this.rest();
      return validation.done;
    }
  }

  /** The roster as it is now, open documents included; no rule is run. */
  async current(): Promise<Roster> {
    return (this.#live ?? (await this.#read())).roster;
  }

  /** What is wrong with the roster as it is now, open documents included. */
  async checked(): Promise<CheckedRoster> {
    const live = this.#live;
    const isCurrent = live !== undefined && !this.#isStale && this.#changedFiles.size === 0;
    const validation = isCurrent ? live.validate() : await this.#check();
    return { folder: this.folder, validation, config: this.#config };
  }

  /**
   * Does work on the roster as it is, in steps; undefined as soon as something has changed, for then the work is worthless.
   * @throws RosterError `cancelled`
   */
  unlessChanged<T>(steps: Steps<T>, signal: AbortSignal): Promise<{ readonly done: T } | undefined> {
    const turn = this.#turn;
    return unlessVoid(steps, () => {
      throwIfCancelled(signal);
      return turn !== this.#turn;
    });
  }

  /** The text of its configuration, saved or not; undefined where there is none. */
  configText(): Promise<ConfigText | undefined> {
    return this.#services.configs.text(this.folder);
  }

  /** The document of one of its files, if that is open. */
  document(name: string): OpenDocument | undefined {
    return this.#documents().get(name);
  }

  /** Forgets the files of a roster that nobody looks at, but for its problems: a district's are large. */
  rest(): void {
    if (this.#documents().size === 0 && !this.#isAwake) this.#live = undefined;
  }

  /** Says whether more will be asked about it soon, so that its files are not to be forgotten. */
  keepAwake(isAwake: boolean): void {
    this.#isAwake = isAwake;
    if (!isAwake) this.rest();
  }

  /** Whether all that was typed in a document is in the roster by now. */
  hasTyped(name: string): boolean {
    const document = this.#documents().get(name);
    if (document?.isDirty !== true) return true;
    return this.#live !== undefined && this.#mirror(this.#live, name, document);
  }

  /** Takes back everything that was published. */
  clear(): void {
    this.#turn++;
    this.#reading++;
    this.#published.clear();
  }

  #documents(): ReadonlyMap<string, OpenDocument> {
    return this.#services.documents.in(this.folder);
  }

  async #read(): Promise<LiveRoster> {
    const live = this.#live;
    if (live !== undefined && !this.#isStale) {
      await this.#readChanged(live);
      return live;
    }
    const known = this.#opening;
    if (known?.reading === this.#reading) return known.opened;
    const opening = { reading: this.#reading, opened: this.#open(this.#reading) };
    this.#opening = opening;
    try {
      return await opening.opened;
    } finally {
      if (this.#opening === opening) this.#opening = undefined;
    }
  }

  async #open(reading: number): Promise<LiveRoster> {
    this.#changedFiles.clear();
    this.#asOf = today();
    this.#config = await this.#services.configs.load(this.folder);
    const { config, accepted } = this.#config;
    const { scanner, say } = this.#services;
    const onDisk = await readRosterInput(this.folder, { ignore: config.ignore, scanner });
    const input = this.#services.documents.overlay(onDisk, this.folder);
    const options = { ...validateOptionsOf(config, this.#asOf, accepted), scanner, say };
    const opened = await inSlices(LiveRoster.open(input, options));
    if (reading !== this.#reading) return opened;
    for (const document of this.#documents().values()) document.takeBack();
    this.#live = opened;
    this.#isStale = false;
    return opened;
  }

  /** Takes over the files that have changed on disk, unless they are as they are known. */
  async #readChanged(live: LiveRoster): Promise<void> {
    const names = [...this.#changedFiles];
    this.#changedFiles.clear();
    const documents = this.#documents();
    const { replaced, gone } = await changedEntries(live, this.folder, names, documents);
    if (replaced.length + gone.length === 0) return;
    for (const { path } of replaced) documents.get(path)?.takeBack();
    await inSlices(live.replace(replaced, gone));
  }

  #mirror(live: LiveRoster, name: string, document: OpenDocument): boolean {
    return document.isMirrored || (this.#changedFiles.size === 0 && mirrorDocument(live, name, document));
  }

  #tell(validation: Validation): void {
    const uriOfFile = (file: string) => this.#published.uriOf(file);
    const state = rosterState(this.folder, validation, this.#config.path, uriOfFile);
    // The same object stands for no news.
    if (!isDeepStrictEqual(state, this.#state)) this.#state = state;
    this.#published.publish(validation, this.#config);
    this.#services.onChecked(this.folder);
  }
}
