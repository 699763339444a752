import { basename, dirname, sep } from 'node:path';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { baselineFileName } from '../core/config/baseline';
import { configFileName } from '../core/config/config';
import { RosterError } from '../core/errors';
import type { RosterState } from '../core/protocol';
import { findRosterFolders, isRosterFolder } from '../node/find-roster-folders';
import type { OpenDocument } from './open-document';
import { AwakeSessions } from './awake-sessions';
import { RosterSession, type SessionServices } from './roster-session';
import { TypingChecks } from './typing-checks';

export interface SessionsOptions extends SessionServices {
  /** Told the rosters whenever something about them has changed. */
  onChanged(rosters: readonly RosterState[]): void;
  readonly onFailure: (error: unknown) => void;
}

/** How long to wait for more file events before checking, and how long at most while they keep coming; in milliseconds. */
const pause = 120;
const longestPause = 1000;
/** How many rosters are read at a time, so that one on a slow disk does not hold up the others. */
const atOnce = 4;

/** All rosters of the workspace. Work is done one roster at a time, in the order in which it was asked for. */
export class RosterSessions {
  readonly #options: SessionsOptions;
  readonly #sessions = new Map<string, RosterSession>();
  readonly #dirty = new Set<RosterSession>();
  #foldersToLookAt = new Set<string>();
  #treesToSearch = new Set<string>();
  #deleted = new Set<string>();
  #waitingSince: number | undefined;
  #announced: readonly RosterState[] = [];
  #timer: NodeJS.Timeout | undefined;
  #work: Promise<void> = Promise.resolve();
  readonly #typing: TypingChecks;
  /** Keeps what was read for questions. */
  readonly awake = new AwakeSessions();
  readonly #listeners: (() => void)[] = [];

  constructor(options: SessionsOptions) {
    this.#options = options;
    this.#typing = new TypingChecks(() => this.#checked(), options.onFailure);
  }

  /** The session of the folder that a file lies in, if that is a roster. */
  ofFile(path: string): RosterSession | undefined {
    return this.#sessions.get(dirname(path));
  }

  /** The session of a roster's folder. */
  ofFolder(folder: string): RosterSession | undefined {
    return this.#sessions.get(folder);
  }

