import type * as vscode from 'vscode';
import type { PracticeServer } from '../../node/practice/practice-server';
import type { SavedSecrets } from '../connect/saved-secrets';

/** The practice server of this window: started when it is wanted, stopped with the window. */
export class PracticePlace implements vscode.Disposable {
  readonly #secrets: SavedSecrets;
  #server: Promise<PracticeServer> | undefined;

  constructor(secrets: SavedSecrets) {
    this.#secrets = secrets;
  }

  /** The server, started at the first call. */
  server(): Promise<PracticeServer> {
    this.#server ??= this.#start();
    return this.#server;
  }

  dispose(): void {
    // The window is closing: nobody could be told of a failure.
    this.#server?.then((server) => server.stop()).catch(() => undefined);
    this.#server = undefined;
  }

  async #start(): Promise<PracticeServer> {
    const { startPracticeServer } = await import('../../node/practice/practice-server');
    const server = await startPracticeServer();
    // The passwords of servers that are gone open nothing any more.
    const own = new RegExp(`^oneroster:sftp://${server.user}@127\\.0\\.0\\.1:`);
    for (const key of this.#secrets.saved().filter((each) => own.test(each))) await this.#secrets.forget(key);
    return server;
  }
}
