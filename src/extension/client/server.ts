import * as vscode from 'vscode';
import { type PageRequests } from '../../core/page-protocol';
import {
  checkAgain,
  cursorPlace,
  packageRoster,
  type CursorPlace,
  type CursorPlaceParams,
  type Outcome,
  type PackageAnswer,
  type PackageParams,
  type PackageProgressParams,
  type RosterState,
} from '../../core/protocol';
import { RosterError } from '../../core/errors';
import type { TableRequest } from '../../core/table-protocol';
import { watchFiles } from './file-watchers';
import { loadLibrary } from './load-library';
import { ProblemList } from './problem-list';
import { ServerKeeper } from './server-keeper';
import type { ServerProcess } from './server-process';

export interface ServerOptions {
  /** The path of the server's program. */
  readonly module: string;
  readonly log: vscode.LogOutputChannel;
  readonly onRosters: (rosters: readonly RosterState[]) => void;
  /** Told that the server has ended, and whether another is being started. */
  readonly onEnd: (another: boolean) => void;
}

/**
 * The language server, as far as the editor's side asks it for more than the protocol's own features. It runs in a process of
 * its own and is started again should it end; a request that it leaves unanswered is rejected with a `RosterError`.
 */
export class Server implements vscode.Disposable {
  readonly #options: ServerOptions;
  readonly #watchers = watchFiles();
  readonly #problems = new ProblemList();
  readonly #keeper: ServerKeeper;
  readonly #checked = new vscode.EventEmitter<string>();
  /** Fires with the URI of a roster whenever it has been checked, whether or not there is news. */
  readonly onDidCheck = this.#checked.event;
  /** Who is told how far a request is, by its token. */
  readonly #progress = new Map<string, (params: PackageProgressParams) => void>();
  #requests = 0;

  constructor(options: ServerOptions) {
    this.#options = options;
    this.#keeper = new ServerKeeper({
      log: options.log,
      launch: () => this.#launch(),
      onEnd: (another) => {
        this.#problems.serverEnded();
        options.onEnd(another);
      },
    });
    // Whoever needs the server awaits it, and shows the failure; the log has it in any case.
    this.#keeper.running().catch(() => undefined);
  }

  /** Reads and checks everything again; resolves when that is shown. */
  async checkAgain(): Promise<void> {
    const server = await this.#keeper.running();
    await server.request(checkAgain);
    await this.#problems.settled();
  }

  /** Where the cursor stands in a file of a roster; undefined where that is in no column. */
  async cursorPlace(
    params: CursorPlaceParams,
    cancellation: vscode.CancellationToken,
  ): Promise<CursorPlace | undefined> {
    const server = await this.#keeper.running();
    return (await server.request<CursorPlace | null>(cursorPlace, params, cancellation)) ?? undefined;
  }

  /** Asks something whose answer may be a failure that was foreseen; throws that as a `RosterError`. */
  async ask<T>(method: string, params: object, cancellation?: vscode.CancellationToken): Promise<T> {
    const server = await this.#keeper.running();
    const outcome = await server.request<Outcome<T>>(method, params, cancellation);
    if (outcome.ok) return outcome.value;
    throw new RosterError(outcome.code, outcome.sentences.message, outcome.sentences.remedy);
  }

  /** Tells something that is not answered in any way that matters. */
  async tell(method: string, params?: object): Promise<void> {
    await (await this.#keeper.running()).request(method, params);
  }

  /** Asks about a table; undefined where a file is none of a roster. */
  async askTable<P extends { readonly uri: string }, T>(
    { method }: TableRequest<P, T>,
    params: P,
    cancellation?: vscode.CancellationToken,
  ): Promise<T | undefined> {
    const server = await this.#keeper.running();
    return (await server.request<T | null>(method, params, cancellation)) ?? undefined;
  }

  async package(
    params: Omit<PackageParams, 'token'>,
    onProgress: (progress: PackageProgressParams) => void,
    cancellation: vscode.CancellationToken,
  ): Promise<Outcome<PackageAnswer>> {
    const server = await this.#keeper.running();
    const token = String(++this.#requests);
    this.#progress.set(token, onProgress);
    try {
      return await server.request(packageRoster, { ...params, token }, cancellation);
    } finally {
      this.#progress.delete(token);
    }
  }

  /**
   * Asks for what a page of ours shows.
   * @throws RosterError what was foreseen there, or where the server ends before it has answered
   */
  async page<M extends keyof PageRequests>(
    method: M,
    params: PageRequests[M]['params'],
  ): Promise<PageRequests[M]['answer']> {
    const server = await this.#keeper.running();
    const outcome = await server.request<Outcome<PageRequests[M]['answer']>>(method, params);
    if (!outcome.ok) throw new RosterError(outcome.code, outcome.sentences.message, outcome.sentences.remedy);
    return outcome.value;
  }

  dispose(): void {
    for (const watcher of this.#watchers) watcher.dispose();
    this.#keeper.dispose();
    this.#problems.dispose();
    this.#checked.dispose();
  }

  async #launch(): Promise<ServerProcess> {
    const { module, log, onRosters } = this.#options;
    await loadLibrary();
    const { launchServer } = await import('./launch-server');
    return launchServer({
      module,
      log,
      watchers: this.#watchers,
      onRosters: ({ rosters }) => {
        this.#problems.confirm();
        onRosters(rosters);
      },
      onChecked: ({ rosterUri }) => this.#checked.fire(rosterUri),
      onProblems: (problems) => this.#problems.publish(problems),
      onProgress: (params) => this.#progress.get(params.token)?.(params),
    });
  }
}