  /** All rosters of the workspace. */
  get all(): readonly RosterSession[] {
    return [...this.#sessions.values()];
  }

  /** Has somebody told each time that rosters have been checked. */
  onDidCheck(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** Finds the rosters below a folder and checks them. */
  search(root: string): void {
    this.#treesToSearch.add(root);
    this.#later();
  }

  /** Forgets the rosters below a folder that has left the workspace. */
  leave(root: string): void {
    for (const folder of [...this.#sessions.keys()]) if (isWithin(folder, root)) this.#drop(folder);
    this.#announce();
  }

  /** Takes note of a file or folder that was created, changed or deleted on disk. */
  diskChanged(path: string, kind: 'created' | 'changed' | 'deleted'): void {
    const isCsv = path.toLowerCase().endsWith('.csv');
    const session = isCsv ? this.ofFile(path) : undefined;
    if (isCsv) this.#foldersToLookAt.add(dirname(path));
    session?.fileChanged(basename(path));
    const isSettings = [configFileName, baselineFileName].includes(basename(path));
    if (isSettings) this.configChanged(path, kind === 'deleted');
    else if (!isCsv && kind === 'created') this.#treesToSearch.add(path);
    if (kind === 'deleted') this.#deleted.add(path);
    this.#later();
  }

  /** Takes note of another text of a configuration or a baseline, on disk or in the editor. */
  configChanged(path: string, deleted = false): void {
    if (deleted) this.#options.configs.forget(path);
    for (const [folder, session] of this.#sessions) {
      if (!isWithin(folder, dirname(path))) continue;
      session.forgetDisk();
      this.#dirty.add(session);
    }
    this.#later();
  }

  /** Takes note that a document of a roster, or of none so far, was opened or closed. */
  textChanged(path: string): void {
    const session = this.ofFile(path);
    if (session === undefined) {
      this.#foldersToLookAt.add(dirname(path));
    } else {
      session.documentChanged(basename(path));
      this.#dirty.add(session);
    }
    this.#later();
  }

  /** Takes over what was typed in a document, and has it checked. */
  textEdited(
    path: string,
    document: OpenDocument,
    changes: readonly TextDocumentContentChangeEvent[],
    version: number,
  ): void {
    const session = this.ofFile(path);
    if (session === undefined) {
      document.change(changes, version);
      this.#foldersToLookAt.add(dirname(path));
    } else if (session.edit(basename(path), document, changes, version)) {
      this.#typing.checkSoon(session);
      return;
    } else this.#dirty.add(session);
    this.#later();
  }

  /** Reads and checks everything again; resolves when it has been published. */
  async checkAll(): Promise<void> {
    for (const session of this.#sessions.values()) {
      session.forgetDisk();
      this.#dirty.add(session);
    }
    await this.settle();
  }

  /** Does what is waiting without a pause; resolves when it has been published. */
  async settle(): Promise<void> {
    this.#start();
    await this.#work;
  }

  #later(): void {
    const now = performance.now();
    this.#waitingSince ??= now;
    clearTimeout(this.#timer);
    const left = Math.max(this.#waitingSince + longestPause - now, 0);
    this.#timer = setTimeout(() => this.#start(), Math.min(pause, left));
  }

  #start(): void {
    clearTimeout(this.#timer);
    this.#waitingSince = undefined;
    this.#work = this.#work.then(() => this.#run()).catch((error: unknown) => this.#options.onFailure(error));
  }

  async #run(): Promise<void> {
    const trees = this.#treesToSearch;
    this.#treesToSearch = new Set();
    for (const tree of trees) for (const folder of await findRosterFolders(tree)) this.#take(folder);
    const folders = this.#foldersToLookAt;
    this.#foldersToLookAt = new Set();
    this.#addDeleted(folders);
    for (const folder of folders) {
      if (!(await isRosterFolder(folder))) this.#drop(folder);
      else this.#takeAgain(folder);
    }
    const dirty = [...this.#dirty];
    this.#dirty.clear();
    const queue = dirty.values();
    await Promise.all(Array.from({ length: atOnce }, () => this.#checkAll(queue)));
    if (trees.size + folders.size + dirty.length > 0) this.#checked();
  }

  /** The rosters in or below what was deleted have to be looked at, too. */
  #addDeleted(folders: Set<string>): void {
    const deleted = this.#deleted;
    this.#deleted = new Set();
    if (deleted.size === 0) return;
    for (const folder of this.#sessions.keys()) {
      for (let path = folder, above = ''; path !== above; above = path, path = dirname(path)) {
        if (deleted.has(path)) folders.add(folder);
      }
    }
  }

  async #checkAll(queue: Iterator<RosterSession>): Promise<void> {
    for (let next = queue.next(); next.done !== true; next = queue.next()) await this.#check(next.value);
  }

  /** One roster that cannot be read must not keep the others from being checked. */
  async #check(session: RosterSession): Promise<void> {
    if (this.#sessions.get(session.folder) !== session) return;
    try {
      await session.check();
    } catch (error) {
      // Its folder went away after it was looked at; the event for that is on its way.
      if (!RosterError.is(error)) throw error;
      session.clear();
      this.#options.onFailure(error);
    }
  }

  #take(folder: string): void {
    this.#sessions.get(folder)?.forgetDisk();
    this.#takeAgain(folder);
  }

  /** A roster that is known has been told which of its files have changed. */
  #takeAgain(folder: string): void {
    const session = this.#sessions.get(folder) ?? new RosterSession(folder, this.#options);
    this.#sessions.set(folder, session);
    this.#dirty.add(session);
  }

  #drop(folder: string): void {
    const session = this.#sessions.get(folder);
    if (session === undefined) return;
    session.clear();
    this.#sessions.delete(folder);
    this.#dirty.delete(session);
  }

  #checked(): void {
    this.#announce();
    for (const listener of this.#listeners) listener();
  }

  #announce(): void {
    const states = [...this.#sessions.values()].flatMap((session) => session.state ?? []);
    const before = this.#announced;
    if (states.length === before.length && states.every((state, index) => state === before[index])) return;
    this.#announced = states;
    this.#options.onChanged([...states].sort((a, b) => (a.uri < b.uri ? -1 : 1)));
  }
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
