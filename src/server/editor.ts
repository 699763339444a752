import {
  DidChangeConfigurationNotification,
  MessageType,
  ShowMessageNotification,
  type ClientCapabilities,
  type Connection,
} from 'vscode-languageserver/node';

/** The editor at the other end: what it can do, how it is set, and how its person is told something. */
export class Editor {
  /** As it says when it is greeted. */
  capabilities: ClientCapabilities = {};
  readonly #connection: Connection;
  readonly #listeners: (() => void)[] = [];

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Has somebody told when settings have changed. */
  onDidChangeSettings(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** Listens for changes of settings, once the editor has been greeted. */
  watchSettings(): void {
    if (this.capabilities.workspace?.didChangeConfiguration?.dynamicRegistration !== true) return;
    this.#connection.onDidChangeConfiguration(() => {
      for (const listener of this.#listeners) listener();
    });
    void this.#connection.client.register(DidChangeConfigurationNotification.type, { section: 'oneroster' });
  }

  /** A setting as it holds for a document; the fallback where the editor has none of the kind. */
  async number(uri: string, section: string, fallback: number): Promise<number> {
    if (this.capabilities.workspace?.configuration !== true) return fallback;
    const value: unknown = await this.#connection.workspace.getConfiguration({ scopeUri: uri, section });
    return typeof value === 'number' ? value : fallback;
  }

  /** Shows a message that asks for no answer. */
  say(kind: 'information' | 'warning', message: string): void {
    const type = kind === 'warning' ? MessageType.Warning : MessageType.Info;
    void this.#connection.sendNotification(ShowMessageNotification.type, { type, message });
  }
}
